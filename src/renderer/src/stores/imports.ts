import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ImportedArticle } from '../../../contract/articles.ts'
import type { ProblemReport } from '../../../contract/shared.ts'
import { backend, reportOf } from '../backend.ts'
import { host } from '../host.ts'

export interface ImportOutcome {
  file: string
  article?: ImportedArticle
  problem?: ProblemReport
}

/** The import that is going on, or the last one. */
export const useImports = defineStore('imports', () => {
  const running = ref(false)
  const done = ref(0)
  const total = ref(0)
  const file = ref('')
  const outcomes = shallowRef<ImportOutcome[]>([])
  let controller = new AbortController()

  /**
   * @param versionOf the article that the files are newer versions of
   * @returns the articles that are in the notebook now
   */
  async function start(files: File[], versionOf?: string): Promise<ImportedArticle[]> {
    const mine = turn.then(() => run(files, versionOf))
    turn = mine
    return mine
  }

  /** One import after another: files that are dropped during one are not forgotten. */
  let turn: Promise<unknown> = Promise.resolve()

  async function run(files: File[], versionOf?: string): Promise<ImportedArticle[]> {
    if (files.length === 0) return []
    controller = new AbortController()
    running.value = true
    done.value = 0
    total.value = files.length
    outcomes.value = []
    try {
      const events = await backend.articles.import({ files, versionOf }, { signal: controller.signal })
      for await (const event of events) {
        if (event.type === 'reading') {
          done.value = event.done
          file.value = event.file
        } else if (event.type !== 'done') outcomes.value = [...outcomes.value, event]
      }
    } catch (error) {
      if (!controller.signal.aborted)
        outcomes.value = [...outcomes.value, { file: file.value, problem: reportOf(error) }]
    } finally {
      running.value = false
    }
    return outcomes.value.flatMap(({ article }) => article ?? [])
  }

  /** Asks for files: natively in the desktop shell, with the browser's picker otherwise. */
  async function chooseFiles(): Promise<File[]> {
    if (host) {
      const chosen = await host.openFiles()
      return chosen.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))
    }
    return new Promise((resolve) => {
      const input = document.createElement('input')
      input.type = 'file'
      input.multiple = true
      input.accept = '.html,.htm,.xhtml,.md,.markdown,.txt,text/html,text/plain,text/markdown'
      input.addEventListener('change', () => resolve([...(input.files ?? [])]))
      input.addEventListener('cancel', () => resolve([]))
      input.click()
    })
  }

  const cancel = (): void => controller.abort()
  const clear = (): void => {
    outcomes.value = []
  }

  return { running, done, total, file, outcomes, start, chooseFiles, cancel, clear }
})
