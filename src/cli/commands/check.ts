import { Command } from 'commander'
import type { Finding } from '../../contract/health.ts'
import { print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

const tell = ({ where, message, isRepairable }: Finding): void =>
  print(`${where}: ${message}${isRepairable ? '' : ' (cannot be repaired here)'}`)

export const checkCommand = (): Command =>
  new Command('check')
    .description('look for damage: documents, texts, originals, offsets, references, the log, the cache')
    .argument('<notebook>', 'the folder of the notebook')
    .option('--repair', 'mend what can be mended; what is damaged is put aside')
    .action(async (notebook: string, options: { repair?: true; json?: true }) => {
      if (options.repair) {
        const { repaired, left } = await withNotebook(notebook, (backend) => backend.health.repair())
        if (options.json) printJson({ repaired, findings: left })
        else {
          for (const { where, message } of repaired) print(`Repaired: ${where}: ${message}`)
          left.forEach(tell)
          if (left.length === 0) print('Everything is as it should be.')
        }
        if (left.length > 0) process.exitCode = 1
        return
      }
      const findings = await withNotebook(notebook, (backend) => backend.health.check())
      if (options.json) printJson({ findings })
      else if (findings.length === 0) print('Everything is as it should be.')
      else {
        findings.forEach(tell)
        if (findings.some(({ isRepairable }) => isRepairable)) print('“check --repair” mends what it can.')
      }
      if (findings.length > 0) process.exitCode = 1
    })
