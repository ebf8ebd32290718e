import { asId } from '../../../src/core/records/base.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import { Vocabulary } from '../../../scripts/make-notebook/vocabulary.ts'
import {
  ReprintSearch,
  type Reprint,
  type ReprintArticle,
} from '../../../src/core/reprints/reprint-search.ts'
import { editText } from '../../support/edited-text.ts'
import { growth } from '../../support/cost.ts'

function searchOf(articles: readonly ReprintArticle[]): ReprintSearch {
  const search = new ReprintSearch()
  for (const article of articles) search.add(article)
  return search
}
const asArticles = (texts: readonly string[]): ReprintArticle[] =>
  texts.map((text, at) => ({ id: asId(`article-${String(at).padStart(3, '0')}`), text }))
const reprintsIn = (texts: readonly string[]): Reprint[] => searchOf(asArticles(texts)).find()
const pairsOf = (reprints: readonly Reprint[]): string[] =>
  reprints.map(({ articles }) => articles.join(' ')).sort()
/** What the passages of a reprint say, in both texts. */
const wordsOfPassages = (
  reprint: Reprint | undefined,
  texts: readonly [string, string],
): [string, string][] =>
  (reprint?.passages ?? []).map(({ spans: [one, other] }) => [
    texts[0].slice(one.start, one.end),
    texts[1].slice(other.start, other.end),
  ])

const wire = [
  'LORNE (North Wire) – Envoys of the “Assembly” and the Maritime Council held face-to-face talks on the island of Lorne in late February, sources said, the first direct contact since the straits were closed.',
  'Two people briefed on the talks, who asked not to be named because they were not authorised to speak, said that the meeting lasted four hours. It ended without a signed text. The envoys’ boats left before dawn.',
  'One of them said a second round was planned for the middle of March. The other said that no date had been set, as the two sides still disagreed about where to meet.',
  'About 1,500 people have been killed since the fighting began, according to the Ministry of Health of the Outer Isles. The figure could not be verified. A hospital network counts fewer.',
]
const other = [
  'Exports grew more slowly in the third quarter than economists had expected, the statistics office said on Monday, because demand from abroad fell and the price of shipping rose.',
  'Companies put off investments for the fourth time in a row. The bank left its rate where it was, and its governor would not say when it might be cut.',
]
const report = wire.join('\n')

describe('a reprint', () => {
  it.each([
    ['word for word', report, 1],
    ['in other typography', report.replace(/[“”]/g, '"').replace(/’/g, "'").replace('–', '-'), 1],
    ['in other case and spaces', report.toUpperCase().replace(/ /g, '\u00a0 '), 1],
    [
      'with a word changed here and there',
      report.replace('late', 'early').replace('four', 'five').replace('said a', 'told us a'),
      0.99,
    ],
    [
      'with sentences dropped',
      report
        .replace(' It ended without a signed text.', '')
        .replace(' The figure could not be verified.', ''),
      0.99,
    ],
    ['as one paragraph', wire.join(' '), 0.99],
    ['as one paragraph, shortened and edited', wire.slice(0, 3).join(' ').replace('four', 'five'), 0.9],
    ['with a paragraph for each sentence', report.replace(/\. /g, '.\n'), 0.9],
    ['in an article of its own', [other[0], ...wire.slice(1, 3), other[1]].join('\n'), 0.4],
    ['as a passage that is quoted', [other[0], wire[1], other[1]].join('\n'), 0.2],
  ])('%s is found', (_, text, least) => {
    const [reprint, ...more] = reprintsIn([report, text])
    expect(more).toEqual([])
    expect(reprint?.articles).toEqual(['article-000', 'article-001'])
    expect(reprint?.score).toBeGreaterThanOrEqual(least)
    expect(reprint?.score).toBeLessThanOrEqual(1)
  })

  it('is alike whatever the quotes, case and spaces', () => {
    const typed = report.replace(/[“”]/g, '«').toLowerCase().replace(/ /g, '  ')
    const [reprint] = reprintsIn([report, typed])
    expect(reprint?.passages.map(({ likeness }) => likeness)).toEqual(wire.map(() => 1))
  })

  it('of one paragraph that the other article repeats all the time is found', () => {
    const feed = Array.from({ length: 300 }, () => wire[2]).join('\n')
    expect(reprintsIn([report, feed, `${wire[2] ?? ''}\n${other.join('\n')}`])).toHaveLength(3)
  })

  it('says how much of the shorter article stands in the other', () => {
    const [reprint] = reprintsIn([report, [wire[0], other[0]].join('\n')])
    const [own, foreign] = [32, 28]
    expect(reprint?.score).toBeCloseTo(own / (own + foreign), 1)
  })
})

