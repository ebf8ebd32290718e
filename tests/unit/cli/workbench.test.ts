import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { plainBackend, type Backend } from '../../support/backend.ts'
import { run } from '../../../src/cli/run.ts'
import { chainOf } from '../../support/chain-of.ts'
import { asId, newId } from '../../../src/core/records/base.ts'
import type { Claim } from '../../../src/core/records/claim.ts'
import type { Source, SourceKind } from '../../../src/core/records/source.ts'
import { ascribe, temporaryFolder, type CliResult } from '../../support/ascribe.ts'
import { addArticle, createApp } from '../../support/notebooks.ts'
import { addEvidence, rule } from '../../support/claim-edits.ts'

const paragraph =
  'Envoys of both sides held talks on the island of Lorne in late February, two people who were briefed on them said, in what would be the first contact since the straits were closed.'

/** One notebook for all: articles that repeat each other, spellings of one name, and claims with evidence; by short names. */
async function fill(backend: Backend) {
  const source = async (name: string, kind: SourceKind = 'person'): Promise<string> =>
    (await backend.sources.named({ name, kind })).id
  const sources = {
    ann: await source('Ann Cary'),
    ben: await source('Ben Dow'),
    wire: await source('North Wire', 'outlet'),
    paper: await source('The Post', 'outlet'),
    oban: await source('Oban Teller'),
    oTeller: await source('O. Teller'),
  }
  const articles = {
    original: await addArticle(backend, paragraph, 'First printed'),
    copy: await addArticle(backend, `From our correspondents.\n\n${paragraph}`, 'Printed\tagain'),
  }
  const { annotation } = await backend.annotations.createByQuote({
    article: articles.copy,
    quote: 'in late February',
  })
  const claim = async (statement: string): Promise<string> => (await backend.claims.create({ statement })).id
  const claims = {
    met: await claim('They met.'),
    haveMet: await claim('They have met.'),
    none: await claim('Nobody met.'),
  }
  const add = (piece: Parameters<typeof addEvidence>[2]): Promise<string> =>
    addEvidence(backend, claims.met, piece)
  const one = await add({ chain: chainOf([sources.ann, sources.wire, sources.paper]) })
  const two = await add({ chain: chainOf([sources.ben, sources.wire]) })
  const against = await add({ chain: chainOf([sources.ben]), stance: 'disputes' })
  const printed = await add({ article: asId(articles.original) })
  await rule(backend, {
    claim: claims.met,
    evidence: printed,
    with: null,
    reason: 'Seen myself',
  })
  const tags = {
    talk: (await backend.tags.create({ name: 'Talk' })).id,
    talks: (await backend.tags.create({ name: 'Talks' })).id,
  }
  const pieces = { one, two, against, printed }
  return { ...sources, ...articles, ...claims, ...tags, ...pieces, highlight: annotation.id }
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let notebook: string
let ids: Awaited<ReturnType<typeof fill>>

/** What the notebook holds, as another program reads it. */
async function withBackend<T>(work: (backend: Backend) => Promise<T>): Promise<T> {
  const app = createApp(folder.path)
  try {
    await app.open(notebook)
    await app.store.model.whole
    return await work(plainBackend(app))
  } finally {
    await app.close()
  }
}

/** The command line in this process: to start one for each command would take half a second each. */
async function cli(...args: string[]): Promise<CliResult> {
  const output = { stdout: '', stderr: '' }
  const listeners = new Set(process.stdout.listeners('error'))
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      output[name] += String(chunk)
      return true
    })
  try {
    return { code: await run(['node', 'ascribe', ...args]), ...output }
  } finally {
    vi.restoreAllMocks()
    // Each run listens for readers of a pipe that stop reading.
    for (const listener of process.stdout.listeners('error'))
      if (!listeners.has(listener)) process.stdout.off('error', listener as () => void)
  }
}
const done = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await cli(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}
const json = async <T = unknown>(...args: string[]): Promise<T> =>
  JSON.parse(await done(...args, '--json')) as T

