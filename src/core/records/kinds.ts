/** The kinds of records, without their schemas. */
export const recordKinds = ['article', 'annotation', 'claim', 'source', 'tag', 'note'] as const
export type RecordKind = (typeof recordKinds)[number]
