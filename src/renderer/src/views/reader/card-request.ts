/** What a card is asked to open: the field for its note, or that for a tag. */
export type CardRequest = 'note' | 'tag' | null
