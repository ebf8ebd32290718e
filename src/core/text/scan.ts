/** Without the signs of `signs` at its end: an expression with a quantifier before `$` looks at a long row of them again and again. */
export function withoutAtEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** The same at both ends. */
export function withoutAround(text: string, signs: string): string {
  let start = 0
  while (start < text.length && signs.includes(text.charAt(start))) start += 1
  return withoutAtEnd(text.slice(start), signs)
}

const [gt, double, single] = ['>', '"', "'"].map((sign) => sign.charCodeAt(0))

/** Where the tag ends that begins at `start` (behind its `>`); -1 when it does not. Quoted values may hold a `>`. */
export function tagEnd(html: string, start: number): number {
  for (let at = start; at < html.length; at += 1) {
    const code = html.charCodeAt(at)
    if (code === gt) return at + 1
    if (code !== double && code !== single) continue
    const close = html.indexOf(html.charAt(at), at + 1)
    if (close === -1) return -1
    at = close
  }
  return -1
}
