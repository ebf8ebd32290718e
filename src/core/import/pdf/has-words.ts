/** A page with fewer letters is a picture. */
const fewest = 20

export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Some fonts do not say which letters their signs are: what comes out is a heap of signs. */
export function isGarbled(text: string): boolean {
  const signs = text.replace(/[\s….]/g, '')
  return signs.length > 150 && lettersIn(signs) < signs.length * 0.5
}

/** Whether the words of a page can be read. */
export const hasWords = (text: string): boolean => lettersIn(text) >= fewest && !isGarbled(text)
