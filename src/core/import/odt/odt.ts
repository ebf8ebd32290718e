import { problem } from '../../problem.ts'
import { openArchive, type Archive } from '../archive.ts'
import type { ImportedDocument, Importer, ImportInput } from '../importer.ts'
import { dayIn, Flow } from '../office/flow.ts'
import { changesAs, officeDocument } from '../office/office-document.ts'
import { pictureIn } from '../office/pictures.ts'
import { oneLine } from '../values.ts'
import { allBelow, attribute, below, childrenOf, type XmlElement } from '../xml.ts'
import { blocksOf, type OdtParts } from './odt-text.ts'
import { textStyles } from './text-styles.ts'

/** An OpenDocument text (LibreOffice), with its notes, comments on their words, and changes that were recorded. */
export const odt: Importer = {
  format: 'odt',
  noun: { en: 'an OpenDocument text', de: 'ein OpenDocument-Text', ar: 'نص OpenDocument' },
  extensions: ['odt', 'ott'],
  mediaTypes: ['application/vnd.oasis.opendocument.text'],
  sniff: ({ text }) =>
    text.startsWith('PK') && text.includes('application/vnd.oasis.opendocument.text') ? 0.96 : 0,
  *read(input) {
    yield readOdt(openArchive(input.bytes), input)
  },
}

function readOdt(archive: Archive, input: ImportInput): ImportedDocument {
  const content = archive.xml('content.xml')
  const text = below(content, 'office:body', 'office:text')
  if (!text) throw problem('bad-input', 'documentDamaged', {})
  const styles = archive.xml('styles.xml')
  const flow = new Flow(changesAs(input.take))
  const parts: OdtParts = {
    flow,
    style: textStyles([styles, content]),
    changes: changesIn(below(text, 'text:tracked-changes')),
    isNumbered: numberedLists([styles, content]),
    picture: (path) => pictureIn(archive, path.replace(/^\.\//, '')),
    ends: new Set(
      [...allBelow(text, 'office:annotation-end')].map((one) => attribute(one, 'office:name') ?? ''),
    ),
    insertions: new Map(),
  }
  const html = blocksOf(text, parts)
  const meta = below(archive.xml('meta.xml'), 'office:meta')
  const stated = (name: string): string => oneLine(below(meta, name)?.textContent ?? '')
  return officeDocument(input, html, flow, {
    title: stated('dc:title'),
    author: stated('meta:initial-creator') || stated('dc:creator'),
    language: stated('dc:language'),
  })
}

/** What was inserted and deleted while changes were recorded (OpenDocument 1.3, part 3, 5.5). */
function changesIn(tracked: XmlElement | undefined): OdtParts['changes'] {
  return new Map(
    childrenOf(tracked, 'text:changed-region').flatMap((region) => {
      const [change] = childrenOf(region)
      const kind =
        change?.tagName === 'text:insertion' ? 'ins' : change?.tagName === 'text:deletion' ? 'del' : undefined
      if (!change || !kind) return []
      const by = below(change, 'office:change-info')
      const author = below(by, 'dc:creator')?.textContent ?? ''
      const day = dayIn(below(by, 'dc:date')?.textContent ?? '')
      const id = attribute(region, 'text:id') ?? attribute(region, 'xml:id') ?? ''
      return [[id, { tracked: { kind, author, day }, deleted: kind === 'del' ? change : undefined }] as const]
    }),
  )
}

function numberedLists(parts: readonly (XmlElement | undefined)[]): OdtParts['isNumbered'] {
  const numbered = new Set<string>()
  for (const part of parts)
    for (const style of allBelow(part, 'text:list-style'))
      if (childrenOf(style)[0]?.tagName === 'text:list-level-style-number')
        numbered.add(attribute(style, 'style:name') ?? '')
  return (list) => list !== undefined && numbered.has(list)
}
