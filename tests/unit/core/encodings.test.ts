import { describe, expect, it } from 'vitest'
import { decode, encodingStated } from '../../../src/core/import/decode.ts'

/** A text in an encoding, by what each of its bytes stands for; only of those with a byte a letter. */
function written(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const codes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  )
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f)
}

const russian = 'Совет порта во вторник проголосовал за то, чтобы старый паром ходил и дальше. '
const texts: [encoding: string, text: string][] = [
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['iso-8859-5', russian],
  ['ibm866', russian],
  ['windows-1253', 'Το συμβούλιο του λιμανιού ψήφισε την Τρίτη να κρατήσει το παλιό πλοίο. '],
  ['windows-1255', 'מועצת הנמל הצביעה ביום שלישי בעד המשך הפעלת המעבורת הישנה. '],
  ['windows-1256', 'صوت مجلس الميناء يوم الثلاثاء للإبقاء على العبارة القديمة. '],
  ['windows-1250', 'Rada přístavu v úterý hlasovala pro to, aby starý přívoz jezdil dál při řece. '],
  ['iso-8859-2', 'Rada portu głosowała we wtorek za tym, żeby stary prom pływał dalej, źródła są pewne. '],
  ['windows-1252', 'Der Rat für die Häfen stimmte am Dienstag dafür, daß die alte Fähre weiterfährt. '],
  ['macintosh', 'Der Rat für die Häfen stimmte am Dienstag dafür, dass die alte Fähre übersetzt. '],
  [
    'windows-1254',
    'Liman meclisi salı günü eski vapurun çalışmasını sürdürmesi için oy kullandı, dedi başkan. ',
  ],
]

describe('a text that does not say in which encoding it is', () => {
  it.each(texts)('is read as %s', (encoding, text) => {
    expect(decode(written(text.repeat(4), encoding)).text).toBe(text.repeat(4))
  })

  it.each(texts)('is read as %s where it is a page', (encoding, text) => {
    const page = `<html><head><style>.article { color: red }</style></head><body class="wide"><p class="lead">${text.repeat(4)}</p></body></html>`
    expect(decode(written(page, encoding)).text).toBe(page)
  })

  it('is read as mail had it in Japan', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42])
    expect(decode(bytes)).toEqual({ text: '日本', warnings: [] })
  })
})

describe('what carries a page', () => {
  it('is believed where the page says nothing', () => {
    const bytes = written('<p>Źródła mówią, że łódź.</p>', 'iso-8859-2')
    expect(encodingStated(bytes, 'iso-8859-2')).toBe('iso-8859-2')
    expect(
      encodingStated(written('<meta charset="iso-8859-2"><p>łódź</p>', 'iso-8859-2'), 'utf-8'),
    ).toBeUndefined()
    expect(encodingStated(new TextEncoder().encode('<p>łódź</p>'), 'iso-8859-2')).toBeUndefined()
    expect(encodingStated(bytes, 'no-such-thing')).toBeUndefined()
  })
})
