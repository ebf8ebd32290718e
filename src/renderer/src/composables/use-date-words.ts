import { useI18n } from 'vue-i18n'
import { edtfShape, type DatePrecision, type EdtfShape } from '../../../core/records/edtf-shape.ts'

const utc = { timeZone: 'UTC' } as const
const formats: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  century: { ...utc, year: 'numeric' },
  decade: { ...utc, year: 'numeric' },
  year: { ...utc, year: 'numeric' },
  season: { ...utc, year: 'numeric', month: 'short' },
  month: { ...utc, year: 'numeric', month: 'short' },
  day: { ...utc, year: 'numeric', month: 'short', day: 'numeric' },
  time: { ...utc, dateStyle: 'medium', timeStyle: 'short' },
}

/** Making one takes far longer than using it, and long lists tell many dates. */
const made = new Map<string, Intl.DateTimeFormat>()
function formatOf(locale: string, precision: DatePrecision): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`
  const there = made.get(key) ?? new Intl.DateTimeFormat(locale, formats[precision])
  made.set(key, there)
  return there
}

/** Tells a date in EDTF in words: “about Mar 15, 2031”, “Feb 20 – 28, 2031”, “2031 (uncertain)”. */
export function useDateWords(): (date: string | null) => string {
  const { t, locale } = useI18n()
  const format = (precision: DatePrecision): Intl.DateTimeFormat => formatOf(locale.value, precision)

  function span({ from, to, precision }: EdtfShape): string {
    if (from === -Infinity)
      return to === Infinity ? t('date.always') : t('date.until', { to: format(precision.to).format(to) })
    if (to === Infinity) return t('date.since', { from: format(precision.from).format(from) })
    if (precision.from === precision.to) return format(precision.from).formatRange(from, to)
    return t('date.span', {
      from: format(precision.from).format(from),
      to: format(precision.to).format(to),
    })
  }
  /** “spring 2031”; those of one hemisphere are told by their months. */
  function partOfYear(date: string): string | undefined {
    const [, year, part] = /^(\d{4})-(2[1-4]|3[3-9]|4[01])[?~%]?$/.exec(date) ?? []
    return part === undefined ? undefined : t(`date.parts.${part}`, { year })
  }
  return (date) => {
    const shape = date === null ? undefined : edtfShape(date)
    if (date === null || !shape) return date ?? ''
    const told = partOfYear(date) ?? span(shape)
    const words = shape.isApproximate ? t('date.about', { date: told }) : told
    return shape.isUncertain ? t('date.uncertain', { date: words }) : words
  }
}
