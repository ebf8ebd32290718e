import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { engineAlias, engineFiles } from './scripts/engine-files.ts'

const here = import.meta.dirname

export default defineConfig({
  main: {
    plugins: [engineFiles()],
    resolve: { alias: engineAlias },
    build: {
      rolldownOptions: {
        // The threads are files of their own, all in one folder: `worker-url.ts` goes by that.
        input: {
          index: resolve(here, 'src/main/index.ts'),
          'model-worker': resolve(here, 'src/storage/read-model/model-worker.ts'),
          'task-worker': resolve(here, 'src/backend/tasks/task-worker.ts'),
        },
        output: {
          chunkFileNames: '[name]-[hash].js',
          // Names stay as they are: the log of defects says where something went wrong.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    // A sandboxed preload must be one CommonJS file.
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [vue()],
    build: {
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
})
