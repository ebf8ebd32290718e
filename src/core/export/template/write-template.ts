import { Liquid, LiquidError, type Template } from 'liquidjs'
import { problem, type Problem } from '../../problem.ts'
import type { Exported, ExportedFile, ExportInput, ExportRequest, ExportTemplate } from '../exporter.ts'
import { Catalogue } from '../markdown/catalogue.ts'
import { FileNames } from '../markdown/file-names.ts'
import { articleModel, claimModel, sourceModel } from './template-model.ts'

/** A template may be so long, in UTF-16 code units, make so much, and work so long on one file, in milliseconds. */
const limits = { parseLimit: 1_000_000, memoryLimit: 200_000_000, renderLimit: 5_000 }
/** At the beginning of a template: a file for each record of a kind. */
const eachOf =
  /^\s*\{%-?\s*comment\s*-?%\}\s*ascribe: each (claim|source|article)\s*\{%-?\s*endcomment\s*-?%\}/

/**
 * What a template (Liquid) makes of a notebook: one file, or one for each claim, source or article where it begins by saying so. It
 * reads nothing but what it is given: no files, no network, no other templates.
 * @throws Problem `bad-input` that names the file and the line
 */
export function writeTemplate(input: ExportInput, request: ExportRequest = {}): Exported {
  const { template } = request
  if (template === undefined) throw problem('bad-input', 'templateMissing', {})
  const catalogue = new Catalogue(input, { ...request, profile: 'plain' })
  const engine = new Liquid({
    ...{ templates: {}, relativeReference: false, dynamicPartials: false, ownPropertyOnly: true },
    ...{ strictFilters: true, ...limits },
  })
  const parsed = inTemplate(template, () => engine.parse(template.text))
  const notebook = notebookModel(catalogue)
  const make = (more: object): string =>
    inTemplate(template, () => String(engine.renderSync(parsed, { notebook, ...more })))
  const [, each] = eachOf.exec(template.text) ?? []
  const { extension, name } = outputOf(template)
  if (each === undefined)
    return {
      count: 1,
      withheld: catalogue.withheld,
      files: [{ path: `${name}.${extension}`, content: make({}) }],
    }
  const records = { claim: catalogue.claims, source: catalogue.sources, article: catalogue.articles }[
    each as 'claim' | 'source' | 'article'
  ]
  return {
    count: records.length,
    withheld: catalogue.withheld,
    files: filesOf(catalogue, each, extension, make),
  }
}

function notebookModel(catalogue: Catalogue): object {
  return {
    title: catalogue.input.title,
    withheld: catalogue.withheld,
    claims: catalogue.claims.map((claim) => claimModel(catalogue, claim)),
    sources: catalogue.sources.map((source) => sourceModel(catalogue, source)),
    articles: catalogue.articles.map((article) => articleModel(catalogue, article)),
  }
}

function* filesOf(
  catalogue: Catalogue,
  each: string,
  extension: string,
  make: (more: object) => string,
): Iterable<ExportedFile> {
  const names = new FileNames()
  const named = (folder: string, title: string, id: ExportedFile['about'] & string): string =>
    names.pathFor(folder, title, id, extension)
  if (each === 'claim')
    for (const claim of catalogue.claims)
      yield {
        path: named('claims', claim.statement, claim.id),
        about: claim.id,
        content: make({ claim: claimModel(catalogue, claim) }),
      }
  if (each === 'source')
    for (const source of catalogue.sources)
      yield {
        path: named('sources', source.name, source.id),
        about: source.id,
        content: make({ source: sourceModel(catalogue, source) }),
      }
  if (each === 'article')
    for (const article of catalogue.articles)
      yield {
        path: named('articles', article.title, article.id),
        about: article.id,
        content: make({ article: articleModel(catalogue, article) }),
      }
}

/** `memo.md.liquid` makes `memo.md`. */
function outputOf({ fileName }: ExportTemplate): { name: string; extension: string } {
  const [, name = 'export', extension = 'md'] = /([\w -]{1,60})\.(\w{1,8})(?:\.liquid)?$/.exec(fileName) ?? []
  return extension === 'liquid' ? { name, extension: 'md' } : { name, extension }
}

/** @throws Problem for what is wrong in the template */
function inTemplate<T extends string | Template[]>(template: ExportTemplate, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw LiquidError.is(error) || error instanceof RangeError ? wrongIn(template, error) : error
  }
}

function wrongIn({ fileName }: ExportTemplate, error: Error): Problem {
  const [, line = '?'] = /\bline:(\d+)/.exec(error.message) ?? []
  const [what = ''] = (error.message.split('\n')[0] ?? '').split(/, (?:file|line):/)
  return problem('bad-input', 'templateWrong', { file: fileName, line, what })
}
