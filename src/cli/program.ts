import { Command } from 'commander'
import { version } from '../backend/program/version.ts'
import { annotateCommand } from './commands/annotate.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { checkCommand } from './commands/check.ts'
import { corroborationCommand } from './commands/corroboration.ts'
import { exportCommand } from './commands/export.ts'
import { openWorkCommand } from './commands/open-work.ts'
import { gradeCommand } from './commands/grade.ts'
import { historyCommand, redoCommand, undoCommand } from './commands/history.ts'
import { importCommand } from './commands/import.ts'
import { initCommand } from './commands/init.ts'
import { linkCommand } from './commands/link.ts'
import { listCommand } from './commands/list.ts'
import { mergeCommand, unmergeCommand } from './commands/merge.ts'
import { namesCommand } from './commands/names.ts'
import { relateCommand } from './commands/relate.ts'
import { reprintsCommand } from './commands/reprints.ts'
import { searchCommand } from './commands/search.ts'
import { statementsCommand } from './commands/statements.ts'
import { trashCommand } from './commands/trash.ts'
import { serveCommand } from './commands/serve.ts'
import { withdrawCommand } from './commands/withdraw.ts'
import { versionsCommand } from './commands/versions.ts'

const commands = [
  ...[initCommand, importCommand, listCommand, statementsCommand, annotateCommand, linkCommand],
  corroborationCommand,
  ...[
    openWorkCommand,
    reprintsCommand,
    namesCommand,
    gradeCommand,
    withdrawCommand,
    relateCommand,
    mergeCommand,
    unmergeCommand,
  ],
  ...[versionsCommand, searchCommand, exportCommand, checkCommand, serveCommand],
  ...[historyCommand, undoCommand, redoCommand, trashCommand, backupCommand, restoreCommand],
]

/** The command line, one command a file. */
export function createProgram(): Command {
  const program = new Command('ascribe')
    .description('An offline research notebook: who says so, and who else says it independently?')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(add --help for help)')
  for (const create of commands) {
    const command = create().exitOverride().showHelpAfterError('(add --help for help)')
    if (command.name() !== 'serve') command.option('--json', 'print JSON')
    command.option('--verbose', 'when something goes wrong, say all that is known of it')
    program.addCommand(command)
  }
  return program
}
