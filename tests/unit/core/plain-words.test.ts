import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/core/import/decode.ts'
import { highlightsOf } from '../../../src/core/import/imported-notes.ts'
import { paragraphsOf } from '../../../src/core/import/paragraphs.ts'
import { asId, now } from '../../../src/core/records/base.ts'
import { makeTextOfRecord } from '../../../src/core/text/text-of-record.ts'
import { speak } from '../../../src/core/words/say.ts'
import { growth } from '../../support/cost.ts'
import { readArticle } from '../../support/read-article.ts'

/** Latin letters as windows-1252 has them. */
const western = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('bytes without a declaration', () => {
  it.each([
    'Le ministère a déclaré hier que les élèves des écoles privées étaient déjà prévenus, à cet égard.',
    'El presidente anunció que la reunión se celebró según lo previsto, así también mañana, más información.',
    'A situação não é fácil, disse o ministro à imprensa; a decisão será tomada amanhã, após a reunião.',
    'Der Präsident erklärte, die Behörden hätten für die Überprüfung längst größere Mittel nötig gehabt.',
  ])('are Western where most letters are plain: %s', (text) => {
    expect(decode(western(text)).text).toBe(text)
  })

  it('are UTF-16 where every other one is nought', () => {
    const text = 'The ferry sailed.'
    const bytes = Uint8Array.from(Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat())
    expect(decode(bytes).text).toBe(text)
  })
})

describe('the lines of a plain text', () => {
  it('are put together where a program broke them', () => {
    expect(
      paragraphsOf(
        'The council voted on Tuesday to keep the old ferry running through\nthe winter, after three hours of debate in a crowded hall, in which\nnobody spoke against it.\n\nSo it was.',
      )[0],
    ).toBe(
      'The council voted on Tuesday to keep the old ferry running through the winter, after three hours of debate in a crowded hall, in which nobody spoke against it.',
    )
  })

  it.each([
    [
      'a poem',
      "Shall I compare thee to a summer's day and night?\nThou art more lovely and more temperate by far:\nRough winds do shake the darling buds of May, they do,\nAnd summer's lease hath all too short a date for us.",
    ],
    [
      'a chat',
      '[12:01] Ana Duarte: I was there when the ferry left the island\n[12:02] Bo Lindqvist: And who else was there, do you remember?',
    ],
    [
      'quoted mail',
      '> The minister said in the hall on Tuesday evening that it was\n> nobody who had asked for it, and that the vote took its place',
    ],
    [
      'the head of a mail',
      'From: Ana Duarte, harbour council, the northern islands\nTo: Jonas Lind, harbour council, the southern islands',
    ],
    [
      'a list',
      'a) the council voted to keep the ferry over the winter, and\nb) the region pays for the repairs of the ferry, as it said',
    ],
    [
      'code',
      'def sailed(ferry, the_day_of_the_week, the_weather_of_the_day):\n    return ferry.left(the_day_of_the_week) and not the_weather_bad',
    ],
  ])('stay where they are %s', (_what, text) => {
    expect(
      paragraphsOf(
        `${text}\n\n${'A line that is as wide as lines of a text are, broken there\nand going on here. '.repeat(2)}`,
      )[0],
    ).toBe(text)
  })

  it('keep hyphens that are of the words', () => {
    const wrapped = (first: string, next: string): string | undefined =>
      paragraphsOf(`${first}\n${next} and then some more words that fill this line\nwith oth-\ner ones.`)[0]
    expect(wrapped('They weighed for many weeks the Vor-', 'und Nachteile')).toContain('Vor- und Nachteile')
    expect(wrapped('They had been for many weeks self-', 'employed')).toContain('self-employed')
    expect(wrapped('They read it at https://e.org/the-ferry-', 'left')).toContain('the-ferry-left')
    expect(wrapped('They voted to keep the old fer-', 'ry')).toContain('old ferry')
  })

  it('are all there, whatever the pages', () => {
    const chapters = 'Chapter 1\nIt was a night.\fChapter 2\nIt was a day.\fChapter 3\nEnd.'
    for (const words of ['Chapter 2', 'Chapter 3', 'It was a day.'])
      expect(paragraphsOf(chapters).join('\n')).toContain(words)
    expect(paragraphsOf('It cost 5 euros.\fIt cost 7 euros.').join('\n')).toContain('It cost 7 euros.')
  })

  it.each([
    ['one long paragraph', 'The commission weighed for many weeks the plans it had seen ok\n'],
    ['many pages', 'Page a\fb '],
  ])('take time that grows with them: %s', (_what, piece) => {
    const read = (n: number): unknown => paragraphsOf(piece.repeat(n))
    expect(growth(read, 1_000, 8_000, 24)).toBeLessThan(24)
  })
})

