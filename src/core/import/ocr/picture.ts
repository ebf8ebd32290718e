import { said } from '../../words/say.ts'
import { problem } from '../../problem.ts'
import { dataAddress } from '../office/pictures.ts'
import { recognisedWords } from '../import-options.ts'
import { titleFromFileName, type Importer } from '../importer.ts'
import { documentOf } from '../pdf/pdf.ts'
import type { PdfFile } from '../pdf/pdf-file.ts'
import { recognisedPage } from './recognised-page.ts'
import type { RecognisedLine } from './recogniser.ts'

const signatures: [type: string, marks: readonly number[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]
const typeOf = (bytes: Uint8Array): string | undefined =>
  signatures.find(([, marks]) => marks.every((mark, at) => bytes[at] === mark))?.[0]

/** As wide as a sheet of paper, in points: a picture says how many dots it has, and not how large they are. */
const paperWidth = 612

/** A photograph or scan of a page: its words are recognised when somebody asks for that, and the picture stands above them. */
export const picture: Importer = {
  format: 'picture',
  noun: { en: 'a picture', de: 'ein Bild', ar: 'صورة' },
  extensions: ['png', 'jpg', 'jpeg'],
  mediaTypes: ['image/png', 'image/jpeg'],
  options: [recognisedWords],
  sniff: ({ bytes }) => (typeOf(bytes) === undefined ? 0 : 0.95),
  async *read({ bytes, fileName, given, take }, { engines, progress }) {
    const type = typeOf(bytes)
    if (type === undefined) throw problem('bad-input', 'pictureDamaged', {})
    if (take !== 'recognised') throw problem('pictures-only', 'isPicture', { name: fileName })
    progress(0, 1)
    const recogniser = await engines.startRecogniser()
    try {
      const lines = recogniser.linesOf(bytes)
      const document = documentOf(asFile(lines), fileName, given?.title, progress)
      const source = dataAddress(bytes, type)
      yield {
        ...document,
        title: given?.title ?? titleFromFileName(fileName),
        html: `${source === undefined ? '' : `<p><img src="${source}" alt=""></p>`}${document.html}`,
        metadataFrom: { title: given?.title === undefined ? 'file name' : 'you' },
        warnings: [said('warnings.recognised', { count: 1 })],
      }
    } finally {
      recogniser.close()
    }
  },
}

/** A picture as a document of one page. */
function asFile(lines: readonly RecognisedLine[]): PdfFile {
  const right = Math.max(1, ...lines.flatMap(({ words }) => words.map((word) => word.right)))
  const bottom = Math.max(1, ...lines.map((line) => line.bottom))
  const scale = right / paperWidth
  return {
    engine: '',
    pages: 1,
    metadata: {},
    language: null,
    outline: [],
    labelOf: () => '',
    page: () => recognisedPage(lines, { width: paperWidth, height: bottom / scale }, scale),
    marks: () => [],
    draw: () => new Uint8Array(),
    close: () => undefined,
  }
}
