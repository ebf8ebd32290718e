/** What is to be opened in the card of a highlight. */
export type CardRequest = 'note' | 'tag' | 'claims' | null
