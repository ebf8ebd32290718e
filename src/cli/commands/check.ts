import { Command } from 'commander'
import { print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

export const checkCommand = (): Command =>
  new Command('check')
    .description('look for damage: documents, texts, originals, offsets, references, the log')
    .argument('<notebook>', 'the folder of the notebook')
    .action(async (notebook: string, options: { json?: true }) => {
      const findings = await withNotebook(notebook, (backend) => backend.check())
      if (options.json) printJson({ findings })
      else if (findings.length === 0) print('Everything is as it should be.')
      else for (const { where, message } of findings) print(`${where}: ${message}`)
      if (findings.length > 0) process.exitCode = 1
    })
