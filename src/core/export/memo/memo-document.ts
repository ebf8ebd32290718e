import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import { unzipSync } from 'fflate/browser'
import MarkdownIt from 'markdown-it'
import { archiveOf } from '../archive.ts'

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false })
type Token = ReturnType<typeof reader.parse>[number]

/** The same bytes for the same words: a document has a time, so all have this one. */
const documentTime = '2000-01-01T00:00:00Z'

/** Markdown as a document for Word. Notes are text in it, and what is HTML in them is shown as it is written. */
export async function memoDocument(markdown: string, title: string): Promise<Uint8Array> {
  const children = blocksOf(reader.parse(markdown.replaceAll(/<\/?bdi>/g, ''), {}))
  const made = new Document({
    title,
    creator: 'Ascribe',
    styles: { default: { document: { run: { font: 'Georgia', size: 22 } } } },
    sections: [{ children }],
  })
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(made)))
  const links = new Map<string, string>()
  const steady = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]): [string, string | Uint8Array] => {
      if (!name.endsWith('.xml') && !name.endsWith('.rels')) return [name, bytes]
      const words = new TextDecoder()
        .decode(bytes)
        .replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${documentTime}`)
        // The ids of links are made at random.
        .replace(/\brId(?=[^"]*[^\d"])[\w-]{8,}/g, (id) => {
          const steadyId = links.get(id) ?? `rIdLink${links.size + 1}`
          links.set(id, steadyId)
          return steadyId
        })
      return [name, words]
    })
  return archiveOf(Object.fromEntries(steady))
}

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const

/** Where a block stands. */
interface Around {
  quotes: number
  /** How deep in lists; -1 outside. */
  list: number
  heading: (typeof levels)[number] | undefined
}

function blocksOf(tokens: readonly Token[]): (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = []
  const around: Around = { quotes: 0, list: -1, heading: undefined }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) continue
    const { type, tag } = token
    if (type === 'table_open') {
      const end = tokens.findIndex((one, place) => place > at && one.type === 'table_close')
      blocks.push(tableOf(tokens.slice(at, end)))
      at = end
    } else if (type === 'blockquote_open') around.quotes += 1
    else if (type === 'blockquote_close') around.quotes -= 1
    else if (type.endsWith('_list_open')) around.list += 1
    else if (type.endsWith('_list_close')) around.list -= 1
    else if (type === 'heading_open') around.heading = levels[Number(tag.slice(1)) - 1]
    else if (type === 'heading_close') around.heading = undefined
    else if (type === 'inline') blocks.push(paragraphOf(runsOf(token.children ?? []), around))
    else if (type === 'fence' || type === 'code_block')
      for (const line of token.content.trimEnd().split('\n'))
        blocks.push(paragraphOf([new TextRun({ text: line, font: 'Courier New' })], around))
  }
  return blocks
}

const paragraphOf = (children: ParagraphChild[], { quotes, list, heading }: Around): Paragraph =>
  new Paragraph({
    children,
    spacing: { after: 120 },
    ...(heading === undefined ? {} : { heading }),
    ...(quotes > 0 ? { indent: { start: 480 * quotes } } : {}),
    ...(list >= 0 ? { bullet: { level: Math.min(list, 8) } } : {}),
  })

/** Words with what they look like; a link is one of the web. */
function runsOf(tokens: readonly Token[]): ParagraphChild[] {
  const runs: ParagraphChild[] = []
  let [bold, italics] = [0, 0]
  let link: { url: string; runs: TextRun[] } | undefined
  for (const { type, content, attrGet } of tokens.map((token) => ({
    type: token.type,
    content: token.content,
    attrGet: (name: string) => token.attrGet(name),
  }))) {
    if (type === 'strong_open') bold += 1
    else if (type === 'strong_close') bold -= 1
    else if (type === 'em_open') italics += 1
    else if (type === 'em_close') italics -= 1
    else if (type === 'link_open') link = { url: String(attrGet('href') ?? ''), runs: [] }
    else if (type === 'link_close' && link) {
      const { url, runs: children } = link
      runs.push(...(/^https?:/i.test(url) ? [new ExternalHyperlink({ link: url, children })] : children))
      link = undefined
    } else {
      const text = type === 'softbreak' || type === 'hardbreak' ? ' ' : content
      const looks: IRunOptions = { text, bold: bold > 0, italics: italics > 0 }
      const run = new TextRun(looks)
      if (link) link.runs.push(run)
      else runs.push(run)
    }
  }
  return runs
}

function tableOf(tokens: readonly Token[]): Table {
  const rows: TableRow[] = []
  let cells: TableCell[] = []
  for (const { type, children } of tokens) {
    if (type === 'inline')
      cells.push(new TableCell({ children: [new Paragraph({ children: runsOf(children ?? []) })] }))
    if (type !== 'tr_close') continue
    rows.push(new TableRow({ children: cells }))
    cells = []
  }
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })
}
