import { scales } from '../records/parse-number.ts'

/** Numbers as English writes them in words, as pieces of regular expressions (flags `iu`). All of them are bounded. */

const row = (words: string): string[] => words.split(' ')
const small = row(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const tens = row('twenty thirty forty fifty sixty seventy eighty ninety')
const smallOrdinals = row(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
)
const tensOrdinals = tens.map((word) => word.replace(/y$/, 'ieth'))
const ordinals = new Map([
  ...smallOrdinals.map((word, value): [string, number] => [word, value]),
  ...tensOrdinals.map((word, at): [string, number] => [word, (at + 2) * 10]),
])
const words = new Map([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...ordinals,
  ['half', 0.5],
])

const underHundred = `(?:(?:${tens.join('|')})(?:[ -](?:${small.slice(1, 10).join('|')}))?|${small.join('|')})`
const underThousand = `(?:(?:${underHundred}[ -])?hundred(?:[ -](?:and )?${underHundred})?|${underHundred})`
const scaled = `(?:(?:${underThousand}(?: and a half)?|half an?)[ -])?(?:thousand|million|billion|trillion|lakh|crore|dozen)`
export const cardinal = `(?:${scaled}(?: (?:and )?|-))*(?:${scaled}|${underThousand})`
export const ordinal = `(?:(?:${tens.join('|')})[ -])?(?:${smallOrdinals.slice(1).join('|')})|${tensOrdinals.join('|')}`

const parts = new Map<string, number>([
  ...smallOrdinals.slice(3, 11).map((word, at): [string, number] => [word, at + 3]),
  ['half', 2],
  ['quarter', 4],
])
const part = [...parts.keys()].join('|')
const several = small.slice(2, 10).join('|')
/** “two-thirds”, “three quarters”, “a quarter”, “a fifth of”: “a third man” and “a half” an hour are none. */
export const fraction = String.raw`(?<![\p{L}\p{N}])(?:(?:${several})[ -](?:${part}|halve)s|(?:an?|one)[ -](?:quarter|(?:${part})(?= of )))(?![\p{L}\p{N}])`

/** @param text as `fraction` finds it */
export function fractionValue(text: string): number {
  const [count = '', of = ''] = text.toLowerCase().split(/[ -]/)
  const whole = parts.get(of) ?? parts.get(of.replace(/s$/, '')) ?? 2
  return (words.get(count) ?? 1) / whole
}

/** @param text as `cardinal` or `ordinal` find it */
export function spelledValue(text: string): number {
  let total = 0
  let current = 0
  for (const word of text.toLowerCase().split(/[ -]+/)) {
    const scale = scales.get(word)
    if (scale === undefined) current += words.get(word) ?? 0
    else {
      current = (current === 0 ? 1 : current) * scale
      if (scale < 1000) continue
      total += current
      current = 0
    }
  }
  return total + current
}

/** The numbers to twenty, the tens, a hundred and a thousand in other languages, by which a number of a statement is known. */
const elsewhere: Readonly<Record<string, string>> = {
  fr: 'deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16 vingt:20 trente:30 quarante:40 cinquante:50 soixante:60 cent:100 mille:1000 douzaine:12',
  de: 'zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 dreizehn:13 vierzehn:14 fünfzehn:15 sechzehn:16 siebzehn:17 achtzehn:18 neunzehn:19 zwanzig:20 dreißig:30 vierzig:40 fünfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90 hundert:100 tausend:1000 dutzend:12',
  es: 'dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13 catorce:14 quince:15 veinte:20 treinta:30 cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100 mil:1000 docena:12',
  it: 'due:2 tre:3 quattro:4 cinque:5 sei:6 sette:7 otto:8 nove:9 dieci:10 undici:11 dodici:12 tredici:13 quattordici:14 quindici:15 venti:20 trenta:30 quaranta:40 cinquanta:50 cento:100 dozzina:12',
  pt: 'dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12 treze:13 catorze:14 quinze:15 vinte:20 trinta:30 cem:100 dúzia:12',
  nl: 'twee:2 drie:3 vier:4 vijf:5 zes:6 zeven:7 acht:8 negen:9 tien:10 elf:11 twaalf:12 twintig:20 dertig:30 honderd:100 duizend:1000',
}
const foreign = new Map(
  Object.values(elsewhere)
    .flatMap((some) => some.split(' '))
    .map((pair): [string, number] => {
      const [word = '', value = ''] = pair.split(':')
      return [word, Number(value)]
    }),
)

/** The values of number words of other languages in a text; some are words of English as well. */
export const foreignNumbers = (text: string): number[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => foreign.get(word) ?? [])
