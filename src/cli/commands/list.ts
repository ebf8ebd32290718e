import { Argument, Command } from 'commander'
import type { Backend } from '../../backend/router.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

const limit = 100_000
const short = (text: string): string => oneLine(text).slice(0, 100)

interface Item {
  row: object
  line: string
}

/** The rows of a list, with what is printed of each for people. */
const toItems = <T extends { id: string }>(rows: readonly T[], line: (row: T) => string): Item[] =>
  rows.map((row) => ({ row, line: `${row.id}  ${line(row)}` }))

const lists: Record<
  'articles' | 'annotations' | 'claims' | 'sources' | 'tags',
  (backend: Backend) => Promise<Item[]>
> = {
  articles: async (backend) => {
    const { rows } = await backend.articles.list({ limit })
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
  annotations: async (backend) => {
    const { rows } = await backend.annotations.list({ limit })
    return toItems(
      rows,
      ({ start, end, exact, articleTitle }) => `${start}-${end} · “${short(exact)}” · ${short(articleTitle)}`,
    )
  },
  claims: async (backend) => {
    const { rows } = await backend.claims.list({ limit })
    return toItems(rows, ({ statement, kind, status, supports, disputes }) =>
      [short(statement), kind, status, `${supports} for`, `${disputes} against`].join(' · '),
    )
  },
  sources: async (backend) => {
    const { rows } = await backend.sources.list({ limit })
    return toItems(rows, ({ name, kind, reliability }) => `${short(name)} · ${kind} · ${reliability}`)
  },
  tags: async (backend) =>
    toItems(
      await backend.tags.list(),
      ({ name, articles, annotations, claims, sources }) =>
        `${short(name)} · ${articles} articles, ${annotations} highlights, ${claims} claims, ${sources} sources`,
    ),
}
type Kind = keyof typeof lists

export const listCommand = (): Command =>
  new Command('list')
    .description('list what is in a notebook')
    .argument('<notebook>', 'the folder of the notebook')
    .addArgument(new Argument('<kind>', 'what to list').choices(Object.keys(lists)))
    .action(async (notebook: string, kind: Kind, options: { json?: true }) => {
      const items = await withNotebook(notebook, lists[kind])
      if (options.json) printJson(items.map((item) => item.row))
      else for (const { line } of items) print(line)
    })