describe('texts that are no reprints', () => {
  it.each([
    ['unrelated ones', report, other.join('\n')],
    ['empty ones', '', ''],
    ['ones of white space', ' \n\t\n ', '\u00a0\n\n'],
    ['ones that say too little', 'He did not answer.\nNo comment.', 'He did not answer.\nNo comment.'],
    [
      'ones with the same lines of signs',
      `${report}\n${'='.repeat(60)}`,
      `${other.join('\n')}\n${'='.repeat(60)}`,
    ],
    [
      'ones with the same empty rows',
      `${report}\n${'0\t'.repeat(30)}`,
      `${other.join('\n')}\n${'0\t'.repeat(30)}`,
    ],
    [
      'ones with the same dateline in Chinese',
      '新华社北京1月5日电 记者张三李四王五',
      '新华社北京1月5日电 记者张三李四王五',
    ],
    ['ones with the same link in Thai', 'อ่านข่าวเพิ่มเติมได้ที่นี่', 'อ่านข่าวเพิ่มเติมได้ที่นี่'],
  ])('are not paired: %s', (_, one, two) => {
    expect(reprintsIn([one, two])).toEqual([])
  })

  it('are not paired when there are many', () => {
    const words = new Vocabulary(new Random(5))
    const texts = Array.from({ length: 300 }, () =>
      Array.from({ length: 6 }, () => words.paragraph(50)).join('\n'),
    )
    expect(reprintsIn(texts)).toEqual([])
  })
})

describe('a notice', () => {
  const words = new Vocabulary(new Random(8))
  const articleOf = (): string[] => Array.from({ length: 7 }, () => words.paragraph(45))
  const footer =
    'Reporting by our correspondents, editing by the desk. All rights reserved; this material may not be published, broadcast or rewritten.'
  const own = Array.from({ length: 60 }, articleOf)

  it.each([6, 20, 60, 230])('at the end of each of %i articles pairs none of them', (count) => {
    const articles = Array.from({ length: count }, articleOf)
    expect(reprintsIn(articles.map((text) => [...text, footer].join('\n')))).toEqual([])
  })

  it('in the middle of each article pairs none of them', () => {
    expect(reprintsIn(own.map((text) => text.toSpliced(3, 0, footer).join('\n')))).toEqual([])
  })

  it('pairs none of them when the article is brief, and when each has it a little differently', () => {
    const texts = own.map((text, at) =>
      [...text.slice(0, 1 + (at % 5)), footer.replace('desk', `desk ${at}`)].join('\n'),
    )
    expect(reprintsIn(texts)).toEqual([])
  })

  it('does not hide what else they have in common', () => {
    const quoting = own.map((text, at) => [...(at % 20 === 0 ? [wire[1]] : []), ...text, footer].join('\n'))
    expect(pairsOf(reprintsIn(quoting))).toEqual([
      'article-000 article-020',
      'article-000 article-040',
      'article-020 article-040',
    ])
  })

  it('is not what many printed whole, or in part', () => {
    const whole = own.slice(0, 8).map((text) => [...wire, text[0]].join('\n'))
    const parts = own.slice(8, 20).map((text) => text.toSpliced(2, 0, wire[1] ?? '').join('\n'))
    expect(reprintsIn([...whole, ...parts])).toHaveLength((20 * 19) / 2)
  })
})

