/** The fields of a record or an edit with their values. */
export const fieldsOf = (of: object): [field: string, value: unknown][] => Object.entries(of)

/** Leaves out what was not given, so that a patch does not clear it. */
export function definedOnly<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
