import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build, type Rolldown } from 'vite'

/** A page's script: the program's own modules, bundled. */
export async function bundle(entry: string): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, '../page', entry),
        formats: ['iife'],
        name: 'bench',
        fileName: 'page',
      },
    },
  })) as Rolldown.RolldownOutput[]
  const chunk = output[0]?.output.find((one) => one.type === 'chunk')
  if (!chunk) throw new Error('the page of the benchmark could not be bundled')
  return chunk.code
}
