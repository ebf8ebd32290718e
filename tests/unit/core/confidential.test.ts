import { asId } from '../../../src/core/records/base.ts'
import { describe, expect, it } from 'vitest'
import { ConfidentialNames } from '../../../src/core/confidential/confidential-names.ts'
import { placesIn } from '../../../src/core/confidential/outgoing.ts'
import { outgoingExport } from '../../../src/core/confidential/outgoing-export.ts'
import {
  descriptorIn,
  replaceNames,
  type ConfidentialChoice,
} from '../../../src/core/confidential/withhold.ts'
import { wordsOf, type ExportInput } from '../../../src/core/export/exporter.ts'
import { exporters } from '../../../src/core/export/registry.ts'
import { makeClaim } from '../../../src/core/records/claim.ts'
import { makeSource } from '../../../src/core/records/source.ts'
import { exampleNotebook, id } from '../../support/example-notebook.ts'
import { growth } from '../../support/cost.ts'

const namesOf = (...spellings: string[]): ConfidentialNames =>
  new ConfidentialNames([{ id: asId('x'), spellings, isPerson: true }])

/** What is found in a text: certain names as they stand, doubtful ones with a question mark. */
const found = (names: ConfidentialNames, text: string): string[] =>
  names.find(text).map(({ start, end, isCertain }) => `${text.slice(start, end)}${isCertain ? '' : '?'}`)

describe('the names of confidential sources', () => {
  it.each([
    ['Then Renée Kovář spoke.', ['Renée Kovář']],
    ['RENEE KOVAR and renee kovar', ['RENEE KOVAR', 'renee kovar']],
    ['Rene\u0301e Kova\u0301r\u030c’s letter', ['Rene\u0301e Kova\u0301r\u030c']],
    ['Kovář, Renée (chief)', ['Kovář, Renée']],
    ['Kovár Renee', ['Kovár Renee']],
    ['Dr. Renée A. Kovář', ['Renée A. Kovář']],
    ['sources/renee-kovar-1234abcd.md', ['renee-kovar']],
    ['#renee_kovar, @reneekovar84', ['renee_kovar', 'reneekovar84']],
    ['https://e.org/Ren%C3%A9e%20Kov%C3%A1%C5%99/x', ['Ren%C3%A9e%20Kov%C3%A1%C5%99']],
    ['Ren&eacute;e&nbsp;Kov&#225;&#345;', ['Ren&eacute;e&nbsp;Kov&#225;&#345;']],
    ['Re\u00adnée\nKo\u200bvář', ['Re\u00adnée\nKo\u200bvář']],
    ['Renée **Kovář** said', ['Renée **Kovář']],
    ['Renee Kovars Brief', ['Renee Kovars']],
    ['Mr Kovář came', ['Kovář?']],
    ['Kovařovic, Renata, Kovaříková, overkovar', []],
    ['Renée alone', []],
  ])('are found: %s', (text, wanted) => {
    expect(found(namesOf('Renée Kovář'), text)).toEqual(wanted)
  })

  it.each([
    ['李明', '记者李明说，没有。', ['李明']],
    ['Анна Иванова', 'Письмо Анны Ивановой нашли.', ['Анны Ивановой']],
    ['محمد علي', 'قال ومحمد علي إنه', ['ومحمد علي']],
    ['Jürgen Müller', 'Juergen Mueller sagte', ['Juergen Mueller']],
    ['Müller, Jürgen', 'JÜRGEN MÜLLERS Aussage', ['JÜRGEN MÜLLERS']],
    ['O’Brien, Pat', "Pat O'Brien's house", ["Pat O'Brien"]],
    ['Ana García López', 'La señora García dijo', ['García?']],
    ['Łukasz Żołądź', 'lukasz zoladz', ['lukasz zoladz']],
    ['राम', 'रमा और राम', ['राम']],
    ['Jane Doe (nurse)', 'Jane Doe came', ['Jane Doe']],
    ['Jane Doe, nurse', 'Jane Doe came', ['Jane Doe']],
    ['Colonel Jane Mary Doe Jr.', 'Jane Doe came', ['Jane Doe']],
    ['Jane Doe', 'Jane Anna Doe and Jane M. Doe', ['Jane Anna Doe', 'Jane M. Doe']],
    ['Jan Novák', 'dopis Jana Nováka', ['Jana Nováka']],
    ['Carl Marx', 'Carla Marx came', ['Marx?']],
    ['Иван Петров', 'сказал Петрову', ['Петрову?']],
    ['Иван', 'город иванов', []],
    ['Pat O’Brien', 'Pat OBrien', ['Pat OBrien']],
    ['Layla al-Rashid', 'Layla Alrashid', ['Layla Alrashid']],
    ['Ronald McDonald', 'Ronald Mc Donald', ['Ronald Mc Donald']],
    ['Wei Li', 'WeiLi.pdf; Li said', ['WeiLi', 'Li?']],
    ['田中 太郎', '田中太郎は、田中 太郎さん、田中さん', ['田中太郎', '田中 太郎さん', '田中?']],
    ['田中太郎', '田中 太郎さん', ['田中 太郎さん']],
    ['李明', '李 明', ['李 明']],
    ['김철수', '김 철수 씨', ['김 철수']],
    ['أحمد علي', 'قال احمد على إنه', ['احمد على']],
    [
      'Renée Kovář',
      'Renée Ko-\nvář, Re**née** Ko**vář**, interviewReneeKovar.mp3, drreneekovar, rkovar@e.org',
      ['Renée Ko-\nvář', 'Re**née** Ko**vář', 'interviewReneeKovar', 'drreneekovar', 'rkovar?'],
    ],
    ['Renée Kovář', 'Renée<br>Kovář and "Ren\\u00e9e Kovar"', ['Renée<br>Kovář', 'Ren\\u00e9e Kovar']],
    ['Mr. White', 'The White House paint is white', ['White?', 'white?']],
    ['May', 'it may be; May said', ['may?', 'May']],
    ['Mark Stone', 'the mark, stone it. Mark Stone', ['stone?', 'Mark Stone']],
    ['A confidential source', 'a confidential source said', []],
  ])('of other scripts and languages: %s', (name, text, wanted) => {
    expect(found(namesOf(name), text)).toEqual(wanted)
  })

  it('that are organisations are found without their article', () => {
    const names = new ConfidentialNames([
      { id: asId('x'), spellings: ['The Ministry of Truth'], isPerson: false },
    ])
    expect(found(names, 'ministry of truth; the truth')).toEqual(['ministry of truth'])
  })

  it('are replaced and shown in time that grows with the text', () => {
    const names = namesOf('Renée Kovář')
    const replaceAndShow = (text: string): void => {
      replaceNames(text, names.find(text), descriptorIn('en'))
      placesIn(names, 'x', text)
    }
    const piece = 'Renée Kovář x https://e.org/a '
    expect(growth(replaceAndShow, piece.repeat(1_000), piece.repeat(8_000), 24)).toBeLessThan(24)
  })

  it('are found in time that grows with the text', () => {
    const names = namesOf('Renée Kovář')
    const piece = 'Renée a Renée b &%C3 Kovar '
    const find = (text: string): unknown => names.find(text)
    expect(growth(find, piece.repeat(1_000), piece.repeat(8_000), 24)).toBeLessThan(24)
  })

  it('are replaced with care for sentences, quotations and addresses', () => {
    const names = namesOf('Renée Kovář')
    const replaced = (text: string, inBrackets = false): string =>
      replaceNames(text, names.find(text), descriptorIn('en'), inBrackets)
    expect(replaced('Renée Kovář’s note. Then Renée Kovář left.')).toBe(
      'A confidential source’s note. Then a confidential source left.',
    )
    expect(replaced('Is this the Renée Kovář we know?')).toBe('Is this the confidential source we know?')
    expect(replaced('said Renée Kovář', true)).toBe('said [a confidential source]')
    expect(replaced('see https://e.org/people/renee-kovar/x?y=1 there')).toBe(
      'see a confidential source there',
    )
    expect(replaced('write to renee.kovar@e.org.')).toBe('write to a confidential source.')
  })
})

