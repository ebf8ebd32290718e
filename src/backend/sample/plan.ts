import type { HighlightStyle } from '../../core/records/annotation.ts'
import type { Claim, GroundRule, HopMode, Stance } from '../../core/records/claim.ts'
import type { Dismissal } from '../../core/records/dismissal.ts'
import type { Source, SourceKind } from '../../core/records/source.ts'
import type { tagColours } from '../../core/records/tag.ts'
import type { SampleArticle } from './articles.ts'

type ArticleKey = SampleArticle['key']

interface TagPlan {
  name: string
  colour: (typeof tagColours)[number]
  definition: string
  parent?: string
}
interface SourcePlan {
  name: string
  kind: SourceKind
  more?: Partial<Source>
  aliases?: { name: string; quote?: string }[]
  /** To whom it spoke. */
  relayer?: string
}
interface HighlightPlan {
  key: string
  article: ArticleKey
  quote: string
  style: HighlightStyle
  tags: string[]
  note?: string
}
interface EvidencePlan {
  highlight?: string
  article?: ArticleKey
  stance: Stance
  chain: { source: string; mode?: HopMode; groundRule?: GroundRule; verbatim?: boolean; words?: string }[]
  note?: string
}
interface ClaimPlan {
  key: string
  statement: string
  tags: string[]
  more: Partial<Claim>
  evidence: EvidencePlan[]
  relations?: { kind: Claim['relations'][number]['kind']; claim: string }[]
  /** The sources that it accuses, and the claim that stands for it. */
  accused?: string[]
  mergedInto?: string
  dismissed?: Omit<Dismissal, 'at' | 'about'>[]
}

export const tags: readonly TagPlan[] = [
  {
    name: 'Negotiation',
    colour: 'gold',
    definition: 'Contacts between the Assembly and the Maritime Council, direct or not.',
  },
  {
    name: 'Lorne meeting',
    colour: 'gold',
    definition: 'The meeting of late February 2031.',
    parent: 'Negotiation',
  },
  {
    name: 'Casualties',
    colour: 'blue',
    definition: 'Counts of the dead and missing, and how they are made.',
  },
  { name: 'Denials', colour: 'red', definition: 'Somebody says that it is not so.' },
  { name: 'Supplies', colour: 'green', definition: 'Food, fuel and prices on the outer islands.' },
]

export const sources: readonly SourcePlan[] = [
  {
    name: 'North Wire',
    kind: 'outlet',
    more: {
      role: 'news agency',
      reliability: {
        grade: 'B',
        reason: 'Corrects its errors in public; most of its unnamed sources have held up.',
        history: [],
      },
    },
  },
  {
    name: 'Two people briefed on the talks',
    kind: 'anonymous',
    more: {
      descriptor: 'two people briefed on the talks',
      access: 'briefed on the talks',
      anonymityReason: 'not authorised to speak',
      people: 2,
      groundRule: 'background',
      note: 'Not authorised to speak. They disagree about a second round, so they are at least not one voice.',
    },
    relayer: 'North Wire',
  },
  {
    name: 'A harbour pilot on the Lorne route',
    kind: 'anonymous',
    more: {
      descriptor: 'a harbour pilot who works the ferry route to Lorne',
      role: 'eyewitness',
      access: 'took the passengers across himself',
      anonymityReason: 'fears to lose his licence',
      people: 1,
      groundRule: 'background',
      confidential: true,
      note: 'His name is in the safe, not here.',
    },
    relayer: 'The Harbour Post',
  },
  {
    name: 'A former ministry official',
    kind: 'anonymous',
    more: { descriptor: 'a former ministry official with direct knowledge of the count' },
  },
  {
    name: 'Ilse Marrin',
    kind: 'person',
    aliases: [
      { name: 'Ilse Marren', quote: 'marren' },
      { name: 'Else Maren', quote: 'maren' },
    ],
    more: {
      role: 'spokeswoman',
      affiliation: 'Assembly',
      note: 'North Wire calls her the envoy; the Harbour Post calls her the spokeswoman. Check.',
    },
  },
  {
    name: 'Oban Teller',
    kind: 'person',
    aliases: [{ name: 'Mr. Oban Teller', quote: 'teller' }],
    more: { role: 'secretary', affiliation: 'Maritime Council' },
  },
  {
    name: 'O. Teller',
    kind: 'person',
    more: { role: 'secretary of the Council', note: 'As the card index has him. Probably Oban Teller.' },
  },
  {
    name: 'Maritime Council',
    kind: 'organisation',
    more: {
      reliability: {
        grade: 'D',
        reason: 'Denied the closure of the straits for two days after it had begun.',
        history: [],
      },
    },
  },
  {
    name: 'Ministry of Health of the Outer Isles',
    kind: 'organisation',
    more: {
      reliability: {
        grade: 'C',
        reason: 'Publishes its method, but counts the missing as dead after thirty days.',
        history: [],
      },
    },
  },
  {
    name: 'Outer Isles Hospital Network',
    kind: 'organisation',
    more: { reliability: { grade: 'B', reason: 'Publishes names that can be checked.', history: [] } },
  },
]

