import { said } from '../../words/say.ts'
import { titleFromFileName, type ImportedDocument, type ImportInput } from '../importer.ts'
import { toLanguageTag } from '../values.ts'
import { authorsStated, titleIn, type ChangesAs, type Flow } from './flow.ts'

/** What a document of an office program states of itself; it may lie. */
interface Stated {
  title: string
  author: string
  /** As the document writes it; '' where it does not. */
  language: string
}

/** How what was tracked in a document is read. */
export const changesAs = (take: ImportInput['take']): ChangesAs =>
  take === 'accepted' || take === 'rejected' ? take : 'marked'

/**
 * The document that was read, with what is known of it.
 * @param html its text, without the notes that `flow` has
 */
export function officeDocument(
  { fileName, given, take }: ImportInput,
  html: string,
  flow: Flow,
  stated: Stated,
): ImportedDocument {
  const title = titleIn(html, stated.title)
  const authors = authorsStated(stated.author)
  return {
    title: given?.title ?? title?.value ?? titleFromFileName(fileName),
    byline: authors.join(', '),
    authors,
    outlet: null,
    published: null,
    language: stated.language === '' ? null : toLanguageTag(stated.language),
    direction: null,
    urls: [],
    tags: [],
    html: flow.document(html),
    hasMarks: true,
    baseUrl: undefined,
    metadataFrom: {
      title: given?.title === undefined ? (title?.from ?? 'file name') : 'you',
      ...(authors.length > 0 ? { authors: 'its properties: creator' } : {}),
    },
    notes: flow.notes,
    warnings: flow.hasChanges && take === undefined ? [said('warnings.trackedChanges')] : [],
  }
}