/** A notebook that names a confidential source in every field that has words. */
function everywhere(): ExportInput {
  const input = exampleNotebook()
  const name = 'Renée Kovář'
  /** Puts the name into every text; ids, dates, choices and checksums stay. */
  const named = (field: string, value: unknown): unknown => {
    if (typeof value === 'string') return isWords(field, value) ? `${value} ${name}`.trim() : value
    if (Array.isArray(value)) return value.map((item) => named(field, item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(key, part)]))
  }
  const all = <T extends object>(records: readonly T[]): T[] =>
    records.map((record) => named('', record) as T)
  const secret = makeSource(name, 'person', {
    id: id('kovar'),
    confidential: true,
    role: 'KovarRole',
    affiliation: 'KovarHouse',
    note: 'KovarNote',
    access: 'KovarAccess',
    anonymityReason: 'KovarReason',
  })
  const claims = all(input.claims).map((claim) => ({
    ...claim,
    evidence: claim.evidence.map((piece) => ({
      ...piece,
      chain: [
        {
          source: id<'source'>('kovar'),
          mode: 'says' as const,
          verbatim: false,
          groundRule: 'unknown' as const,
          words: 'KovarWords',
        },
        ...piece.chain,
      ],
    })),
    quantity: {
      low: 1,
      high: 2,
      unit: `crates of ${name}`,
      scope: `yard of ${name}`,
      asOf: null,
      claimant: id<'source'>('kovar'),
      qualifier: 'exactly' as const,
    },
  }))
  return {
    ...input,
    title: `The papers of ${name}`,
    articles: all(input.articles).map((article) => ({
      ...article,
      authors: [name, `With ${name}`],
      urls: ['https://example.org/renee-kovar', 'https://example.org/other'],
    })),
    annotations: new Map([...input.annotations].map(([article, list]) => [article, all(list)])),
    claims,
    sources: [...all(input.sources.filter(({ confidential }) => !confidential)), secret],
    tags: all(input.tags),
  }
}

