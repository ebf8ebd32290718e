import { Liquid, LiquidError, type Template } from 'liquidjs'
import { problem, type Problem } from '../../problem.ts'
import type { RecordId } from '../../records/base.ts'
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
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
    ownPropertyOnly: true,
    strictFilters: true,
    ...limits,
  })
  const parsed = inTemplate(template, () => engine.parse(template.text))
  const records = recordsOf(catalogue)
  const modelsOf = (kind: Kind): object[] => records[kind].map(({ model }) => model)
  const notebook = {
    title: input.title,
    withheld: catalogue.withheld,
    claims: modelsOf('claim'),
    sources: modelsOf('source'),
    articles: modelsOf('article'),
  }
  const make = (more: object): string =>
    inTemplate(template, () => String(engine.renderSync(parsed, { notebook, ...more })))
  const { extension, name } = outputOf(template)
  const each = kinds.find((kind) => kind === eachOf.exec(template.text)?.[1])
  const { withheld } = catalogue
  if (each === undefined)
    return { count: 1, withheld, files: [{ path: `${name}.${extension}`, content: make({}) }] }
  const names = new FileNames()
  function* files(kind: Kind): Iterable<ExportedFile> {
    for (const { id, title, model } of records[kind])
      yield {
        path: names.pathFor(`${kind}s`, title, id, extension),
        about: id,
        content: make({ [kind]: model }),
      }
  }
  return { count: records[each].length, withheld, files: files(each) }
}

const kinds = ['claim', 'source', 'article'] as const
type Kind = (typeof kinds)[number]
/** A record that a template speaks of. */
interface Told {
  id: RecordId
  title: string
  model: object
}

const recordsOf = (catalogue: Catalogue): Record<Kind, Told[]> => ({
  claim: catalogue.claims.map((one) => ({
    id: one.id,
    title: one.statement,
    model: claimModel(catalogue, one),
  })),
  source: catalogue.sources.map((one) => ({
    id: one.id,
    title: one.name,
    model: sourceModel(catalogue, one),
  })),
  article: catalogue.articles.map((one) => ({
    id: one.id,
    title: one.title,
    model: articleModel(catalogue, one),
  })),
})

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
