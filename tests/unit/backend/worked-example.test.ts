import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../../support/backend.ts'
import { joinKinds, reasonText } from '../../../src/core/corroboration/join-reason.ts'
import type { Stance } from '../../../src/core/records/claim.ts'
import type { SourceKind } from '../../../src/core/records/source.ts'
import { root } from '../../support/ascribe.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'
import { addEvidence, rule, unrule } from '../../support/claim-edits.ts'

type Row = Record<string, string>

/** The tables of a Markdown text, in order: each row by the headings of its columns. */
function tablesIn(markdown: string): Row[][] {
  const cells = (line: string): string[] =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
  return markdown
    .split('\n\n')
    .filter((block) => block.trimStart().startsWith('|'))
    .map((block) => {
      const [head = '', , ...lines] = block.trim().split('\n')
      const names = cells(head)
      return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? '', cell])))
    })
}

interface Named {
  name: string
  kind: SourceKind
}

/** In italics who publishes, in quotation marks who is not named. */
function sourceIn(cell: string): Named {
  if (/^\*.*\*$/.test(cell)) return { name: cell.slice(1, -1), kind: 'outlet' }
  if (/^“.*”$/.test(cell)) return { name: cell.slice(1, -1), kind: 'anonymous' }
  return { name: cell, kind: 'person' }
}

const column = (row: Row, name: string): string => {
  const cell = row[name]
  if (cell === undefined) throw new Error(`the table has no column “${name}”`)
  return cell
}
const chainIn = (row: Row): Named[] =>
  column(row, 'chain') === '' ? [] : column(row, 'chain').split(' → ').map(sourceIn)

/** The notebook that the document tells of, made as a user makes it. */
class WorkedExample {
  readonly backend: Backend
  readonly #claim: string
  /** The ids of the evidence by their letters, and the letters by the ids. */
  readonly #ids = new Map<string, string>()
  readonly #letters = new Map<string, string>()
  /** The ids of sources by their names: a merged one is in no list any more. */
  readonly #sources = new Map<string, string>()

  private constructor(backend: Backend, claim: string) {
    this.backend = backend
    this.#claim = claim
  }

  static async make(rows: readonly Row[]): Promise<WorkedExample> {
    const { backend } = await newNotebook()
    const { id } = await backend.claims.create({ statement: 'Envoys of both sides met on Lorne.' })
    const example = new WorkedExample(backend, id)
    await example.add(rows)
    return example
  }

  /** Adds what rows of the table of evidence say; articles that they name are new. */
  async add(rows: readonly Row[]): Promise<void> {
    const articles = await this.#addArticles(rows)
    for (const row of rows) await this.#addPiece(row, articles.get(column(row, 'article')) ?? '')
  }