describe('what is raised or lowered', () => {
  it.each([
    ['The <sup>most important 5 words</sup> here', 'The most important 5 words here'],
    ['<sub>photo: Ana Duarte</sub>', 'photo: Ana Duarte'],
    ['12 km<sup>2 </sup>of land', '12 km² of land'],
    ['2<sup>(n+1)</sup> and 10<sup>(-3)</sup>', '2⁽ⁿ⁺¹⁾ and 10⁽⁻³⁾'],
    ['10<sup>10<sup>6</sup></sup>', '10^(10⁶)'],
    ['x<sup>2<style>.a{b:c}</style></sup>', 'x2'],
    ['<a href="#area">Area in m<sup>2</sup>, the 1<sup>st</sup></a>', 'Area in m², the 1st'],
    ['S<sup>t</sup> Petersburg, $5<sup>.99</sup>', 'St Petersburg, $5.99'],
  ])('%s', (html, text) => {
    expect(makeTextOfRecord(`<p>${html}</p>`).text).toBe(text)
  })

  it('swallows no paragraphs', () => {
    const { text } = makeTextOfRecord('<div>one<sup>1<p>Para one here.</p><p>Para two here.</p></div>')
    expect(text.split('\n')).toEqual(expect.arrayContaining(['Para one here.', 'Para two here.']))
  })
})

describe('Markdown of other programs', () => {
  const textOf = async (markdown: string): Promise<string> =>
    (await readArticle({ bytes: new TextEncoder().encode(markdown), fileName: 'a.md' })).text.text

  it.each([
    ['::: warning The ferry does not run\nText.\n:::', 'warning The ferry does not run'],
    ['``` x ``` is code.\n\nSaid[^1].\n\n[^1]: https://example.org', '[^1]: https://example.org'],
    ['> Said.\n>\n> [^2]: https://e.org', '[^2]: https://e.org'],
    ['% of voters who said no rose.\n\nText.', '% of voters who said no rose.'],
    ['```\n::: a\n[^1]: b\n```', '::: a\n[^1]: b'],
  ])('keeps its words: %s', async (markdown, words) => {
    expect(await textOf(markdown)).toContain(words)
  })

  it.each([
    ['They ==agreed on *everything*== here.', 'They agreed on everything here.'],
    ['If a==b and c==d, then 5%% and 6%%; x == y == z.', 'If a==b and c==d, then 5%% and 6%%; x == y == z.'],
    ['Before %%ask Ana%% after.', 'Before after.'],
    ['One.\n\n%%\nA remark\n\nof two parts\n%%\n\nTwo.\n\n%%\n\nThree.', 'One.\nTwo.\n%%\nThree.'],
    ['```\n%%\nx = 1\n%%\n```', '%%\nx = 1\n%%'],
    ['> [!quote]- What *he* said\n> We agreed.', 'What he said\nWe agreed.'],
    ['> [!NOTE]\n> We agreed.', 'We agreed.'],
    [
      'See [[Lorne|the island]], [[Ana Duarte]] and [[Talks#First day]].',
      'See the island, Ana Duarte and Talks > First day.',
    ],
    ['![[map.png|300]]Seen. `[[not a link]]` ==', 'Seen. [[not a link]] =='],
    ['They met. ^a1b2c3', 'They met.'],
    ['5 m ^2', '5 m ^2'],
  ])('reads what Obsidian writes: %s', async (markdown, text) => {
    expect((await textOf(markdown)).trim()).toBe(text)
  })

  it('makes highlights of what is marked, and tells which notes it would show', async () => {
    const read = (markdown: string) =>
      readArticle({ bytes: new TextEncoder().encode(markdown), fileName: 'a.md' })
    const { text, notes, warnings } = await read('They ==agreed==, ==twice==.\n\n![[Other note]]')
    const place = { article: asId<'article'>('a'), version: 1, at: now() }
    const made = highlightsOf(notes ?? [], text, place)
    expect(made.map(({ exact }) => exact)).toEqual(['agreed', 'twice'])
    expect(warnings.map((one) => speak(one)).join()).toContain('Other note')
    // Whoever writes HTML may call it a note of ours.
    const foreign = await read('<span id="ascribe-note-0">Mine</span> ==agreed==')
    expect(highlightsOf(foreign.notes ?? [], foreign.text, place)).toEqual([])
  })

  it('has the authors that it names', async () => {
    const read = (author: string) =>
      readArticle({ bytes: new TextEncoder().encode(`---\nauthor: ${author}\n---\nText.`), fileName: 'a.md' })
    expect((await read('"[[Ana Duarte]]"')).authors).toEqual(['Ana Duarte'])
    expect((await read('"[[people/ana|Ana Duarte]]"')).authors).toEqual(['Ana Duarte'])
    expect((await read('Ana Duarte and Jonas Lind')).authors).toEqual(['Ana Duarte', 'Jonas Lind'])
  })
})
