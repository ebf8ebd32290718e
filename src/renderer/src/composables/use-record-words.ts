import { useI18n } from 'vue-i18n'
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
const silent = new Set(['id', 'created', 'modified', 'version', 'article', 'prefix', 'suffix'])

interface RecordWords {
  /** The fields that are otherwise in two states of a record. */
  changes: (before: Record, after: Record) => ChangedField[]
  nameOf: (field: string) => string
  inWords: (value: unknown) => string
}

/** Records in words, for people who compare two states of one. */
export function useRecordWords(): RecordWords {
  const i18n = useI18n()
  const tags = useTagNames()
  const sources = useSourceNames()

  const nameOf = (field: string): string => (i18n.te(`fields.${field}`) ? i18n.t(`fields.${field}`) : field)

  function inWords(value: unknown): string {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'string') return tags.of([value])[0]?.name ?? sources.value.get(value)?.name ?? value
    if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join('\n')
    if (typeof value === 'object')
      return Object.entries(value)
        .filter(([field]) => !silent.has(field))
        .map(([field, part]) => [nameOf(field), inWords(part)])
        .filter(([, words]) => words !== '')
        .map(([field, words]) => `${field ?? ''}: ${words ?? ''}`)
        .join('\n')
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  }

  const changes: RecordWords['changes'] = (before, after) =>
    [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
      .filter((field) => !silent.has(field))
      .map((field) => ({
        field: nameOf(field),
        before: inWords(before?.[field]),
        after: inWords(after?.[field]),
      }))
      .filter((change) => change.before !== change.after)
  return { changes, nameOf, inWords }
}