beforeAll(async () => {
  folder = await temporaryFolder()
  vi.stubEnv('ASCRIBE_HOME', folder.path)
  notebook = join(folder.path, 'notebook')
  const app = createApp(folder.path)
  await app.create('Workbench', notebook)
  ids = await fill(plainBackend(app))
  await app.close()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await folder.remove()
})

describe('asking', () => {
  it('corroboration: the origins of a claim, with the reasons in words', async () => {
    const { met, one, two, against, printed } = ids
    const nothing = { withdrawn: 0, unsourced: 0 }
    const none = { ...nothing, evidence: 0, articles: 0, least: 0, origins: [] }
    const told = {
      claim: met,
      bothSides: ['Ben Dow'],
      supports: {
        ...nothing,
        evidence: 3,
        articles: 1,
        least: 2,
        origins: [
          { evidence: [one, two], reasons: ['all of these trace to one report by North Wire'] },
          { evidence: [printed], reasons: ['taken apart by hand: Seen myself'] },
        ],
      },
      disputes: {
        ...nothing,
        evidence: 1,
        articles: 0,
        least: 1,
        origins: [{ evidence: [against], reasons: [] }],
      },
      mentions: none,
    }
    expect(await json('corroboration', notebook, met)).toEqual(told)
    // As a process of its own it says the same.
    const { code, stdout } = await ascribe(folder.path, 'corroboration', notebook, met, '--json')
    expect({ code, told: JSON.parse(stdout) as unknown }).toEqual({ code: 0, told })
    const all = await json<{ claim: string }[]>('corroboration', notebook)
    expect(all.map(({ claim }) => claim)).toEqual([met, ids.haveMet, ids.none])
    expect(all[0]).toEqual(told)
    expect(all[1]).toEqual({
      claim: ids.haveMet,
      bothSides: [],
      supports: none,
      disputes: none,
      mentions: none,
    })
    expect((await done('corroboration', notebook)).split('\n')).toEqual([
      `${met}  They met.`,
      '  on both sides: Ben Dow',
      '  supports: 3 pieces of evidence, 1 article, 2 independent origins',
      '    2 in one: all of these trace to one report by North Wire',
      '    1 in one: taken apart by hand: Seen myself',
      '  disputes: 1 piece of evidence, 0 articles, 1 independent origin',
      `${ids.haveMet}  They have met.`,
      `${ids.none}  Nobody met.`,
      '',
    ])
  })

  it('withdraw: evidence that stays and counts no more, and stands again', async () => {
    const { met, against } = ids
    const count = async () => {
      const { disputes } = await json<{ disputes: { evidence: number; withdrawn: number } }>(
        ...['corroboration', notebook, met],
      )
      return { evidence: disputes.evidence, withdrawn: disputes.withdrawn }
    }
    await done('withdraw', notebook, met, against, '--as', 'corrected', '--reason', 'The Post took it back')
    expect(await count()).toEqual({ evidence: 0, withdrawn: 1 })
    expect(await done('corroboration', notebook, met)).toContain('1 withdrawn')
    await done('withdraw', notebook, met, against, '--stands-again')
    expect(await count()).toEqual({ evidence: 1, withdrawn: 0 })
  })

  it('reprints: which articles repeat each other, and what was decided', async () => {
    const { original, copy } = ids
    expect(await json('reprints', notebook)).toMatchObject([
      { articles: [original, copy], passages: 1, score: 1, repeats: null, dismissed: null },
    ])
    const lines = [`  ${original}  First printed`, `  ${copy}  Printed again`]
    expect(await done('reprints', notebook)).toBe(
      ['100 % in 1 passage, to be decided', ...lines, ''].join('\n'),
    )
    await withBackend(async (backend) => {
      await backend.articles.update({ id: copy, fields: { derivedFrom: original } })
    })
    expect(await json('reprints', notebook)).toMatchObject([{ repeats: 1 }])
    expect(await done('reprints', notebook)).toContain(
      `confirmed\n${lines[0]}\n${lines[1]} (repeats the other one)`,
    )
    await withBackend(async (backend) => {
      await backend.history.undo()
      const aside = { kind: 'article', id: copy, what: 'reprint', about: original } as const
      await backend.openWork.dismiss({ ...aside, reason: 'A press\nrelease' })
    })
    expect(await done('reprints', notebook)).toContain('100 % in 1 passage, set aside: A press release\n')
  })

  it('names: the spellings that are probably of one', async () => {
    const { oban, oTeller } = ids
    const told = await json<{ sources: { id: string }[]; pairs: { sources: string[]; score: number }[] }[]>(
      'names',
      notebook,
    )
    expect(told).toMatchObject([
      {
        sources: [
          { id: oban, name: 'Oban Teller', kind: 'person', uses: 0 },
          { id: oTeller, name: 'O. Teller' },
        ],
        pairs: [{ sources: [oban, oTeller] }],
      },
    ])
    const score = Math.round((told[0]?.pairs[0]?.score ?? 0) * 100)
    expect(await done('names', notebook)).toBe(
      `Probably one (${score} %):\n  ${oban}  Oban Teller (person)\n  ${oTeller}  O. Teller (person)\n`,
    )
  })

  it('openWork: what is left to be done, and with --dismissed what was set aside', async () => {
    const { ben, ann, wire, paper } = ids
    await withBackend((backend) =>
      backend.openWork.dismiss({ kind: 'source', id: ann, what: 'ungraded-source', reason: 'Known to me' }),
    )
    const open = await json<{ gap: string; id: string }[]>('gaps', notebook)
    const { met } = ids
    expect(open.map(({ gap, id }) => `${gap} ${id}`).sort()).toEqual(
      [`nobody-named ${met}`, ...[ben, wire, paper].map((id) => `ungraded-source ${id}`)].sort(),
    )
    expect(await json('open-work', notebook, '--dismissed')).toContainEqual(
      expect.objectContaining({ id: ann, title: 'Ann Cary', dismissed: 'Known to me' }),
    )
    const text = await done('open-work', notebook, '--dismissed')
    expect(text).toContain('Sources that nobody has judged (4)\n')
    expect(text).toContain(`  ${ann}  Ann Cary [set aside: Known to me]\n`)
    expect(await done('open-work', notebook)).not.toContain('Ann Cary')
  })
})

