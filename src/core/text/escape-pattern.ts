/** Words as a pattern that finds just them. */
export const escapePattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
