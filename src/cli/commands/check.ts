import { Command } from 'commander'
import type { Finding } from '../../contract/health.ts'
import { speak } from '../../core/words/say.ts'
import { print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

/** For scripts, which know it by its words. */
const spoken = (finding: Finding): Omit<Finding, 'message'> & { message: string } => ({
  ...finding,
  message: speak(finding.message),
})
const tell = ({ where, message, isRepairable }: Finding): void =>
  print(`${where}: ${speak(message)}${isRepairable ? '' : ' (cannot be repaired here)'}`)

export const checkCommand = (): Command =>
  new Command('check')
    .description('look for damage: documents, texts, originals, offsets, references, the log, the cache')
    .argument('<notebook>', 'the folder of the notebook')
    .option('--repair', 'mend what can be mended; what is damaged is put aside')
    .action(async (notebook: string, options: { repair?: true; json?: true }) => {
      if (options.repair) {
        const { repaired, left, closed } = await withNotebook(notebook, async (backend) => ({
          ...(await backend.health.repair()),
          closed: (await backend.health.closeToOthers()).count,
        }))
        if (options.json)
          printJson({ repaired: repaired.map(spoken), findings: left.map(spoken), closedToOthers: closed })
        else {
          if (closed > 0) print(`Closed to other users of this machine: ${closed} files and folders`)
          for (const { where, message } of repaired) print(`Repaired: ${where}: ${speak(message)}`)
          left.forEach(tell)
          if (left.length === 0) print('Everything is as it should be.')
        }
        if (left.length > 0) process.exitCode = 1
        return
      }
      const { findings, open } = await withNotebook(notebook, async (backend) => ({
        findings: await backend.health.check(),
        open: (await backend.health.openToOthers()).count,
      }))
      if (options.json) printJson({ findings: findings.map(spoken), ...(open > 0 && { openToOthers: open }) })
      else if (findings.length === 0) print('Everything is as it should be.')
      else {
        findings.forEach(tell)
        if (findings.some(({ isRepairable }) => isRepairable)) print('“check --repair” mends what it can.')
      }
      if (open > 0 && !options.json)
        print(`Other users of this machine can open ${open} files and folders; “check --repair” closes them.`)
      if (findings.length > 0) process.exitCode = 1
    })
