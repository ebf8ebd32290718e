import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import type { RecognisedLine, Recogniser } from '../../core/import/ocr/recogniser.ts'
import { problem } from '../../core/problem.ts'

const engine = 'Tesseract 7.0.0, English'
/** `PSM_AUTO`: without it two columns are read straight across. `OEM_LSTM_ONLY` */
const [byLayout, byNetwork] = ['3', 1]

/** The little of Tesseract’s own interface that is asked for; the package has no types. */
interface Tesseract {
  FS: { writeFile: (path: string, content: Uint8Array) => void; unlink: (path: string) => void }
  TessBaseAPI: new () => {
    Init: (path: string, language: string, mode: number) => number
    SetVariable: (name: string, value: string) => void
    SetImageFile: (orientation: number, angle: number) => number
    Recognize: (monitor: null) => number
    GetJSONText: () => string
    End: () => void
  }
}
type Start = (options: {
  wasmBinary: Uint8Array
  print: () => void
  printErr: () => void
}) => Promise<Tesseract>

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })
const Found = z.object({
  blocks: z
    .array(
      z.object({
        paragraphs: z.array(
          z.object({
            lines: z.array(
              z.object({
                bbox: box,
                rowAttributes: z.object({ rowHeight: z.number() }),
                words: z.array(
                  z.object({
                    text: z.string(),
                    confidence: z.number(),
                    bbox: box,
                    symbols: z.array(z.object({ text: z.string(), bbox: box })),
                  }),
                ),
              }),
            ),
          }),
        ),
      }),
    )
    .nullable(),
})

/**
 * Starts Tesseract, in WebAssembly, with its data for English; nothing is fetched.
 * @throws Problem `unsupported` when its files are not there
 */
export async function startRecogniser(): Promise<Recogniser> {
  const module = await tesseract()
  module.FS.writeFile(
    '/eng.traineddata',
    gunzipSync(
      fileOf('eng.traineddata.gz', '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz').content,
    ),
  )
  const api = new module.TessBaseAPI()
  if (api.Init('/', 'eng', byNetwork) !== 0) throw problem('unsupported', 'noRecogniser', {})
  api.SetVariable('tessedit_pageseg_mode', byLayout)
  return {
    engine,
    linesOf: (picture) => {
      module.FS.writeFile('/input', picture)
      if (api.SetImageFile(1, 0) !== 0) throw problem('bad-input', 'pictureDamaged', {})
      api.Recognize(null)
      return linesIn(Found.parse(JSON.parse(api.GetJSONText())))
    },
    close: () => api.End(),
  }
}

async function tesseract(): Promise<Tesseract> {
  const { path } = fileOf('tesseract-core.cjs', 'tesseract.js-core/tesseract-core-simd-lstm.js')
  const wasm = fileOf('tesseract-core.wasm', 'tesseract.js-core/tesseract-core-simd-lstm.wasm')
  // A border: what the package exports is known from its source only.
  const start = createRequire(import.meta.url)(path) as Start
  const silent = (): void => undefined
  return start({ wasmBinary: wasm.content, print: silent, printErr: silent })
}

/** A file of the engine: built, it stands beside the thread; from source, in its package. */
function fileOf(built: string, packaged: string): { path: string; content: Buffer } {
  const beside = join(import.meta.dirname, built)
  const path = existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packaged)
  return { path, content: readFileSync(path) }
}

const linesIn = ({ blocks }: z.infer<typeof Found>): RecognisedLine[] =>
  (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.map(({ bbox, rowAttributes, words }) => ({
        height: rowAttributes.rowHeight,
        top: bbox.y0,
        bottom: bbox.y1,
        words: words.map((word) => ({
          text: word.text,
          confidence: word.confidence,
          left: word.bbox.x0,
          right: word.bbox.x1,
          letters: word.symbols.map(({ text, bbox: one }): [string, number, number] => [
            text,
            one.x0,
            one.x1,
          ]),
        })),
      })),
    ),
  )
