/** A language as BCP 47, or null for anything else. */
export function toLanguageTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.split(',')[0]?.trim().replace('_', '-'))[0] ?? null
  } catch {
    return null
  }
}

export const isWebAddress = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)

/** A value on one line, without control characters. */
export const oneLine = (value: string): string => value.replace(/[\p{Cc}\s]+/gu, ' ').trim()