describe('editing', () => {
  it('link: through whom, how, on which terms and in whose words', async () => {
    const { haveMet, highlight, wire, ann } = ids
    const [first, second] = [
      [
        ...[
          'link',
          notebook,
          haveMet,
          '--source',
          'Ann Cary',
          '--stance',
          'disputes',
          '--annotation',
          highlight,
        ],
      ],
      ['link', notebook, haveMet, '--source', 'Two aides', '--kind', 'anonymous', '--stance', 'supports'],
    ]
    const terms = ['--mode', 'denies', '--ground-rule', 'off-record', '--verbatim']
    const linked = await json<Claim>(...first, ...terms, '--via', 'North Wire', '--via', 'The Star')
    expect(linked.evidence).toMatchObject([
      {
        annotation: highlight,
        version: 1,
        stance: 'disputes',
        chain: [
          { source: ann, mode: 'denies', groundRule: 'off-record', verbatim: true },
          { source: wire, mode: 'reports', groundRule: 'on-record', verbatim: false },
          { mode: 'reports', groundRule: 'on-record', verbatim: false },
        ],
      },
    ])
    expect(await done(...second)).toBe('“They have met.” has 2 pieces of evidence now.\n')
    const { claim, names } = await withBackend(async (backend) => ({
      ...(await backend.claims.get({ id: haveMet })),
      names: (await backend.sources.list({})).rows.map(({ name, kind }) => `${name} ${kind}`),
    }))
    expect(claim.evidence[1]?.chain).toMatchObject([{ mode: 'says', groundRule: 'unknown', verbatim: false }])
    expect(names).toEqual(expect.arrayContaining(['The Star outlet', 'Two aides anonymous']))
    expect(await done('link', notebook, ids.none, '--source', 'Ann Cary', '--stance', 'mentions')).toBe(
      '“Nobody met.” has 1 piece of evidence now.\n',
    )
  })

  it('relate: how one claim bears on another, noted once', async () => {
    const relation = { kind: 'contradicts', claim: ids.none }
    const related = await json<Claim>('relate', notebook, ids.met, 'contradicts', ids.none)
    expect(related).toMatchObject({ id: ids.met, relations: [relation] })
    expect(await done('relate', notebook, ids.met, 'contradicts', ids.none)).toContain(
      '“They met.” contradicts',
    )
    const { claim } = await withBackend((backend) => backend.claims.get({ id: ids.met }))
    expect(claim.relations).toEqual([relation])
  })

  it('grade: sources by letters, claims by numbers, with the reason', async () => {
    const source = await json<Source>('grade', notebook, ids.ann, 'b', '--reason', 'Often right')
    expect(source).toMatchObject({ id: ids.ann, reliability: { grade: 'B', reason: 'Often right' } })
    expect(await done('grade', notebook, ids.met, '2', '--reason', 'Two origins')).toBe(
      `${ids.met} has the grade 2 now.\n`,
    )
    const { claim } = await withBackend((backend) => backend.claims.get({ id: ids.met }))
    expect(claim.credibility).toMatchObject({ grade: 2, reason: 'Two origins', history: [{ grade: 6 }] })
  })

  it('merge and unmerge: claims, sources and tags, several at once', async () => {
    const { met, haveMet, none, oban, oTeller, talk, talks } = ids
    expect(await json('merge', notebook, 'claims', met, haveMet, none)).toEqual({
      into: met,
      merged: [haveMet, none],
    })
    expect(await done('merge', notebook, 'sources', oban, oTeller)).toBe(
      `${oban} stands for ${oTeller} now.\n`,
    )
    expect(await done('names', notebook)).toBe('No two sources have names that are probably of one.\n')
    await done('merge', notebook, 'tags', talks, talk)
    const lists = (): Promise<unknown> =>
      withBackend(async (backend) => ({
        claims: (await backend.claims.list({})).rows.map(({ id }) => id).sort(),
        tags: (await backend.tags.list()).map(({ id }) => id).sort(),
      }))
    expect(await lists()).toEqual({ claims: [met], tags: [talks] })
    expect(await json('corroboration', notebook, met)).toMatchObject({
      supports: { evidence: 4 },
      disputes: { evidence: 2 },
      mentions: { evidence: 1 },
    })
    expect(await json('unmerge', notebook, talk)).toEqual({ kind: 'tag', id: talk, title: 'Talk' })
    for (const id of [haveMet, none]) await done('unmerge', notebook, id)
    expect(await done('unmerge', notebook, oTeller)).toBe('“O. Teller” stands for itself again.\n')
    expect(await lists()).toEqual({ claims: [met, haveMet, none].sort(), tags: [talk, talks].sort() })
  })
})

