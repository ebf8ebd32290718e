import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { engineAlias, engineFiles } from './engine-files.ts'
import { buildIfNeeded, root } from './build-if-needed.ts'
import { makeNotices, noticesFile } from './make-notices.ts'

/**
 * What `npm pack` does first: builds the program without Electron. Node runs no TypeScript below `node_modules`, so what is
 * installed as a package must be built; then it needs no dependencies.
 */
const output = join(root, 'out/cli')

if (!buildIfNeeded()) process.exit(1)
rmSync(output, { recursive: true, force: true })
await build({
  configFile: false,
  root,
  plugins: [engineFiles()],
  resolve: { alias: engineAlias },
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: output,
    target: 'node22',
    minify: false,
    rolldownOptions: {
      // The threads are files of their own beside the program: `start-thread.ts` goes by that.
      input: {
        index: join(root, 'src/cli/index.ts'),
        'model-worker': join(root, 'src/storage/read-model/model-worker.ts'),
        'task-worker': join(root, 'src/backend/tasks/task-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
writeFileSync(noticesFile, makeNotices())
