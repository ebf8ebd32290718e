const grouped = /^[+-]?\d{1,3}(?:([ \u00a0\u202f'’,.])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/
const plain = /^[+-]?\d+(?:[.,]\d+)?$/

/**
 * A number as people write it: `1480`, `1,480`, `1 480`, `1.480`, `1,480.5`, `4,2`. A single comma or point before
 * exactly three digits parts thousands.
 * @returns undefined for anything else
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim().replace(/^−/, '-')
  const groups = grouped.exec(trimmed)
  if (groups) return Number(trimmed.replaceAll(groups[1] ?? '', '').replace(',', '.'))
  return plain.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined
}
