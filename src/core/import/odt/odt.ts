import { problem } from '../../problem.ts'
import { said } from '../../words/say.ts'
import { openArchive, type Archive } from '../archive.ts'
import { titleFromFileName, type ImportedDocument, type Importer, type ImportInput } from '../importer.ts'
import { authorsStated, dayIn, Flow, titleIn } from '../office/flow.ts'
import { pictureIn } from '../office/pictures.ts'
import { oneLine, toLanguageTag } from '../values.ts'
import { allBelow, attribute, below, childrenOf, type XmlElement } from '../xml.ts'
import { blocksOf, type OdtParts } from './odt-text.ts'
import { textStyles } from './text-styles.ts'

/** An OpenDocument text (LibreOffice), with its notes, comments on their words, and changes that were recorded. */
export const odt: Importer = {
  format: 'odt',
  noun: 'an OpenDocument text',
  extensions: ['odt', 'ott'],
  mediaTypes: ['application/vnd.oasis.opendocument.text'],
  sniff: ({ text }) =>
    text.startsWith('PK') && text.includes('application/vnd.oasis.opendocument.text') ? 0.96 : 0,
  *read(input) {
    yield readOdt(openArchive(input.bytes), input)
  },
}

function readOdt(archive: Archive, { fileName, given, take }: ImportInput): ImportedDocument {
  const content = archive.xml('content.xml')
  const text = below(content, 'office:body', 'office:text')
  if (!text) throw problem('bad-input', 'documentDamaged', {})
  const styles = archive.xml('styles.xml')
  const flow = new Flow(take === 'accepted' || take === 'rejected' ? take : 'marked')
  const parts: OdtParts = {
    flow,
    style: textStyles([styles, content]),
    changes: changesIn(below(text, 'text:tracked-changes')),
    isNumbered: numberedLists([styles, content]),
    picture: (path) => pictureIn(archive, path.replace(/^\.\//, '')),
    insertions: new Map(),
  }
  const html = blocksOf(text, parts)
  const meta = below(archive.xml('meta.xml'), 'office:meta')
  const stated = (name: string): string => oneLine(below(meta, name)?.textContent ?? '')
  const authors = authorsStated(stated('meta:initial-creator') || stated('dc:creator'))
  const title = titleIn(html, stated('dc:title'))
  const language = stated('dc:language')
  return {
    title: given?.title ?? title?.value ?? titleFromFileName(fileName),
    byline: authors.join(', '),
    authors,
    outlet: null,
    published: null,
    language: language === '' ? null : toLanguageTag(language),
    direction: null,
    urls: [],
    tags: [],
    html: flow.document(html),
    hasMarks: true,
    baseUrl: undefined,
    metadataFrom: {
      title: given?.title === undefined ? (title?.from ?? 'file name') : 'you',
      ...(authors.length > 0 ? { authors: 'document: creator' } : {}),
    },
    notes: flow.notes,
    warnings: flow.hasChanges && take === undefined ? [said('warnings.trackedChanges')] : [],
  }
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