describe('the places of a reprint', () => {
  it('are the words that stand in both, in UTF-16 code units', () => {
    const before = '🗞️ 𝕿he morning’s papers: 👩🏽‍🚀 everything else that was printed.\n'
    const text = `${before}${report}\n${other[0] ?? ''}`
    const [reprint] = reprintsIn([text, report])
    // The full stop behind the last word is not a word.
    const expected = wire.map((paragraph) => paragraph.replace(/\.$/, ''))
    expect(wordsOfPassages(reprint, [text, report])).toEqual(expected.map((words) => [words, words]))
  })

  it('include the vowel sign of the last letter', () => {
    const thai = 'ผู้แทนของทั้งสองฝ่ายได้พบกันอย่างลับบนเกาะเมื่อปลายเดือนกุมภาพันธ์และการประชุมใช้เวลาสี่ชั่วโมงโดยไม่มีการลงนามที่นี่'
    const [reprint] = reprintsIn([thai, `${thai}\n`])
    expect(wordsOfPassages(reprint, [thai, thai])).toEqual([[thai, thai]])
  })

  it('are in order, within the texts, begin and end with words, and do not overlap', () => {
    const { articles } = generated(60, 21)
    const texts = new Map(articles.map(({ id, text }) => [id, text]))
    const reprints = searchOf(articles).find()
    expect(reprints.length).toBeGreaterThan(20)
    for (const { articles: ids, passages } of reprints) {
      const starts = passages.map(({ spans }) => spans[0].start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      for (const side of [0, 1] as const) {
        const text = texts.get(ids[side]) ?? ''
        const spans = passages.map(({ spans: both }) => both[side]).sort((a, b) => a.start - b.start)
        for (const { start, end } of spans)
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/su)
        for (const [at, { start }] of spans.entries())
          expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0)
      }
    }
  })
})

const scripts = {
  Arabic: [
    'قال مسؤولون إن مبعوثين من الجانبين عقدوا محادثات سرية في الجزيرة أواخر شباط وإن الاجتماع استمر أربع ساعات دون التوقيع على أي نص',
    'ذكر مكتب الإحصاء يوم الاثنين أن الصادرات نمت في الربع الثالث بوتيرة أبطأ مما توقعه خبراء الاقتصاد بسبب تراجع الطلب من الخارج',
  ],
  Hebrew: [
    'גורמים רשמיים אמרו כי שליחים משני הצדדים קיימו שיחות חשאיות באי בסוף פברואר וכי הפגישה נמשכה ארבע שעות בלי שנחתם מסמך כלשהו',
    'לשכת הסטטיסטיקה מסרה ביום שני כי היצוא ברבעון השלישי צמח לאט מכפי שציפו הכלכלנים בגלל ירידה בביקוש מחוץ לארץ',
  ],
  Chinese: [
    '外交部发言人周二在例行记者会上表示，双方代表上周在海岛上举行了秘密会谈，会谈持续了四个小时，但没有签署任何文件。',
    '统计局周一表示，今年第三季度的出口增长低于经济学家的预期，主要原因是海外需求减弱以及运输成本上升。',
  ],
  Japanese: [
    '外務省の報道官は火曜日の定例会見で、双方の代表が先週、島で秘密裏に会談したことを明らかにした。会談は四時間に及んだが、文書への署名はなかったという。',
    '統計局は月曜日、第三四半期の輸出の伸びが、海外の需要の減少と輸送費の上昇のため、経済学者の予想を下回ったと発表した。',
  ],
  Korean: [
    '외교부 대변인은 화요일 정례 브리핑에서 양측 대표가 지난주 섬에서 비밀 회담을 열었으며 회담은 네 시간 동안 이어졌지만 어떤 문서에도 서명하지 않았다고 밝혔다',
    '통계청은 월요일 올해 삼분기 수출 증가율이 해외 수요 감소와 운송비 상승 때문에 경제학자들의 예상보다 낮았다고 발표했다',
  ],
  Thai: [
    'ผู้แทนของทั้งสองฝ่ายได้พบกันอย่างลับ ๆ บนเกาะเมื่อปลายเดือนกุมภาพันธ์ และการประชุมใช้เวลาสี่ชั่วโมงโดยไม่มีการลงนามในเอกสารใด ๆ',
    'ราคาน้ำมันในตลาดโลกปรับตัวสูงขึ้นเป็นวันที่สามติดต่อกัน หลังผู้ผลิตรายใหญ่ประกาศลดกำลังการผลิตลงอีกในเดือนหน้า',
  ],
} as const

