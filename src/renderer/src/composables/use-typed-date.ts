import { useI18n } from 'vue-i18n'
import { useRegion } from './use-region.ts'
import { languageOf, type Language } from '../../../core/words/language.ts'
import { speak } from '../../../core/words/say.ts'
import { typedDate } from '../../../core/import/typed-date.ts'

/** The first of the day and the month, in the order in which they are written where the user lives. */
const isDayFirst = (where: string): boolean => {
  const parts = new Intl.DateTimeFormat(where).formatToParts()
  return parts.findIndex(({ type }) => type === 'day') < parts.findIndex(({ type }) => type === 'month')
}

/** The day by the clock of whoever works here. */
export const today = (): string => {
  const now = new Date()
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** How dates are told that are more than a day, month or year, and the same as it is read. */
const told = {
  uncertain: ['date', 'perhaps '],
  about: ['date', 'about '],
  since: ['from', 'since '],
  until: ['to', 'until '],
} as const

/** A date as the window tells it, with its words in English. */
function inEnglish(text: string, language: Language): string {
  for (const [key, [name, english]] of Object.entries(told)) {
    const whole = speak({ say: `terms.dates.${key}`, with: { [name]: '\n' } }, language)
    const [before = '', after = ''] = whole.split('\n')
    const now = text.trim()
    if (now.length > before.length + after.length && now.startsWith(before) && now.endsWith(after))
      return english + now.slice(before.length, now.length - after.length)
  }
  return text
}

/** Reads dates as people type them where the user lives, and tells what is wrong with what is none. */
export function useTypedDate(): {
  /** In EDTF; null for an empty text. */
  read: (text: string) => string | null
  check: (text: string) => string | undefined
} {
  const { t, locale } = useI18n()
  const where = useRegion()
  const read = (text: string): string | null =>
    typedDate(inEnglish(text, languageOf(locale.value)), {
      dayFirst: isDayFirst(where.value),
      today: today(),
    })
  return {
    read,
    check: (text) => (text.trim() === '' || read(text) !== null ? undefined : t('date.wrong')),
  }
}