const choices = new Set(
  (
    'fact figure quotation allegation denial prediction opinion unverified corroborated disputed refuted confirmed supports disputes ' +
    'mentions says writes denies confirms reports cites on-record background deep-background off-record unknown contradicts same-as ' +
    'refines depends-on person organisation outlet document dataset anonymous exact moved review orphan yellow blue green red violet ' +
    'grey gold teal orange ltr rtl unread reading read en text/html'
  ).split(' '),
)
function isWords(field: string, value: string): boolean {
  if (choices.has(value) || field === 'id') return false
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$|^\d{4}(?:-|$)/.test(value)) return false
  return !['event', 'utterance', 'publication', 'published', 'asOf', 'grade', 'language', 'page'].includes(
    field,
  )
}

/** A template that says all that a template can say. */
const everything = { fileName: 'all.json.liquid', text: '{{ notebook | json }} a confidential source' }
const bytesOf = (input: ExportInput, choice: ConfidentialChoice | undefined) =>
  Promise.all(
    exporters.map(async (exporter) => {
      const template = exporter.needsTemplate ? everything : undefined
      const outgoing = await outgoingExport(exporter, input, choice, { template })
      const files = [...outgoing.files]
      return {
        ...outgoing,
        format: exporter.format,
        files,
        all: files.map((file) => `${file.path}\n${wordsOf(file)}`).join('\n'),
      }
    }),
  )
/** Any spelling: letters in order, whatever stands between and above them. */
const anySpelling =
  /r[^a-z]{0,12}e[^a-z]{0,12}n[^a-z]{0,12}[eé][^a-z]{0,12}e[^a-z]{0,14}k[^a-z]{0,12}o[^a-z]{0,12}v[^a-z]{0,12}[aá][^a-z]{0,12}[rř]/iu
const structure = /Kovar(?:Role|House|Note|Access|Reason|Words)/

describe('a notebook that names a confidential source in every field', () => {
  it('says where, before anything is written', async () => {
    for (const { named, all, format } of await bytesOf(everywhere(), undefined)) {
      expect(named.certain).toBeGreaterThan(20)
      const where = named.places.map((place) => place.where)
      const folders = format === 'markdown' ? ['index.md', 'articles/', 'claims/', 'sources/'] : []
      for (const path of folders)
        expect(
          where.some((one) => one.startsWith(path)),
          path,
        ).toBe(true)
      // What belongs to the source itself is withheld whatever is chosen.
      expect(all).not.toMatch(structure)
    }
  })

  it.each(['replace', 'omit'] as const)(
    'leaves no byte of the name when it is to be taken out: %s',
    async (choice) => {
      for (const { all, files, named, replaced, omitted } of await bytesOf(everywhere(), choice)) {
        expect(all.normalize('NFC')).not.toMatch(anySpelling)
        expect(all).not.toMatch(structure)
        expect(named.certain).toBe(0)
        expect(choice === 'replace' ? replaced : omitted).toBeGreaterThan(10)
        expect(files.length).toBeGreaterThan(0)
        for (const [, target] of all.matchAll(/\]\(((?!https?:)[^)]+)\)/g))
          expect(
            files.some(({ path }) => decodeURIComponent(target ?? '').endsWith(path.split('/').at(-1) ?? '')),
          ).toBe(true)
      }
    },
  )

  it('writes it all the same when the user wants that, without what belongs to the source itself', async () => {
    for (const { all, named } of await bytesOf(everywhere(), 'include')) {
      expect(all).toMatch(/Renée Kovář/)
      expect(all).not.toMatch(structure)
      expect(named.certain).toBeGreaterThan(20)
    }
  })

  it.each(['Claims', 'Status', 'A confidential source'])(
    'also where it is called as the files call something: %s',
    async (name) => {
      const source = makeSource(name, 'organisation', { confidential: true })
      const claims = [makeClaim('Renée .............. Kovář did'), makeClaim(`${name} said so`)]
      const secret = makeSource('Renée Kovář', 'person', { confidential: true })
      const input = { ...exampleNotebook(), claims, sources: [source, secret] }
      for (const { files, all, format } of await bytesOf(input, 'replace')) {
        if (format === 'markdown') expect(files.map(({ path }) => path)).toContain('index.md')
        if (format === 'markdown') expect(all).toContain('status: unverified')
        expect(all.normalize('NFC')).not.toMatch(/kovář-did/i)
      }
    },
  )

  it('changes nothing where nobody is confidential', async () => {
    const input = {
      ...exampleNotebook(),
      sources: exampleNotebook().sources.filter(({ confidential }) => !confidential),
    }
    const [plain] = await bytesOf(input, undefined)
    const [replaced] = await bytesOf(input, 'replace')
    expect(replaced?.all).toBe(plain?.all)
  })
})
