/** How much is searched for, in code units and in words: more finds nothing else, and SQLite refuses what is very long. */
const longest = 1_000
export const mostWords = 50

/**
 * What is searched for of what was typed: no control characters (SQLite ends a text at NUL), and no more than a person could
 * mean. What is too long ends with a whole word, where it has words at all.
 */
export function searchedFor(typed: string): string {
  const text = typed.replace(/\p{Cc}/gu, ' ')
  return text.length <= longest ? text : text.slice(0, longest).replace(/\s\S*$/, ' ')
}