describe('wrong input', () => {
  const gone = newId()

  /** Each with words of what is told; `NAME` stands for the id of that name. */
  const couldNot: [args: string, told: RegExp][] = [
    [`corroboration NOTEBOOK ${gone}`, /There is no claim/],
    ['corroboration NOTEBOOK nonsense', /There is no claim “nonsense”/],
    ['names /no/such/folder', /no\/such\/folder/],
    [`unmerge NOTEBOOK ${gone}`, /There is no claim, source or tag/],
    ['unmerge NOTEBOOK met', /“They met\.” is not merged into another claim/],
    ['unmerge NOTEBOOK nonsense', /There is no merged record “nonsense”/],
    ['merge NOTEBOOK claims met met', /cannot be merged into itself/],
    // The first could be merged, the second cannot: then neither is.
    [`merge NOTEBOOK claims met haveMet ${gone}`, /There is no claim/],
    [`merge NOTEBOOK sources ann ben ${gone}`, /There is no source/],
    [`merge NOTEBOOK tags talk talks ${gone}`, /There is no tag/],
    ['merge NOTEBOOK sources ann met', /There is no source/],
    ['grade NOTEBOOK met Z --reason x', /There is no grade “Z”/],
    ['grade NOTEBOOK met 7 --reason x', /There is no grade “7”/],
    ['grade NOTEBOOK met A --reason x', /There is no source/],
    ['grade NOTEBOOK ann 1 --reason x', /There is no claim/],
    ['relate NOTEBOOK met refines met', /cannot be related to itself/],
    [`relate NOTEBOOK met refines ${gone}`, /There is no claim/],
    [`link NOTEBOOK ${gone} --source New --stance supports`, /There is no claim/],
    [`link NOTEBOOK met --source New --stance supports --annotation ${gone}`, /There is no highlight/],
    ['link NOTEBOOK met --source New --stance supports --annotation x', /There is no highlight “x”/],
  ]
  const wrongUse: [args: string, told: RegExp][] = [
    ['merge NOTEBOOK notes met none', /claims, sources, tags/],
    ['merge NOTEBOOK claims met', /missing required argument 'ids'/],
    ['grade NOTEBOOK met 2', /--reason/],
    ['relate NOTEBOOK met resembles none', /contradicts, same-as, refines, depends-on/],
    ['link NOTEBOOK met --source New', /--stance/],
    ['link NOTEBOOK met --source New --stance perhaps', /supports, disputes, mentions/],
    ['link NOTEBOOK met --source New --stance supports --mode sings', /says, writes, denies/],
    ['link NOTEBOOK met --source New --stance supports --ground-rule secret', /on-record, background/],
    ['link NOTEBOOK met --source New --stance supports --via=', /must not be empty/],
    ['reprints', /missing required argument 'notebook'/],
    ['open-work NOTEBOOK --all', /unknown option '--all'/],
    ['names NOTEBOOK more', /too many arguments/],
  ]
  const argsOf = (args: string): string[] =>
    args
      .split(' ')
      .map((arg) => (arg === 'NOTEBOOK' ? notebook : ((ids as Record<string, string>)[arg] ?? arg)))

  it('is told in a sentence, and nothing is changed', async () => {
    const state = (): Promise<unknown> =>
      withBackend(async (backend) => ({
        claims: (await backend.claims.list({})).rows.map((row) => ({ ...row, modified: '' })),
        corroboration: await backend.corroboration.of({}),
        sources: await backend.sources.list({}),
        tags: await backend.tags.list(),
        openWork: await backend.openWork.list({ dismissed: true }),
      }))
    const before = await state()
    const toldAsJson = new Set<string>()
    for (const [args, told] of couldNot) {
      const { code, stdout, stderr } = await cli(...argsOf(args))
      expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' })
      expect(stderr, args).toMatch(told)
      expect(stderr.trim(), args).toMatch(/^[A-Z“][^\n]*[.!](?:\n[A-Z“][^\n]*[.!])?$/)
      const [command = ''] = args.split(' ')
      if (toldAsJson.has(command)) continue
      toldAsJson.add(command)
      const asJson = await cli(...argsOf(args), '--json')
      expect(asJson.code, args).toBe(1)
      expect(JSON.parse(asJson.stdout), args).toMatchObject({
        error: { message: expect.stringMatching(told) as string },
      })
    }
    for (const [args, told] of wrongUse) {
      const { code, stdout, stderr } = await cli(...argsOf(args))
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(stderr, args).toMatch(told)
    }
    expect(await state()).toEqual(before)
  })
})
