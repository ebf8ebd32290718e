import { Command } from 'commander'
import { runServer } from '../../serve/run.ts'
import { portNumber } from '../options.ts'
import { print } from '../output.ts'

export const serveCommand = (): Command =>
  new Command('serve')
    .description('open the window in a browser on this machine')
    .argument('[notebook]', 'the folder of a notebook to open')
    .option('--port <n>', 'the port; 47817 without it, or any free one', portNumber)
    .option('--no-open', 'do not open a browser')
    .action(async (notebook: string | undefined, options: { port?: number; open: boolean }) => {
      await runServer({
        notebook,
        port: options.port,
        open: options.open,
        onReady: (address) =>
          print(`Ascribe is running at ${address}\nPress Ctrl+C to stop, Enter for another address.`),
        onAddress: (address) => print(`Another address, good for one window: ${address}`),
      })
    })
