import { useI18n } from 'vue-i18n'
import { useFieldNames } from './use-field-names.ts'
import { useSourceNames } from './use-source-names.ts'
import { useTagNames } from './use-tag-names.ts'

type Record = { [field: string]: unknown } | null

/** A field of a record that is another one now, both in words. */
export interface ChangedField {
  field: string
  before: string
  after: string
}

/** What every change touches, and nobody asks for. */
const silent = new Set([
  ...['id', 'created', 'modified', 'version', 'article', 'prefix', 'suffix'],
  // By their ids; what they say stands in the title.
  ...['annotation', 'claim', 'within'],
])

/** Where the field’s own words for a value stand in the catalogue: the first that has it. */
const termsOf: { [field: string]: readonly string[] } = {
  status: ['terms.claimStatuses'],
  kind: ['terms.claimKinds', 'terms.sourceKinds', 'terms.relations'],
  grade: ['terms.credibilities', 'terms.reliabilities'],
  stance: ['terms.stances'],
  mode: ['terms.hopModes'],
  groundRule: ['terms.groundRules'],
  qualifier: ['terms.qualifiers'],
  as: ['terms.withdrawals'],
  reading: ['article.reading'],
  direction: ['article.directions'],
  colour: ['tags.colours'],
  style: ['reader.styles'],
  state: ['reader.states'],
}

interface RecordWords {
  /** The fields that are otherwise in two states of a record. */
  changes: (before: Record, after: Record) => ChangedField[]
  nameOf: (field: string) => string
  inWords: (value: unknown, field?: string) => string
}

/** Records in words, for people who compare two states of one. */
export function useRecordWords(): RecordWords {
  const i18n = useI18n()
  const tags = useTagNames()
  const sources = useSourceNames()
  const nameOf = useFieldNames()

  /** A value of a field with words of its own; undefined for what people wrote. */
  function term(field: string, value: unknown): string | undefined {
    if (typeof value === 'boolean') return i18n.t(`history.${value ? 'yes' : 'no'}`)
    const found = (termsOf[field] ?? []).find((group) => i18n.te(`${group}.${String(value)}`))
    return found === undefined ? undefined : i18n.t(`${found}.${String(value)}`)
  }

  function inWords(value: unknown, field = ''): string {
    if (value === null || value === undefined || value === '') return ''
    const named = typeof value === 'object' ? undefined : term(field, value)
    if (named !== undefined) return named
    if (typeof value === 'string') return tags.of([value])[0]?.name ?? sources.value.get(value)?.name ?? value
    if (Array.isArray(value))
      return value
        .map((part) => inWords(part, field))
        .filter(Boolean)
        .join('\n')
    if (typeof value === 'object')
      return Object.entries(value)
        .filter(([name]) => !silent.has(name))
        .map(([name, part]) => [nameOf(name), inWords(part, name)])
        .filter(([, words]) => words !== '')
        .map(([field, words]) => `${field ?? ''}: ${words ?? ''}`)
        .join('\n')
    return typeof value === 'number' ? String(value) : ''
  }

  const changes: RecordWords['changes'] = (before, after) =>
    [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
      .filter((field) => !silent.has(field))
      .map((field) => ({
        field: nameOf(field),
        before: inWords(before?.[field], field),
        after: inWords(after?.[field], field),
      }))
      .filter((change) => change.before !== change.after)
  return { changes, nameOf, inWords }
}