  async #addArticles(rows: readonly Row[]): Promise<Map<string, string>> {
    const articles = new Map<string, string>()
    for (const [title, some] of Map.groupBy(rows, (row) => column(row, 'article'))) {
      const text = some.map((row) => `This says ${column(row, 'piece')}.`).join(' ')
      const id = await addArticle(this.backend, `${title}. ${text}`, title)
      const outletName = sourceIn(column(some[0] ?? {}, 'outlet')).name
      await this.backend.articles.update({ id, fields: { outletName } })
      articles.set(title, id)
    }
    for (const row of rows) {
      const derivedFrom = articles.get(column(row, 'derived from'))
      const id = articles.get(column(row, 'article')) ?? ''
      if (derivedFrom !== undefined) await this.backend.articles.update({ id, fields: { derivedFrom } })
    }
    return articles
  }

  async #addPiece(row: Row, article: string): Promise<void> {
    const { backend } = this
    const letter = column(row, 'piece')
    const stance = column(row, 'stance') as Stance
    const { annotation } = await backend.annotations.createByQuote({ article, quote: `This says ${letter}.` })
    const chain = chainIn(row)
    const id = await addEvidence(backend, this.#claim, { annotation: annotation.id, stance, chain })
    this.#ids.set(letter, id)
    this.#letters.set(id, letter)
  }

  async #source(name: string): Promise<string> {
    for (const row of (await this.backend.sources.list({})).rows) this.#sources.set(row.name, row.id)
    const id = this.#sources.get(name)
    if (id === undefined) throw new Error(`the example has no source “${name}”`)
    return id
  }

  /** Does a step of the table of steps. */
  async step(row: Row): Promise<void> {
    const { backend } = this
    const [what, other, reason] = [column(row, 'what'), column(row, 'with'), column(row, 'reason')]
    const evidence = this.#ids.get(what) ?? ''
    const decision = { claim: this.#claim, evidence, reason }
    const steps: Record<string, () => Promise<unknown>> = {
      'put together': () => rule(backend, { ...decision, with: this.#ids.get(other) ?? 'not in the table' }),
      'taken apart': () => rule(backend, { ...decision, with: null }),
      'possibly the same': async () =>
        backend.sources.update({
          id: await this.#source(what),
          fields: { possiblySame: [await this.#source(other)] },
        }),
      'merged into': async () =>
        backend.sources.merge({ id: await this.#source(what), into: await this.#source(other) }),
    }
    const step = steps[column(row, 'step')]
    if (!step) throw new Error(`“${column(row, 'step')}” is not a step that can be done`)
    await step()
  }

  /** Takes a step back by itself, whatever was done since. */
  async takeBack(row: Row): Promise<void> {
    const { backend } = this
    const what = column(row, 'what')
    const evidence = this.#ids.get(what)
    if (evidence !== undefined) await unrule(backend, { claim: this.#claim, evidence })
    else if (column(row, 'step') === 'merged into') await backend.unmerge({ id: await this.#source(what) })
    else await backend.sources.update({ id: await this.#source(what), fields: { possiblySame: [] } })
  }

  async #corroboration() {
    const { claims, names } = await this.backend.corroboration.of({ claims: [this.#claim] })
    const [answer] = claims
    if (!answer) throw new Error('the claim is gone')
    return { ...answer.corroboration, names }
  }

  /** Origins, pieces and articles of each stance. */
  async counts() {
    const { supports, disputes, mentions } = await this.#corroboration()
    const of = ({ evidence, articles, origins }: typeof supports) => ({
      origins: origins.length,
      evidence,
      articles,
    })
    return { supports: of(supports), disputes: of(disputes), mentions: of(mentions) }
  }

  /** The origins as the document writes them, in its order. */
  async origins(): Promise<Row[]> {
    const { names, ...stances } = await this.#corroboration()
    const letters = (ids: readonly string[]): string =>
      ids
        .map((id) => this.#letters.get(id) ?? '?')
        .sort()
        .join(' ')
    return (['supports', 'disputes', 'mentions'] as const).flatMap((stance) =>
      stances[stance].origins.map(({ evidence, reasons, apart }) => ({
        stance,
        origin: letters(evidence),
        because: [
          ...reasons.map((one) => `${letters(one.evidence)}: ${reasonText(one, (id) => names[id] ?? '?')}`),
          ...apart.map((reason) => `${letters(evidence)}: taken apart by hand: ${reason}`),
        ].join('; '),
      })),
    )
  }
}

describe('the worked example in docs/independent-origins.md', () => {
  let text = ''
  let tables: Row[][] = []
  beforeAll(async () => {
    text = await readFile(join(root, 'docs/independent-origins.md'), 'utf8')
    tables = tablesIn(text)
  })

  it('counts as the program does, at first, after each step, and after all of them were taken back', async () => {
    const [evidence = [], byHand = [], steps = [], afterwards = []] = tables
    expect([evidence.length, byHand.length, steps.length, afterwards.length]).toEqual([8, 5, 4, 4])
    const example = await WorkedExample.make(evidence)
    const { backend } = example

    expect(await example.origins()).toEqual(byHand)
    expect(await example.counts()).toEqual({
      supports: { origins: 3, evidence: 5, articles: 4 },
      disputes: { origins: 2, evidence: 3, articles: 3 },
      mentions: { origins: 0, evidence: 0, articles: 0 },
    })
    for (const row of steps) {
      await example.step(row)
      const { supports, disputes } = await example.counts()
      expect([`${supports.origins}`, `${disputes.origins}`], column(row, 'step')).toEqual([
        column(row, 'supports'),
        column(row, 'disputes'),
      ])
      // The list of claims says the same.
      expect((await backend.claims.list({})).rows).toMatchObject([
        { origins: supports.origins, originsAgainst: disputes.origins },
      ])
    }
    expect(await example.origins()).toEqual(afterwards)

    for (const row of steps) await example.takeBack(row)
    expect(await example.origins()).toEqual(byHand)
  })

  it('says what the program does with a report that is passed on, and names all reasons that there are', async () => {
    const [evidence = []] = tables
    const example = await WorkedExample.make(evidence)
    const [first] = evidence
    await example.add([
      {
        ...first,
        piece: 'I',
        article: 'What the papers say',
        outlet: '*The Strait Review*',
        'derived from': '',
        chain: 'Per Osei → *The Harbour Post* → *The Strait Review*',
      },
    ])
    // “It is then one with each report of that outlet”: B and D are the Post’s, and B is one with A and C.
    const supporting = (await example.origins()).filter((row) => row['stance'] === 'supports')
    expect(supporting.map((row) => row['origin'])).toEqual(['A B C D I', 'E'])
    const rules = text.split('## The rules')[1]?.split('\n## ')[0] ?? ''
    expect(rules.match(/^- \*\*/gm)).toHaveLength(joinKinds.length)
  })

  it('says in words what the tables say in numbers', () => {
    const [evidence = [], byHand = []] = tables
    const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
    const count = (rows: readonly Row[], stance: string): number =>
      rows.filter((row) => row['stance'] === stance).length
    const inArticles = new Set(
      evidence.filter((row) => row['stance'] === 'supports').map((row) => row['article']),
    ).size
    const [supports, disputes] = [words[count(byHand, 'supports')], words[count(byHand, 'disputes')]]
    const said = text.replace(/\s+/g, ' ').toLowerCase()
    expect(said).toContain(`there are ${words[evidence.length] ?? ''} pieces of evidence`)
    expect(said).toContain(
      `${words[count(evidence, 'supports')] ?? ''} pieces in ${words[inArticles] ?? ''} articles support the claim, from **${supports ?? ''}** origins; ` +
        `${words[count(evidence, 'disputes')] ?? ''} pieces dispute it, from **${disputes ?? ''}**`,
    )
  })
})
