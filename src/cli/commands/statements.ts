import { Command } from 'commander'
import type { ArticleStatements, StatementRow } from '../../contract/statements.ts'
import type { Backend } from '../../backend/router.ts'
import { problem } from '../../core/problem.ts'
import type { Id } from '../../core/records/base.ts'
import { leastDoubtful } from '../../core/statements/certain.ts'
import { said, speak } from '../../core/words/say.ts'
import { checkId, collectNumbers } from '../options.ts'
import { oneLine, print, printJson, warn } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  all?: true
  doubtful?: true
  take: number[]
  refuse: number[]
  json?: true
}

export const statementsCommand = (): Command =>
  new Command('statements')
    .description('who says what in an article: found in its text, to be taken as claims or refused')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('[article-id]', 'the article')
    .option('--all', 'of all articles')
    .option('--doubtful', 'also those that are less sure')
    .option('--take <n...>', 'make claims of these, with who says so', collectNumbers, [])
    .option('--refuse <n...>', 'say that these are none; they are not offered again', collectNumbers, [])
    .action(async (notebook: string, article: string | undefined, options: Options) => {
      await withNotebook(notebook, async (backend) => {
        const ids = await articlesOf(backend, article, options)
        const [first] = ids
        if (options.take.length > 0 || options.refuse.length > 0) {
          if (first === undefined || ids.length > 1 || options.all)
            throw problem('bad-input', 'statementsOfWhich', {})
          await decide(backend, first, options)
          return
        }
        const found: ArticleStatements[] = []
        for (const id of ids) found.push(await backend.statements.list({ article: id }))
        show(found, options)
      })
    })

async function articlesOf(
  backend: Backend,
  article: string | undefined,
  { all }: Options,
): Promise<Id<'article'>[]> {
  if ((article === undefined) === (all === undefined)) throw problem('bad-input', 'statementsOfWhich', {})
  if (article !== undefined) return [checkId(article, 'article')]
  const ids: Id<'article'>[] = []
  for (let offset = 0; ;) {
    const { rows, total } = await backend.articles.list({ offset, limit: 500 })
    ids.push(...rows.map(({ id }) => id))
    offset += rows.length
    if (rows.length === 0 || offset >= total) return ids
  }
}

async function decide(
  backend: Backend,
  article: Id<'article'>,
  { take, refuse, json }: Options,
): Promise<void> {
  const { version } = await backend.statements.list({ article })
  const taken =
    take.length === 0 ? [] : (await backend.statements.take({ article, version, statements: take })).claims
  const refused =
    refuse.length === 0
      ? 0
      : (await backend.statements.refuse({ article, version, statements: refuse })).refused
  if (json) {
    printJson({ claims: taken, refused })
    return
  }
  for (const { id, statement } of taken) print(`${id}  ${oneLine(statement)}`)
  if (refuse.length > 0)
    print(refused === 1 ? 'One statement was refused.' : `${refused} statements were refused.`)
}

/** Those that are shown at once; refused ones only where they are asked for by number. */
const shown = ({ statements }: ArticleStatements, { doubtful }: Options): StatementRow[] =>
  statements.filter(
    ({ isCertain, confidence, state }) =>
      isCertain || state === 'taken' || (doubtful === true && confidence >= leastDoubtful),
  )

function show(found: readonly ArticleStatements[], options: Options): void {
  for (const { language, title } of found)
    if (language === null) warn(speak(said('warnings.languageNotRead', { title })))
  if (options.json) {
    printJson(found.flatMap((one) => shown(one, options).map((row) => toldOf(one, row))))
    return
  }
  for (const one of found) {
    const rows = shown(one, options)
    if (found.length > 1) print(`${one.article}  ${oneLine(one.title)}`)
    if (rows.length === 0) print('No statement was found.')
    for (const row of rows) {
      const who = row.chain.map(({ name }) => oneLine(name)).join(' → ')
      const sure = row.isCertain ? '' : ' (doubtful)'
      const state = row.state === 'open' ? '' : ` [${row.state}]`
      print(
        `${row.n}. ${who === '' ? 'Nobody is named' : who}: ${row.strength}: ${oneLine(row.claim)}${sure}${state}`,
      )
      for (const { is, statement } of row.already)
        print(`     ${is === 'same' ? 'said already' : 'the opposite'}: ${oneLine(statement)}`)
    }
  }
}

const toldOf = ({ article }: ArticleStatements, row: StatementRow) => ({
  article,
  n: row.n,
  content: row.content,
  exact: row.exact,
  cue: row.cue,
  source: row.source,
  chain: row.chain.map(({ name, kind, mode, groundRule, verbatim, words, known }) => ({
    name,
    kind,
    mode,
    groundRule,
    verbatim,
    words,
    known,
  })),
  claim: row.claim,
  kind: row.kind,
  strength: row.strength,
  negated: row.negated,
  said: row.isSaid,
  quantity: row.quantity,
  dates: row.dates,
  accused: row.accused,
  confidence: Math.round(row.confidence * 1000) / 1000,
  state: row.state,
  already: row.already,
})
