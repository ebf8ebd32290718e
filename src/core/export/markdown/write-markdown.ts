import type { RecordId } from '../../records/base.ts'
import type { Exported, ExportedFile, ExportInput, ExportRequest } from '../exporter.ts'
import { articleFile } from './article-file.ts'
import { Catalogue } from './catalogue.ts'
import { claimFile } from './claim-file.ts'
import { indexFile } from './index-file.ts'
import { sourceFile } from './source-file.ts'

/** The files of a notebook in Markdown. */
export function writeMarkdown(input: ExportInput, request?: ExportRequest): Exported {
  const catalogue = new Catalogue(input, request)
  const count = 1 + catalogue.articles.length + catalogue.claims.length + catalogue.sources.length
  return { count, withheld: catalogue.withheld, files: files(catalogue) }
}

function* files(catalogue: Catalogue): Iterable<ExportedFile> {
  yield { path: 'index.md', content: indexFile(catalogue) }
  const at = (id: RecordId): string => catalogue.pathOf(id) ?? `${id}.md`
  for (const article of catalogue.articles)
    yield { path: at(article.id), content: articleFile(catalogue, article) }
  for (const claim of catalogue.claims) yield { path: at(claim.id), content: claimFile(catalogue, claim) }
  for (const source of catalogue.sources)
    yield { path: at(source.id), content: sourceFile(catalogue, source) }
}
