import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

// By its package: configurations are bundled, and then stand somewhere else.
const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')

/** The build of PDFium for browsers asks nothing of Node, and can be bundled; the thread hands its WebAssembly in. */
export const engineAlias = { '@embedpdf/pdfium': join(dirname(wasm), 'index.browser.js') }

/** Puts the WebAssembly of the engines beside the threads of a build, which look for it there (`pdf-engine.ts`). */
export const engineFiles = (): Plugin => ({
  name: 'engine-files',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source: readFileSync(wasm) })
  },
})
