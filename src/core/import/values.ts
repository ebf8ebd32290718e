/** Languages as some pages name them. */
const languagesInWords: Record<string, string> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  francais: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  dutch: 'nl',
  nederlands: 'nl',
  russian: 'ru',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
}

/** A language as BCP 47, or null for anything else. */
export function toLanguageTag(value: string): string | null {
  const tag = value.split(',')[0]?.trim().replace('_', '-') ?? ''
  try {
    return languagesInWords[tag.toLowerCase()] ?? Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

export const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)

/** A value on one line, without control characters and soft hyphens. */
export const oneLine = (value: string): string =>
  value
    .replaceAll('\u00ad', '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
