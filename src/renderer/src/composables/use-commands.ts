import { useQueryCache } from '@pinia/colada'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { MenuCommand } from '../../../contract/host.ts'
import type { AppState } from '../../../contract/notebooks.ts'
import { backend } from '../backend.ts'
import { useDialogs } from '../stores/dialogs.ts'
import { useImports } from '../stores/imports.ts'
import { useNotices } from '../stores/notices.ts'
import { usePreferences } from '../stores/preferences.ts'
import { useReader } from '../stores/reader.ts'
import { readerActions, readerKeys, type ReaderAction } from '../views/reader/reader-keys.ts'

export interface Command {
  id:
    | `reader-${ReaderAction}`
    | MenuCommand
    | 'history'
    | 'trash'
    | 'health'
    | 'gaps'
    | 'pairs'
    | 'names'
    | 'reprints'
    | 'timeline'
    | 'graph'
    | 'matrix'
    | 'theme-light'
    | 'theme-dark'
    | 'theme-system'
    | 'sample'
    | 'about'
  label: string
  keys?: string
  run: () => void | Promise<void>
}

const mod = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl+'

/** Everything that can be done from anywhere: for the menu, the palette and the keyboard. */
export function useCommands(): { commands: ComputedRef<Command[]>; run: (id: string) => void } {
  const { t } = useI18n()
  const router = useRouter()
  const dialogs = useDialogs()
  const imports = useImports()
  const notices = useNotices()
  const preferences = usePreferences()
  const reader = useReader()
  const cache = useQueryCache()

  const step = async (direction: 'undo' | 'redo'): Promise<void> => {
    const answer = await notices.attempt(() => backend.history[direction]())
    if (answer) notices.done(t(`status.${direction}done`, { label: answer.label }))
  }
  const importFiles = async (): Promise<void> => {
    const articles = await imports.start(await imports.chooseFiles())
    const [only] = articles
    if (only && articles.length === 1) await router.push({ name: 'article', params: { id: only.id } })
  }
  const switchTo = async (open: () => Promise<AppState>): Promise<void> => {
    const state = await notices.attempt(open)
    if (state) cache.setQueryData(['state'], state)
    await router.push({ name: 'library' })
  }
  /** From the page of an article or a claim, that is what is meant first; the whole notebook can be chosen. */
  const exportHere = (): void => {
    const { name, params } = router.currentRoute.value
    const id = typeof params['id'] === 'string' ? [params['id']] : []
    dialogs.openExport(name === 'article' ? { articles: id } : name === 'claim' ? { claims: id } : {})
  }
  const go = (name: string) => (): void => void router.push({ name })

  /** What the article that is read can do. */
  const inReader = computed<Command[]>(() => {
    const perform = reader.perform
    if (!perform) return []
    return readerActions.map((action) => {
      const keys = readerKeys.find((known) => known.action === action)?.keys
      const label = t('commands.inArticle', { what: t(`reader.keys.${action}`) })
      return { id: `reader-${action}`, label, run: () => perform(action), ...(keys ? { keys } : {}) }
    })
  })

  const commands = computed<Command[]>(() => [
    ...inReader.value,
    { id: 'import', label: t('commands.import'), keys: `${mod}O`, run: importFiles },
    { id: 'paste', label: t('commands.paste'), run: () => void (dialogs.paste = true) },
    { id: 'export', label: t('commands.export'), keys: `${mod}E`, run: exportHere },
    { id: 'undo', label: t('commands.undo'), keys: `${mod}Z`, run: () => step('undo') },
    { id: 'redo', label: t('commands.redo'), keys: `${mod}Shift+Z`, run: () => step('redo') },
    { id: 'library', label: t('commands.library'), keys: 'G L', run: go('library') },
    { id: 'claims', label: t('commands.claims'), keys: 'G C', run: go('claims') },
    { id: 'sources', label: t('commands.sources'), keys: 'G S', run: go('sources') },
    { id: 'tags', label: t('commands.tags'), keys: 'G T', run: go('tags') },
    { id: 'gaps', label: t('commands.gaps'), keys: 'G W', run: go('gaps') },
    { id: 'pairs', label: t('commands.pairs'), keys: 'G D', run: go('pairs') },
    { id: 'names', label: t('commands.names'), keys: 'G N', run: go('names') },
    { id: 'reprints', label: t('commands.reprints'), keys: 'G R', run: go('reprints') },
    { id: 'timeline', label: t('commands.timeline'), keys: 'G I', run: go('timeline') },
    { id: 'graph', label: t('commands.graph'), keys: 'G G', run: go('graph') },
    { id: 'matrix', label: t('commands.matrix'), keys: 'G M', run: go('matrix') },
    { id: 'history', label: t('commands.history'), keys: 'G H', run: go('history') },
    { id: 'trash', label: t('commands.trash'), run: go('trash') },
    { id: 'health', label: t('commands.health'), run: go('health') },
    { id: 'theme-light', label: t('commands.themeLight'), run: () => void (preferences.theme = 'light') },
    { id: 'theme-dark', label: t('commands.themeDark'), run: () => void (preferences.theme = 'dark') },
    { id: 'theme-system', label: t('commands.themeSystem'), run: () => void (preferences.theme = 'system') },
    {
      id: 'palette',
      label: t('commands.palette'),
      keys: `${mod}K`,
      run: () => void (dialogs.palette = true),
    },
    {
      id: 'shortcuts',
      label: t('commands.shortcuts'),
      keys: '?',
      run: () => void (dialogs.shortcuts = true),
    },
    { id: 'about', label: t('commands.about'), run: () => void (dialogs.about = true) },
    {
      id: 'close-notebook',
      label: t('commands.closeNotebook'),
      run: () => switchTo(() => backend.notebooks.close()),
    },
  ])

  const run = (id: string): void => {
    void commands.value.find((command) => command.id === id)?.run()
  }
  return { commands, run }
}
