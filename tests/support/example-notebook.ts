import { asId, type fresh, type Id, type Identified } from '../../src/core/records/base.ts'
import type { RecordKind } from '../../src/core/records/kinds.ts'
import { createHash } from 'node:crypto'
import { originsOfRecords } from './origins.ts'
import { describe } from '../../src/core/anchoring/describe.ts'
import type { ExportInput, Revision, Wording } from '../../src/core/export/exporter.ts'
import type { Annotation } from '../../src/core/records/annotation.ts'
import type { Article } from '../../src/core/records/article.ts'
import type { Hop } from '../../src/core/records/claim.ts'
import { makeClaim, makeEvidence } from '../../src/core/records/claim.ts'
import { makeSource } from '../../src/core/records/source.ts'
import { makeTag } from '../../src/core/records/tag.ts'

const at = '2031-03-05T08:00:00.000Z'

/** A UUID of version 7 that is the same every time, for a name. */
export function id<K extends Identified>(name: string): Id<K> {
  const hex = createHash('sha256').update(name).digest('hex')
  return asId(`01950000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`)
}

const stamp = <K extends RecordKind>(name: string): ReturnType<typeof fresh<K>> => ({
  id: id<K>(name),
  created: at,
  modified: at,
})
const text =
  'Two people told North Wire that 1,480 died. “Nothing happened,” said $5 <b>Mr. *Star*</b>. مرحبا.'

function article(name: string, more: Partial<Article>): Article {
  const sha256 = createHash('sha256').update(name).digest('hex')
  return {
    ...stamp(name),
    title: name,
    byline: '',
    authors: [],
    outlet: null,
    urls: [],
    published: null,
    retrieved: at,
    language: 'en',
    direction: 'ltr' as const,
    tags: [],
    reading: 'unread' as const,
    note: '',
    metadataFrom: {},
    refused: [],
    derivedFrom: null,
    dismissed: [],
    versions: [
      {
        n: 1,
        importedAt: at,
        original: { sha256, mediaType: 'text/html', fileName: 'a.html', bytes: 9 },
        copy: null,
        text: { sha256, length: text.length, normaliser: 1 },
      },
    ],
    ...more,
  }
}

function annotation(name: string, exact: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(exact)
  return {
    ...stamp(name),
    article: id('envoys'),
    version: 1,
    ...describe(text, start, start + exact.length),
    earlier: [],
    proposal: null,
    page: null,
    state: 'exact' as const,
    style: 'yellow' as const,
    note: '',
    tags: [],
    ...more,
  }
}

const hop = (source: string, more: Partial<Hop> = {}): Hop => ({
  source: id(source),
  mode: 'says',
  verbatim: false,
  groundRule: 'unknown',
  words: '',
  ...more,
})