export const highlights: readonly HighlightPlan[] = [
  {
    key: 'briefed',
    article: 'post',
    quote:
      'Two people briefed on the talks told North Wire that envoys of both sides met on the island of Lorne in late February',
    style: 'yellow',
    tags: ['Lorne meeting'],
  },
  {
    key: 'authority',
    article: 'post',
    quote: 'has the authority to speak to anyone',
    style: 'blue',
    tags: ['Negotiation'],
    note: 'Neither confirms nor denies. Ask whom *she* means by the envoy.',
  },
  {
    key: 'invention',
    article: 'post',
    quote: '“an invention from beginning to end”',
    style: 'red',
    tags: ['Denials', 'Lorne meeting'],
  },
  { key: 'dead', article: 'post', quote: 'more than 1,480', style: 'green', tags: ['Casualties'] },
  {
    key: 'register',
    article: 'post',
    quote: 'counts 1,112 by the end of January',
    style: 'green',
    tags: ['Casualties'],
  },
  { key: 'teller', article: 'post', quote: 'Mr. Oban Teller', style: 'grey', tags: [] },
  {
    key: 'pilot',
    article: 'post',
    quote: 'three men with briefcases and no luggage',
    style: 'yellow',
    tags: ['Lorne meeting'],
    note: 'The only witness who does not go back to North Wire.',
  },
  {
    key: 'diesel',
    article: 'post',
    quote: 'Prices for diesel on the outer islands have doubled',
    style: 'violet',
    tags: ['Supplies'],
  },
  {
    key: 'wire',
    article: 'today',
    quote: 'held face-to-face talks on the island of Lorne in late February, sources said',
    style: 'yellow',
    tags: ['Lorne meeting'],
  },
  { key: 'marren', article: 'today', quote: 'Ilse Marren', style: 'grey', tags: [] },
  {
    key: 'about1500',
    article: 'today',
    quote: 'About 1,500 people have been killed since the fighting began',
    style: 'green',
    tags: ['Casualties'],
  },
  {
    key: 'reprint',
    article: 'gazette',
    quote: 'held face-to-face talks on the island of Lorne in late February, sources said',
    style: 'yellow',
    tags: ['Lorne meeting'],
    note: 'Word for word the North Wire report.',
  },
  {
    key: 'inn',
    article: 'gazette',
    quote: '“for a private party that paid in advance”',
    style: 'yellow',
    tags: ['Lorne meeting'],
  },
  {
    key: 'ministry',
    article: 'review',
    quote: 'The Ministry of Health reported 1,483 deaths on 1 March',
    style: 'green',
    tags: ['Casualties'],
  },
  {
    key: 'names',
    article: 'review',
    quote: 'had 1,112 names on 31 January',
    style: 'green',
    tags: ['Casualties'],
  },
  {
    key: 'rounded',
    article: 'review',
    quote: 'is the ministry’s, rounded up',
    style: 'green',
    tags: ['Casualties'],
    note: 'So “about 1,500” is not a third count.',
  },
  { key: 'maren', article: 'review', quote: 'Else Maren', style: 'grey', tags: [] },
  {
    key: 'inflated',
    article: 'review',
    quote: 'said that both figures were “inflated for effect”',
    style: 'red',
    tags: ['Casualties', 'Denials'],
  },
  {
    key: 'council',
    article: 'review',
    quote: 'put the dead, the missing included, at between 700 and 900',
    style: 'red',
    tags: ['Casualties'],
  },
  {
    key: 'alive',
    article: 'review',
    quote: 'about a tenth of the missing had since been found alive',
    style: 'green',
    tags: ['Casualties'],
  },
  {
    key: 'nobody',
    article: 'statement',
    quote: 'No representative of the Council has met, on Lorne or elsewhere, any envoy of the Assembly.',
    style: 'red',
    tags: ['Denials', 'Lorne meeting'],
  },
]

