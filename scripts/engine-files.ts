import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** Puts the WebAssembly of the engines beside the threads of a build, which look for it there (`pdf-engine.ts`). */
export const engineFiles = (): Plugin => ({
  name: 'engine-files',
  generateBundle() {
    const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
    this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source: readFileSync(path) })
  },
})
