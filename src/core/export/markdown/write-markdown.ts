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
  const { articles, claims, sources, profile, withheld } = catalogue
  const tags = catalogue.hasTagPages ? catalogue.tags : []
  const count =
    (profile.hasCitations ? 3 : 1) +
    (input.written?.only.size ?? articles.length + claims.length + sources.length + tags.length)
  return { count, withheld, files: files(catalogue), missing: () => catalogue.asked.missing }
}

function* files(catalogue: Catalogue): Iterable<ExportedFile> {
  const { written } = catalogue.input
  if (written === undefined || written.index !== undefined) yield* indexes(catalogue)
  yield* records(catalogue)
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

function* records(catalogue: Catalogue): Iterable<ExportedFile> {
  const only = catalogue.input.written?.only
  const wanted = <T extends { id: RecordId }>(records: readonly T[]): readonly T[] =>
    only ? records.filter(({ id }) => only.has(id)) : records
  const fileOf = <T extends { id: RecordId }>(
    record: T,
    content: (page: Page, record: T) => string,
  ): ExportedFile => {
    const { id } = record
    const page = new Page(catalogue, catalogue.pathOf(id) ?? `${id}.md`)
    const { made, uses } = catalogue.asked.during(() => content(page, record))
    return { path: page.path, about: id, content: made, uses }
  }
  for (const article of wanted(catalogue.articles)) yield fileOf(article, articleFile)
  for (const claim of wanted(catalogue.claims)) yield fileOf(claim, claimFile)
  for (const source of wanted(catalogue.sources)) yield fileOf(source, sourceFile)
  if (catalogue.hasTagPages) for (const tag of wanted(catalogue.tags)) yield fileOf(tag, tagFile)
}
