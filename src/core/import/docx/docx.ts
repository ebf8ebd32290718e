import { problem } from '../../problem.ts'
import { openArchive, type Archive } from '../archive.ts'
import type { ImportedDocument, ImportedNote, Importer, ImportInput } from '../importer.ts'
import { dayIn, Flow } from '../office/flow.ts'
import { changesAs, officeDocument } from '../office/office-document.ts'
import { pictureIn } from '../office/pictures.ts'
import { isOfOldOffice } from '../refused.ts'
import { oneLine } from '../values.ts'
import { allBelow, attribute, below, childrenOf, type XmlElement } from '../xml.ts'
import { blocksOf, sheetsOf } from './blocks.ts'
import type { Parts } from './runs.ts'

/**
 * A Word document (ISO/IEC 29500): its text with tables, lists, notes, comments on their words, and what was changed with “track
 * changes” on, with who changed it. The libraries that we tried leave deletions and the places of comments out without a word.
 */
export const docx: Importer = {
  format: 'docx',
  noun: { en: 'a Word document', de: 'ein Word-Dokument', ar: 'وثيقة Word' },
  extensions: ['docx', 'docm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  sniff: ({ text }) => (text.startsWith('PK') && text.includes('word/') ? 0.96 : 0),
  *read(input) {
    if (isOfOldOffice(input.bytes)) throw problem('unsupported', 'officeLocked', { name: input.fileName })
    yield readDocx(openArchive(input.bytes), input)
  },
}

function readDocx(archive: Archive, input: ImportInput): ImportedDocument {
  const main = mainPart(archive)
  const root = archive.xml(main)
  const body = below(root, 'w:body')
  if (!body) throw problem('bad-input', 'documentDamaged', {})
  const flow = new Flow(changesAs(input.take))
  const styles = archive.xml(partBeside(archive, main, 'styles'))
  const sheets = sheetsOf(styles, archive.xml(partBeside(archive, main, 'numbering')))
  const notes = notesIn(archive, main)
  const comments = commentsIn(archive.xml(partBeside(archive, main, 'comments')))
  const ranges = new Set([...allBelow(body, 'w:commentRangeStart')].map((one) => attribute(one, 'w:id')))
  const known = new Map<string, Parts>()
  const parts = (part: string): Parts => {
    const there = known.get(part) ?? partsOf(part)
    known.set(part, there)
    return there
  }
  const partsOf = (part: string): Parts => ({
    flow,
    targets: targetsOf(archive, part),
    note: (kind, id) => {
      const note = notes.get(`${kind} ${id}`)
      return note && blocksOf(note.element, parts(note.part), sheets)
    },
    picture: (path) => pictureIn(archive, path),
    isRange: (id) => ranges.has(id),
    comment: (id) => comments.get(id),
    blocks: (element) => blocksOf(element, parts(part), sheets),
  })
  const html = blocksOf(body, parts(main), sheets)
  const core = archive.xml('docProps/core.xml')
  const stated = (name: string): string => oneLine(below(core, name)?.textContent ?? '')
  return officeDocument(input, html, flow, {
    title: stated('dc:title'),
    author: stated('dc:creator'),
    language: languageOf(styles) ?? '',
  })
}

/** The part that the package says is the document (ISO/IEC 29500-2, 9.3). */
function mainPart(archive: Archive): string {
  const office = childrenOf(archive.xml('_rels/.rels'), 'Relationship').find((one) =>
    attribute(one, 'Type')?.endsWith('/officeDocument'),
  )
  return (attribute(office, 'Target') ?? 'word/document.xml').replace(/^\//, '')
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

/** The part of a kind that the document refers to, whatever it is called: `comments`, `footnotes`. */
function partBeside(archive: Archive, main: string, kind: string): string {
  const known = relationsOf(archive, main).find((one) => attribute(one, 'Type')?.endsWith(`/${kind}`))
  const target = attribute(known, 'Target')
  return target === undefined ? `${folderOf(main)}${kind}.xml` : wholePath(main, target)
}

const relationsOf = (archive: Archive, part: string): XmlElement[] =>
  childrenOf(archive.xml(`${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`), 'Relationship')
const wholePath = (part: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : folderOf(part) + target

/** What a part refers to, by the ids of its relationships. Paths are from the beginning of the archive. */
function targetsOf(archive: Archive, part: string): Map<string, string> {
  return new Map(
    relationsOf(archive, part).map((one) => {
      const target = attribute(one, 'Target') ?? ''
      const isOutside = attribute(one, 'TargetMode') === 'External'
      return [attribute(one, 'Id') ?? '', isOutside ? target : wholePath(part, target)]
    }),
  )
}

/** Footnotes and endnotes, by their kind and id. */
function notesIn(archive: Archive, main: string): Map<string, { element: XmlElement; part: string }> {
  const found = new Map<string, { element: XmlElement; part: string }>()
  for (const kind of ['footnote', 'endnote']) {
    const part = partBeside(archive, main, `${kind}s`)
    for (const element of childrenOf(archive.xml(part), `w:${kind}`))
      // Lines above the notes have a type.
      if (attribute(element, 'w:type') === undefined || attribute(element, 'w:type') === 'normal')
        found.set(`${kind} ${attribute(element, 'w:id') ?? ''}`, { element, part })
  }
  return found
}

function commentsIn(comments: XmlElement | undefined): Map<string, ImportedNote> {
  return new Map(
    childrenOf(comments, 'w:comment').map((comment) => [
      attribute(comment, 'w:id') ?? '',
      {
        author: attribute(comment, 'w:author') ?? '',
        day: dayIn(attribute(comment, 'w:date')),
        comment: childrenOf(comment, 'w:p')
          .map(wordsOfComment)
          .filter((line) => line.trim() !== '')
          .join('\n'),
        colour: null,
      },
    ]),
  )
}

/** The words of a paragraph of a comment. */
function wordsOfComment(element: XmlElement): string {
  if (element.tagName === 'w:t') return element.textContent ?? ''
  if (element.tagName === 'w:br' || element.tagName === 'w:cr') return '\n'
  return element.tagName === 'w:tab' ? ' ' : childrenOf(element).map(wordsOfComment).join('')
}

const languageOf = (styles: XmlElement | undefined): string | undefined =>
  attribute(below(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'), 'w:val')