describe.each(Object.entries(scripts))('in %s', (_, [text, unrelated]) => {
  it('a reprint is found, what is unrelated is not', () => {
    // A few letters are missing, as after an edit.
    const edited = text.slice(0, 20) + text.slice(24)
    expect(pairsOf(reprintsIn([text, unrelated, edited]))).toEqual(['article-000 article-002'])
  })
})

describe('in Chinese', () => {
  const sentences = [
    '两名了解会谈情况的人士说，第二轮会谈计划在三月中旬举行，不过具体日期还没有确定。',
    ...[...scripts.Chinese, '渔船自封锁以来一直停在港口，外岛的柴油价格上涨了一倍，两个村庄的冬储几乎告罄。'],
    '议会特使没有回应置评请求，海事委员会则表示不会评论传言，也不会公布谈判人员的名单。',
  ]

  it('paragraphs may be joined, and quoted in another way', () => {
    const said = `“${sentences.join('')}”`
    const [reprint] = reprintsIn([`「${sentences.join('\n')}」`, said])
    expect(reprint?.score).toBeGreaterThan(0.9)
  })

  it('a long paragraph is recognised by a half of it', () => {
    const others = scripts.Japanese.join('')
    expect(reprintsIn([sentences.join(''), sentences.slice(2).join('') + others])).toHaveLength(1)
  })
})

describe('any text', () => {
  const part = fc.oneof(
    fc.constantFrom(...wire, ...other, ...Object.values(scripts).flat()),
    fc.constantFrom('', '\n', '\n\n', '=', '0 ', '“', '。', '\ud800', '\u200f', 'ha ', '🏴‍☠️'),
    fc.string({ unit: 'grapheme' }),
  )
  const texts = fc.array(
    fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    { maxLength: 6 },
  )

  it('gives places within it, and shares from 0 to 1', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const articles = asArticles(some)
        const lengths = new Map(articles.map(({ id, text }) => [id, text.length]))
        for (const { articles: ids, score, passages } of searchOf(articles).find()) {
          for (const share of [score, ...passages.map(({ likeness }) => likeness)]) {
            expect(share).toBeGreaterThan(0)
            expect(share).toBeLessThanOrEqual(1)
          }
          expect(passages).not.toEqual([])
          for (const side of [0, 1] as const)
            for (const { spans } of passages) {
              expect(spans[side].start).toBeGreaterThanOrEqual(0)
              expect(spans[side].end).toBeGreaterThan(spans[side].start)
              expect(spans[side].end).toBeLessThanOrEqual(lengths.get(ids[side]) ?? 0)
            }
        }
      }),
    )
  })

  it('gives the same in whatever order articles are added', () => {
    fc.assert(
      fc.property(
        texts.chain((some) => {
          const articles = asArticles(some)
          return fc.tuple(
            fc.constant(articles),
            fc.shuffledSubarray(articles, { minLength: articles.length }),
          )
        }),
        ([articles, shuffled]) => {
          expect(searchOf(shuffled).find()).toEqual(searchOf(articles).find())
        },
      ),
    )
  })

  it('may be one giant paragraph', () => {
    const words = new Vocabulary(new Random(4))
    const giant = Array.from({ length: 20_000 }, () => words.word()).join(' ')
    const cut = giant.slice(giant.length / 2)
    expect(reprintsIn([giant, cut, report])).toMatchObject([{ articles: ['article-000', 'article-001'] }])
    expect(reprintsIn(['ha '.repeat(20_000), 'ha '.repeat(10_000)])).toEqual([])
  })
})

interface Generated {
  articles: ReprintArticle[]
  /** The pairs of articles that are from one report. */
  related: Set<string>
}

