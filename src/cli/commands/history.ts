import { Command } from 'commander'
import { checkRecordId, positive } from '../options.ts'
import type { Steps } from '../../contract/shared.ts'
import { speak } from '../../core/words/say.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

const shown = 50

export const historyCommand = (): Command =>
  new Command('history')
    .description('who changed what and when, the newest first')
    .argument('<notebook>', 'the folder of the notebook')
    .option('--record <id>', 'only the changes of this article, claim, source or tag')
    .option('--limit <n>', 'how many', positive, shown)
    .action(async (notebook: string, options: { record?: string; limit: number; json?: true }) => {
      const record = options.record === undefined ? undefined : checkRecordId(options.record, 'record')
      const { rows } = await withNotebook(notebook, (backend) =>
        backend.history.list({ record, limit: Math.min(options.limit, 1000) }),
      )
      if (options.json) {
        printJson(rows.map((row) => ({ ...row, label: speak(row.label) })))
        return
      }
      for (const { at, author, label } of rows) print(`${at}  ${oneLine(author)}  ${oneLine(speak(label))}`)
    })

const spokenSteps = ({ undo, redo }: Steps): Record<keyof Steps, string | null> => ({
  undo: undo && speak(undo),
  redo: redo && speak(redo),
})

const stepCommand = (step: 'undo' | 'redo', description: string, done: string): Command =>
  new Command(step)
    .description(description)
    .argument('<notebook>', 'the folder of the notebook')
    .action(async (notebook: string, options: { json?: true }) => {
      const answer = await withNotebook(notebook, (backend) => backend.history[step]())
      if (options.json) printJson({ label: speak(answer.label), steps: spokenSteps(answer.steps) })
      else print(`${done}: ${oneLine(speak(answer.label))}`)
    })

export const undoCommand = (): Command => stepCommand('undo', 'take the last change back', 'Undone')
export const redoCommand = (): Command => stepCommand('redo', 'do again what was undone last', 'Done again')