export const claims: readonly ClaimPlan[] = [
  {
    key: 'met',
    statement: 'Envoys of both sides met directly on Lorne in late February 2031.',
    tags: ['Lorne meeting'],
    more: {
      kind: 'allegation',
      status: 'disputed',
      credibility: {
        grade: 3,
        reason:
          'Three newspapers, but they all trace to one North Wire report; the pilot is the only other witness.',
        history: [],
      },
      event: '2031-02-2X',
      utterance: '2031-03-03',
      publication: '2031-03-03',
    },
    evidence: [
      {
        highlight: 'briefed',
        stance: 'supports',
        chain: [
          { source: 'Two people briefed on the talks', groundRule: 'background', words: 'told North Wire' },
          { source: 'North Wire' },
          { source: 'The Harbour Post' },
        ],
      },
      {
        highlight: 'wire',
        stance: 'supports',
        chain: [
          { source: 'Two people briefed on the talks', groundRule: 'background', words: 'sources said' },
          { source: 'North Wire' },
          { source: 'Isles Today' },
        ],
      },
      {
        highlight: 'reprint',
        stance: 'supports',
        chain: [
          { source: 'Two people briefed on the talks', groundRule: 'background' },
          { source: 'North Wire' },
          { source: 'Lorne Gazette' },
        ],
      },
      {
        highlight: 'pilot',
        stance: 'supports',
        chain: [
          { source: 'A harbour pilot on the Lorne route', groundRule: 'background', verbatim: true },
          { source: 'The Harbour Post' },
        ],
        note: 'Saw passengers, not a meeting.',
      },
      {
        highlight: 'nobody',
        stance: 'disputes',
        chain: [{ source: 'Maritime Council', mode: 'denies', groundRule: 'on-record', verbatim: true }],
      },
      {
        highlight: 'invention',
        stance: 'disputes',
        chain: [
          { source: 'Maritime Council', mode: 'denies', groundRule: 'on-record', verbatim: true },
          { source: 'The Harbour Post' },
        ],
      },
    ],
    relations: [{ kind: 'contradicts', claim: 'nomeeting' }],
  },
  {
    key: 'nomeeting',
    statement: 'No representative of the Maritime Council has met an envoy of the Assembly.',
    tags: ['Denials', 'Lorne meeting'],
    more: {
      kind: 'denial',
      status: 'unverified',
      utterance: '2031-03-04',
      publication: '2031-03-04',
      credibility: {
        grade: 4,
        reason: 'The Council has an interest, and has denied facts before.',
        history: [],
      },
    },
    evidence: [
      {
        highlight: 'nobody',
        stance: 'supports',
        chain: [{ source: 'Maritime Council', mode: 'writes', groundRule: 'on-record', verbatim: true }],
      },
    ],
  },
  {
    key: 'dead1483',
    statement: '1,483 people had died in the Outer Isles by 1 March 2031, the missing included.',
    tags: ['Casualties'],
    more: {
      kind: 'figure',
      status: 'disputed',
      quantity: {
        low: 1483,
        high: 1483,
        qualifier: 'exactly',
        unit: 'people killed',
        scope: 'with those missing for more than thirty days',
        asOf: '2031-03-01',
        claimant: null,
      },
      event: '../2031-03-01',
      publication: '2031-03-06',
      credibility: { grade: 3, reason: 'A tenth of the missing may be alive.', history: [] },
    },
    evidence: [
      {
        highlight: 'ministry',
        stance: 'supports',
        chain: [
          { source: 'Ministry of Health of the Outer Isles', mode: 'reports', groundRule: 'on-record' },
          { source: 'The Strait Review' },
        ],
      },
      {
        highlight: 'dead',
        stance: 'supports',
        chain: [
          { source: 'Ministry of Health of the Outer Isles', mode: 'reports', groundRule: 'on-record' },
          { source: 'The Harbour Post' },
        ],
      },
      {
        highlight: 'about1500',
        stance: 'mentions',
        chain: [
          { source: 'Ministry of Health of the Outer Isles', mode: 'reports' },
          { source: 'North Wire' },
          { source: 'Isles Today' },
        ],
        note: 'The same count, rounded up.',
      },
      {
        highlight: 'alive',
        stance: 'disputes',
        chain: [
          { source: 'A former ministry official', groundRule: 'background' },
          { source: 'The Strait Review' },
        ],
      },
    ],
  },
  {
    key: 'dead1112',
    statement: '1,112 people had been identified as dead by 31 January 2031.',
    tags: ['Casualties'],
    more: {
      kind: 'figure',
      status: 'corroborated',
      quantity: {
        low: 1112,
        high: 1112,
        qualifier: 'exactly',
        unit: 'people killed',
        scope: 'identified by name',
        asOf: '2031-01-31',
        claimant: null,
      },
      event: '../2031-01-31',
      credibility: { grade: 2, reason: 'The names are published.', history: [] },
    },
    evidence: [
      {
        highlight: 'names',
        stance: 'supports',
        chain: [
          { source: 'Outer Isles Hospital Network', mode: 'reports', groundRule: 'on-record' },
          { source: 'The Strait Review' },
        ],
      },
      {
        highlight: 'register',
        stance: 'supports',
        chain: [{ source: 'Outer Isles Hospital Network', mode: 'reports' }, { source: 'The Harbour Post' }],
      },
    ],
    relations: [{ kind: 'refines', claim: 'dead1483' }],
  },
  {
    key: 'authority',
    statement: 'The envoy may speak to anyone on behalf of the Assembly.',
    tags: ['Negotiation'],
    more: {
      kind: 'quotation',
      status: 'unverified',
      event: '2031-03-03',
      utterance: '2031-03-03',
      publication: '2031-03-04',
    },
    dismissed: [{ what: 'one-origin', reason: 'Her own words: nobody else can say them.' }],
    evidence: [
      {
        highlight: 'authority',
        stance: 'supports',
        chain: [
          { source: 'Ilse Marrin', groundRule: 'on-record', verbatim: true },
          { source: 'The Harbour Post' },
        ],
      },
    ],
  },
  {
    key: 'second',
    statement: 'A second round of talks was planned for the middle of March 2031.',
    tags: ['Negotiation'],
    more: { kind: 'prediction', status: 'unverified', event: '2031-03-15~' },
    evidence: [
      {
        article: 'today',
        stance: 'supports',
        chain: [
          { source: 'Two people briefed on the talks', groundRule: 'background' },
          { source: 'North Wire' },
          { source: 'Isles Today' },
        ],
        note: 'Said by one of the two; the other says that no date was set.',
      },
    ],
    relations: [{ kind: 'depends-on', claim: 'met' }],
  },
  {
    key: 'diesel',
    statement: 'Diesel on the outer islands costs twice what it did before the closure.',
    tags: ['Supplies'],
    more: { kind: 'fact', status: 'unverified', event: '2031-01/2031-03' },
    evidence: [{ highlight: 'diesel', stance: 'supports', chain: [] }],
  },
  {
    key: 'about1500',
    statement: 'About 1,500 people had been killed by 1 March 2031.',
    tags: ['Casualties'],
    more: {
      kind: 'figure',
      status: 'unverified',
      quantity: {
        low: 1500,
        high: 1500,
        qualifier: 'exactly',
        unit: 'people killed',
        scope: 'with those missing for more than thirty days',
        asOf: '2031-03',
        claimant: null,
      },
      publication: '2031-03-03',
      note: 'The ministry’s count, rounded up by North Wire.',
    },
    evidence: [
      {
        highlight: 'about1500',
        stance: 'supports',
        chain: [
          { source: 'Ministry of Health of the Outer Isles', mode: 'reports' },
          { source: 'North Wire' },
          { source: 'Isles Today' },
        ],
      },
    ],
  },
  {
    key: 'council700',
    statement: 'Between 700 and 900 people have died in the Outer Isles, the missing included.',
    tags: ['Casualties'],
    more: {
      kind: 'figure',
      status: 'unverified',
      quantity: {
        low: 700,
        high: 900,
        qualifier: 'exactly',
        unit: 'people killed',
        scope: 'with those missing for more than thirty days',
        asOf: '2031-03',
        claimant: null,
      },
      utterance: '2031-03-06',
      publication: '2031-03-06',
    },
    evidence: [
      {
        highlight: 'council',
        stance: 'supports',
        chain: [{ source: 'Oban Teller', groundRule: 'on-record' }, { source: 'The Strait Review' }],
      },
    ],
  },
  {
    key: 'nobodymet',
    statement: 'No representative of the Council has met an envoy of the Assembly.',
    tags: ['Denials'],
    more: { kind: 'denial', status: 'unverified', publication: '2031-03-04' },
    evidence: [
      {
        highlight: 'invention',
        stance: 'supports',
        chain: [
          { source: 'Maritime Council', mode: 'denies', groundRule: 'on-record', verbatim: true },
          { source: 'The Harbour Post' },
        ],
      },
    ],
  },
  {
    key: 'inflated',
    statement: 'The Ministry of Health and the hospitals inflated their counts of the dead.',
    tags: ['Casualties', 'Denials'],
    more: {
      kind: 'allegation',
      status: 'unverified',
      event: '2031?',
      utterance: '2031-03-05',
      publication: '2031-03-06',
    },
    accused: ['Ministry of Health of the Outer Isles', 'Outer Isles Hospital Network'],
    evidence: [
      {
        highlight: 'inflated',
        stance: 'supports',
        chain: [{ source: 'Maritime Council', groundRule: 'on-record' }, { source: 'The Strait Review' }],
      },
    ],
  },
  {
    key: 'boat',
    statement: 'The envoys came to Lorne by the evening ferry, and stayed at the inn.',
    tags: ['Lorne meeting'],
    more: { kind: 'fact', status: 'unverified', event: '2031-02-26' },
    mergedInto: 'met',
    evidence: [
      { highlight: 'inn', stance: 'mentions', chain: [{ source: 'Lorne Gazette', mode: 'reports' }] },
    ],
  },
]
