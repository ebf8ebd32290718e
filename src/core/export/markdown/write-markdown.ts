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
  const count =
    1 +
    (catalogue.profile.hasCitations ? 2 : 0) +
    catalogue.articles.length +
    catalogue.claims.length +
    catalogue.sources.length +
    (catalogue.hasTagPages ? catalogue.tags.length : 0)
  return { count, withheld: catalogue.withheld, files: files(catalogue) }
}

function* files(catalogue: Catalogue): Iterable<ExportedFile> {
  const index = new Page(catalogue, 'index.md')
  yield { path: index.path, content: indexFile(index) }
  if (catalogue.profile.hasCitations) {
    const { cited, keys } = catalogue.citations
    yield { path: 'references.json', content: cslJson(cited, keys) }
    yield { path: 'references.bib', content: bibliography(cited, keys) }
  }
  const pageOf = (id: RecordId): Page => new Page(catalogue, catalogue.pathOf(id) ?? `${id}.md`)
  const fileOf = (id: RecordId, content: (page: Page) => string): ExportedFile => {
    const page = pageOf(id)
    return { path: page.path, about: id, content: content(page) }
  }
  for (const article of catalogue.articles) yield fileOf(article.id, (page) => articleFile(page, article))
  for (const claim of catalogue.claims) yield fileOf(claim.id, (page) => claimFile(page, claim))
  for (const source of catalogue.sources) yield fileOf(source.id, (page) => sourceFile(page, source))
  if (catalogue.hasTagPages)
    for (const tag of catalogue.tags) yield fileOf(tag.id, (page) => tagFile(page, tag))
}
