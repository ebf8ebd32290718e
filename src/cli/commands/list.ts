import { Argument, Command } from 'commander'
import * as z from 'zod'
import type { Backend } from '../../backend/router.ts'
import { AnnotationQuery, ArticleQuery, ClaimQuery, SourceQuery } from '../../core/listing/queries.ts'
import { type Problem, problem } from '../../core/problem.ts'
import { RecordId } from '../../core/records/base.ts'
import { collect, positive, wholeNumber } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

const all = 100_000
const short = (text: string): string => oneLine(text).slice(0, 100)

const stateWords = { exact: '', moved: ' · moved', review: ' · to review', orphan: ' · not found' }

interface Options {
  limit?: number
  offset: number
  sort?: string
  filter: string[]
  json?: true
}

interface Item {
  row: object
  line: string
}

/** The rows of a list, with what is printed of each for people. */
const toItems = <T extends { id: string }>(rows: readonly T[], line: (row: T) => string): Item[] =>
  rows.map((row) => ({ row, line: `${row.id}  ${line(row)}` }))

/** Tags are few, and come without a query. */
const TagQuery = z.object({
  limit: z.int(),
  offset: z.int(),
  descending: z.boolean().default(false),
  text: z.string().default(''),
  sort: z.enum(['name', 'articles', 'annotations', 'claims', 'sources']).default('name'),
})

const lists = {
  articles: async (backend: Backend, options: Options) => {
    const { rows } = await backend.articles.list(await queryOf(ArticleQuery, options, backend))
    return toItems(rows, ({ title, outlet, published, highlights, claims }) =>
      [
        short(title),
        short(outlet),
        published ?? 'no date',
        `${highlights} highlights`,
        `${claims} claims`,
      ].join(' · '),
    )
  },
  annotations: async (backend: Backend, options: Options) => {
    const { rows } = await backend.annotations.list(await queryOf(AnnotationQuery, options, backend))
    return toItems(
      rows,
      ({ start, end, exact, articleTitle, state }) =>
        `${start}-${end} · “${short(exact)}” · ${short(articleTitle)}${stateWords[state]}`,
    )
  },
  claims: async (backend: Backend, options: Options) => {
    const { rows } = await backend.claims.list(await queryOf(ClaimQuery, options, backend))
    return toItems(rows, ({ statement, kind, status, supports, disputes }) =>
      [short(statement), kind, status, `${supports} for`, `${disputes} against`].join(' · '),
    )
  },
  sources: async (backend: Backend, options: Options) => {
    const { rows } = await backend.sources.list(await queryOf(SourceQuery, options, backend))
    return toItems(rows, ({ name, kind, reliability }) => `${short(name)} · ${kind} · ${reliability}`)
  },
  tags: async (backend: Backend, options: Options) => {
    const { sort, text, descending, limit, offset } = await queryOf(TagQuery, options, backend)
    const rows = (await backend.tags.list()).filter(({ name }) =>
      name.toLowerCase().includes(text.toLowerCase()),
    )
    if (sort !== 'name') rows.sort((a, b) => a[sort] - b[sort])
    if (descending) rows.reverse()
    return toItems(
      rows.slice(offset, offset + limit),
      ({ name, articles, annotations, claims, sources }) =>
        `${short(name)} · ${articles} articles, ${annotations} highlights, ${claims} claims, ${sources} sources`,
    )
  },
} satisfies Record<string, (backend: Backend, options: Options) => Promise<Item[]>>
type Kind = keyof typeof lists

/**
 * The options as a query: `--sort -published` goes down; a filter is `field=value`, or words that must occur.
 * @throws Problem `bad-input` naming what can be sorted and filtered by
 */
async function queryOf<T extends z.ZodObject>(
  schema: T,
  options: Options,
  backend: Backend,
): Promise<z.output<T>> {
  const query: Record<string, unknown> = { limit: options.limit ?? all, offset: options.offset }
  if (options.sort !== undefined) {
    query['descending'] = options.sort.startsWith('-')
    query['sort'] = options.sort.replace(/^[-+]/, '')
  }
  for (const filter of options.filter) {
    const { field, value } = splitFilter(filter)
    if (!(field in schema.shape) || settings.has(field)) throw unknownFilter(schema, filter)
    query[field] = await valueOf(field, value, backend)
  }
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw problem('bad-input', 'wrongFilter', {
    field: String(issue?.path[0] ?? ''),
    fault: issue?.message ?? 'is wrong',
  })
}

/** `field=value`, or words that must occur. */
function splitFilter(filter: string): { field: string; value: string } {
  const split = /^([a-z]+)=(.*)$/s.exec(filter)
  return split ? { field: split[1] ?? '', value: split[2] ?? '' } : { field: 'text', value: filter }
}

const settings = new Set(['limit', 'offset', 'descending', 'sort'])

function unknownFilter(schema: z.ZodObject, filter: string): Problem {
  const fields = Object.keys(schema.shape).filter((field) => !settings.has(field))
  return problem('bad-input', 'cannotFilter', {
    filter,
    fields: fields.map((field) => `${field}=…`).join(', '),
  })
}

/** Tags, sources and outlets may be given by their names. */
async function valueOf(field: string, value: string, backend: Backend): Promise<string> {
  if (RecordId.safeParse(value).success) return value
  const isName = (name: string): boolean => name.toLowerCase() === value.toLowerCase()
  const found =
    field === 'tag'
      ? (await backend.tags.list()).find(({ name }) => isName(name))
      : field === 'source' || field === 'outlet'
        ? (await backend.sources.names()).find(({ name }) => isName(name))
        : { id: value }
  if (found) return found.id
  throw problem('not-found', 'noneNamed', {
    what: field,
    name: value,
    list: `${field === 'outlet' ? 'source' : field}s`,
  })
}

export const listCommand = (): Command =>
  new Command('list')
    .description('list what is in a notebook')
    .argument('<notebook>', 'the folder of the notebook')
    .addArgument(new Argument('<kind>', 'what to list').choices(Object.keys(lists)))
    .option('--limit <n>', 'how many at most', positive)
    .option('--offset <n>', 'how many to leave out at the beginning', wholeNumber, 0)
    .option('--sort <column>', 'by which column; -column goes down')
    .option(
      '--filter <filter>',
      'words that must occur, or field=value (tag=…, status=…); several all apply',
      collect,
      [],
    )
    .action(async (notebook: string, kind: Kind, options: Options) => {
      const items = await withNotebook(notebook, (backend) => lists[kind](backend, options))
      if (options.json) printJson(items.map((item) => item.row))
      else for (const { line } of items) print(line)
    })