/** Reports that some outlets print with edits, cuts, other paragraphs and paragraphs of their own, each with its outlet’s footer. */
function generated(count: number, seed: number): Generated {
  const random = new Random(seed)
  const words = new Vocabulary(random)
  const sentences = (least: number, more: number): string =>
    Array.from({ length: least + random.below(more) }, () => words.sentence(7 + random.below(20))).join(' ')
  const footers = Array.from({ length: 5 }, () => sentences(2, 2))
  const made: Generated = { articles: [], related: new Set() }
  while (made.articles.length < count) {
    const original = Array.from({ length: 6 + random.below(9) }, () => sentences(1, 4))
    const ids: string[] = []
    for (let copies = random.pick([1, 1, 1, 2, 2, 3, 5]); copies > 0; copies -= 1) {
      const body = ids.length === 0 ? original.join('\n') : reprinted(original, random)
      const more = Array.from({ length: ids.length === 0 ? 0 : random.below(4) }, () => sentences(1, 4))
      const id = random.id(random.below(1e12))
      made.articles.push({
        id: asId(id),
        text: [words.sentence(6), body, ...more, random.pick(footers)].join('\n'),
      })
      for (const earlier of ids) made.related.add([earlier, id].sort().join(' '))
      ids.push(id)
    }
  }
  return made
}

function reprinted(original: readonly string[], random: Random): string {
  const kept = original.slice(random.below(2), original.length - random.below(3))
  const edits = { typos: 60, inserted: 8, deleted: 8, removed: 3, moved: 3, marks: 30, split: 4 }
  const { text } = editText(kept.join('\n'), random, edits)
  const layouts = [
    text,
    text,
    text.replace(/\n/g, ' '),
    text.replace(/(?<=[.!?]) /g, () => random.pick([' ', '\n'])),
  ]
  return random.pick(layouts)
}

describe('among some hundred articles', () => {
  const { articles, related } = generated(200, 2026)
  const search = searchOf(articles)
  const found = search.find()
  const pairs = pairsOf(found)

  it('nearly all is found that comparing each passage with each other one finds', () => {
    const all = pairsOf(search.findByAllPairs())
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter((pair) => pairs.includes(pair)).length / all.length).toBeGreaterThanOrEqual(0.99)
  })

  it('what is from one report is found, and nothing else', () => {
    expect(pairs.filter((pair) => !related.has(pair))).toEqual([])
    expect(pairs.length / related.size).toBeGreaterThanOrEqual(0.95)
  })

  it.each([
    [40, 17],
    [60, 12],
  ])('nothing else is found among %i articles either', (count, seed) => {
    const few = generated(count, seed)
    const unrelated = pairsOf(searchOf(few.articles).find()).filter((pair) => !few.related.has(pair))
    expect(unrelated).toEqual([])
  })

  it('those with new ones are the pairs of all with a new one', () => {
    for (const share of [0, 0.02, 0.3, 1]) {
      const random = new Random(31)
      const fresh = new Set(articles.filter(() => random.next() < share).map(({ id }) => id))
      const expected = found.filter(({ articles: ids }) => ids.some((id) => fresh.has(id)))
      expect(search.find((id) => fresh.has(id))).toEqual(expected)
    }
  })

  it('those with most in common come first', () => {
    const scores = found.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})

describe('the work', () => {
  const findAll = (articles: readonly ReprintArticle[]): unknown => searchOf(articles).find()
  const words = new Vocabulary(new Random(12))
  const footer = words.paragraph(30)
  const withFooter = (count: number): ReprintArticle[] =>
    asArticles(Array.from({ length: count }, () => `${words.paragraph(60)}\n${footer}`))
  /** Two tables with rows that are nearly the same. */
  const tables = (rows: number): ReprintArticle[] =>
    asArticles(
      ['Lorne', 'Skerry'].map((harbour) =>
        Array.from({ length: rows }, (_, day) => `${harbour}, day ${day}: ${footer}`).join('\n'),
      ),
    )

  it.each([
    ['the articles', 100, (count: number) => generated(count, 7).articles],
    ['the articles with one footer', 300, withFooter],
    ['the rows of tables', 300, tables],
  ])('for four times %s is less than ten times as much', (_, count, made) => {
    expect(growth(findAll, made(count), made(4 * count), 10)).toBeLessThan(10)
  })
})
