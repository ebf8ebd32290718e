/** The names of a table of words with their values: a table written in this program has no other names than its type says. */
export const entriesOf = <K extends string, V>(
  table: Readonly<Partial<Record<K, V>>>,
): [name: K, value: V][] => Object.entries(table) as [K, V][]