/** A small notebook with everything that is hard to write down: odd characters, merges, secrets, orphans. */
export function exampleNotebook(): ExportInput {
  const sources = [
    makeSource('The Harbour Post', 'outlet', stamp('post')),
    makeSource('North Wire', 'outlet', {
      ...stamp('wire'),
      reliability: { grade: 'B', reason: 'corrects itself', history: [] },
    }),
    makeSource('Two people', 'anonymous', stamp('two')),
    makeSource('Deep Secret Name', 'person', { ...stamp('secret'), confidential: true }),
    makeSource('Mr. Star', 'person', {
      ...stamp('star'),
      aliases: [{ name: 'M. *Stàr*', annotation: null }],
      role: 'envoy',
      note: 'A **note**.',
    }),
    makeSource('M. Star (merged)', 'person', {
      ...stamp('star-2'),
      mergedInto: id('star'),
      role: 'spokesman',
      note: 'Once *another* one.',
      aliases: [{ name: 'Mister Star', annotation: null }],
      tags: [id('talks')],
      reliability: { grade: 'C', reason: 'was right once', history: [{ grade: 'E', reason: 'new', at }] },
      inquiries: [
        { question: 'When did the ferry sail?', asked: null, answered: null, answer: '' },
        { question: 'Who counted?', asked: '2031-03-05', answered: null, answer: '' },
        { question: 'How many?', asked: '2031-03', answered: '2031-03-06', answer: 'Nobody knows.' },
      ],
    }),
    makeSource('Harbour Post', 'outlet', { ...stamp('post-2'), mergedInto: id('post') }),
  ]
  const tags = [
    makeTag('Secret talks', stamp('talks')),
    makeTag('Talks', { ...stamp('talks-2'), mergedInto: id('talks') }),
  ]
  const annotations = [
    annotation('h-late', '“Nothing happened,” said $5 <b>Mr. *Star*</b>', {
      tags: [id('talks'), id('talks-2')],
    }),
    annotation('h-first', 'Two people told North Wire', {
      note: '# Not a heading of the file\n\nbut *mine*.',
      page: '12',
    }),
    annotation('h-rtl', 'مرحبا', {}),
    { ...annotation('h-orphan', '1,480 died'), state: 'orphan' as const, exact: 'words that are gone' },
  ]
  const records: Omit<ExportInput, 'origins' | 'open'> = {
    title: 'Example & <friends>',
    articles: [
      article('envoys', {
        title: 'Envoys met: “secret” #1 [draft] | <b>',
        authors: ['A. One', 'B. Two'],
        outlet: id('post'),
        published: '2031-03-04',
        urls: ['https://post.example/a?b=(c)'],
        tags: [id('talks')],
        note: 'Read *twice*.',
      }),
      article('plain', {
        title: 'هدنة في الجزر',
        language: 'ar',
        direction: 'rtl',
        outlet: id('post-2'),
      }),
    ],
    annotations: new Map([[id('envoys'), annotations]]),
    claims: [
      makeClaim('1. Envoys *met* on Lorne #secretly for $5 | [[maybe]].', {
        ...stamp('claim-met'),
        kind: 'allegation',
        status: 'disputed',
        credibility: { grade: 3, reason: 'one wire', history: [] },
        event: '2031-02-2X',
        tags: [id('talks-2')],
        evidence: [
          makeEvidence({
            id: id('e1'),
            annotation: id('h-first'),
            chain: [
              hop('two', { groundRule: 'background' }),
              hop('wire', { mode: 'reports' }),
              hop('post', { mode: 'reports' }),
            ],
          }),
          makeEvidence({
            id: id('e2'),
            annotation: id('h-late'),
            stance: 'disputes',
            chain: [hop('star-2', { mode: 'denies', groundRule: 'on-record', verbatim: true })],
            note: '> he *laughed*',
          }),
          makeEvidence({
            id: id('e3'),
            article: id('plain'),
            stance: 'mentions',
            chain: [hop('secret')],
          }),
        ],
        relations: [{ kind: 'contradicts', claim: id('claim-figure') }],
      }),
      makeClaim('- 1,480 died', {
        ...stamp('claim-figure'),
        kind: 'figure',
        quantity: {
          low: 1400,
          high: 1480,
          qualifier: 'exactly',
          unit: 'people',
          scope: 'named',
          asOf: '2031-03',
          claimant: null,
        },
        evidence: [makeEvidence({ id: asId(id('e4')), annotation: id('h-orphan') })],
        relations: [{ kind: 'depends-on', claim: id('claim-deep') }],
      }),
      makeClaim('Envoys have met', {
        ...stamp('claim-again'),
        mergedInto: id('claim-met'),
        note: 'Said *again*.',
        kind: 'allegation',
        status: 'unverified',
        tags: [id('talks-2')],
        credibility: {
          grade: 2,
          reason: 'a second desk',
          history: [
            { grade: 6, reason: '', at: '2031-03-01T08:00:00.000Z' },
            { grade: 4, reason: 'one desk', at },
          ],
        },
        evidence: [
          makeEvidence({ id: id('e5'), article: id('plain'), chain: [hop('star')] }),
          makeEvidence({
            id: id('e6'),
            stance: 'disputes',
            chain: [hop('post-2')],
            note: 'By *phone*.',
          }),
        ],
      }),
      makeClaim('There was a meeting', {
        ...stamp('claim-deep'),
        mergedInto: id('claim-again'),
        evidence: [makeEvidence({ id: id('e7'), annotation: id('h-rtl'), chain: [hop('wire')] })],
        relations: [{ kind: 'refines', claim: id('claim-figure') }],
      }),
    ],
    sources,
    tags,
    chosen: { articles: [], claims: [] },
    texts: new Map<Id<'article'>, string>(),
    wordings: new Map<Id<'claim'>, Wording[]>(),
    revisions: new Map<Id<'article'>, Revision[]>(),
  }
  const work = { kind: 'claim' as const, title: '', aboutTitle: '', article: null, dismissed: null }
  return {
    ...records,
    origins: originsOfRecords(records),
    open: [
      { ...work, what: 'one-origin', id: id('claim-met'), about: null, words: [] },
      { ...work, what: 'unfaithful', id: id('claim-met'), about: null, words: ['secretly', 'Deep'] },
      { ...work, what: 'contradiction', id: id('claim-met'), about: id('claim-figure'), words: [] },
    ],
  }
}
