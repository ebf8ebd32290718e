import type { RecordId } from '../../records/base.ts'
import type { Exported, ExportedFile, ExportInput, ExportRequest } from '../exporter.ts'
import { articleFile } from './article-file.ts'
import { Catalogue } from './catalogue.ts'
import { bibliography, cslJson } from './citations.ts'
import { claimFile } from './claim-file.ts'
import { indexFile } from './index-file.ts'
import { Page } from './page.ts'
import { sourceFile } from './source-file.ts'
import { tagFile } from './tag-file.ts'

/** The files of a notebook in Markdown. */
export function writeMarkdown(input: ExportInput, request?: ExportRequest): Exported {
  const catalogue = new Catalogue(input, request)
  const { withheld, profile } = catalogue
  const wanted = wantedOf(catalogue)
  const hasIndex = input.written === undefined || input.written.index !== undefined
  const records = Object.values(wanted).reduce((sum, { length }) => sum + length, 0)
  return {
    count: records + (hasIndex ? (profile.hasCitations ? 3 : 1) : 0),
    withheld,
    files: files(catalogue, wanted, hasIndex),
    missing: () => catalogue.asked.missing,
  }
}

/** The records that files are made about: all that are exported, or those that are to be made anew. */
function wantedOf(catalogue: Catalogue) {
  const only = catalogue.input.written?.only
  const wanted = <T extends { id: RecordId }>(records: readonly T[]): readonly T[] =>
    only ? records.filter(({ id }) => only.has(id)) : records
  const { articles, claims, sources, hasTagPages } = catalogue
  return {
    articles: wanted(articles),
    claims: wanted(claims),
    sources: wanted(sources),
    tags: hasTagPages ? wanted(catalogue.tags) : [],
  }
}

function* files(
  catalogue: Catalogue,
  { articles, claims, sources, tags }: ReturnType<typeof wantedOf>,
  hasIndex: boolean,
): Iterable<ExportedFile> {
  if (hasIndex) yield* indexes(catalogue)
  const fileOf = <T extends { id: RecordId }>(
    record: T,
    content: (page: Page, record: T) => string,
  ): ExportedFile => {
    const { id } = record
    const page = new Page(catalogue, catalogue.pathOf(id) ?? `${id}.md`)
    const { made, uses } = catalogue.asked.during(() => content(page, record))
    return { path: page.path, about: id, content: made, uses }
  }
  for (const article of articles) yield fileOf(article, articleFile)
  for (const claim of claims) yield fileOf(claim, claimFile)
  for (const source of sources) yield fileOf(source, sourceFile)
  for (const tag of tags) yield fileOf(tag, tagFile)
}

function* indexes(catalogue: Catalogue): Iterable<ExportedFile> {
  const index = new Page(catalogue, 'index.md')
  yield { path: index.path, content: indexFile(index) }
  if (catalogue.profile.hasCitations) {
    const { cited, keys } = catalogue.citations
    yield { path: 'references.json', content: cslJson(cited, keys) }
    yield { path: 'references.bib', content: bibliography(cited, keys) }
  }
}
