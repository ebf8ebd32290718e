import { useI18n } from 'vue-i18n'
import { useRegion } from './use-region.ts'
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

/** Reads dates as people type them where the user lives, and tells what is wrong with what is none. */
export function useTypedDate(): {
  /** In EDTF; null for an empty text. */
  read: (text: string) => string | null
  check: (text: string) => string | undefined
} {
  const { t } = useI18n()
  const where = useRegion()
  const read = (text: string): string | null =>
    typedDate(text, { dayFirst: isDayFirst(where.value), today: today() })
  return {
    read,
    check: (text) => (text.trim() === '' || read(text) !== null ? undefined : t('date.wrong')),
  }
}
