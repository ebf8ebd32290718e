import { useI18n } from 'vue-i18n'

/** What a field of a record is called; the field itself where the catalogue has no word for it. */
export function useFieldNames(): (field: string) => string {
  const i18n = useI18n()
  return (field) => (i18n.te(`fields.${field}`) ? i18n.t(`fields.${field}`) : field)
}
