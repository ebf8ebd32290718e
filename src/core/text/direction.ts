const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
const letters = /\p{L}/gu
const rightToLeftLanguages = new Set([
  'ar',
  'he',
  'iw',
  'fa',
  'ur',
  'yi',
  'ps',
  'sd',
  'ug',
  'dv',
  'ckb',
  'syr',
])

/** The direction of a language (BCP 47), as far as the language alone decides it. */
export function directionOfLanguage(language: string | null | undefined): 'ltr' | 'rtl' | undefined {
  const primary = language?.toLowerCase().split('-')[0]
  if (!primary) return undefined
  return rightToLeftLanguages.has(primary) ? 'rtl' : 'ltr'
}

/** The direction of a text by the script that most of its first letters belong to. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, 4000)
  const rtl = sample.match(rightToLeft)?.length ?? 0
  const all = sample.match(letters)?.length ?? 0
  return rtl * 2 > all ? 'rtl' : 'ltr'
}
