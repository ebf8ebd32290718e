import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

// By its package: configurations are bundled, and then stand somewhere else.
const require = createRequire(import.meta.url)
const wasm = require.resolve('@embedpdf/pdfium/pdfium.wasm')
const files: [built: string, packaged: string][] = [
  ['pdfium.wasm', '@embedpdf/pdfium/pdfium.wasm'],
  ['tesseract-core.cjs', 'tesseract.js-core/tesseract-core-simd-lstm.js'],
  ['tesseract-core.wasm', 'tesseract.js-core/tesseract-core-simd-lstm.wasm'],
  ['eng.traineddata.gz', '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'],
]
/** Packages of which files are put beside the threads, and not code into them. */
export const enginePackages = ['tesseract.js-core', '@tesseract.js-data/eng']

/** The build of PDFium for browsers asks nothing of Node, and can be bundled; the thread hands its WebAssembly in. */
export const engineAlias = { '@embedpdf/pdfium': join(dirname(wasm), 'index.browser.js') }

/** Puts the files of the engines beside the threads of a build, which look for them there (`pdf-engine.ts`, `ocr-engine.ts`). */
export const engineFiles = (): Plugin => ({
  name: 'engine-files',
  generateBundle() {
    for (const [fileName, packaged] of files)
      this.emitFile({ type: 'asset', fileName, source: readFileSync(require.resolve(packaged)) })
  },
})
