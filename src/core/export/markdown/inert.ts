import MarkdownIt from 'markdown-it'

/** Languages that no program runs when it shows them. */
const shownOnly = new Set(
  'text txt plain markdown md json yaml toml xml html css csv diff sql python py javascript js typescript ts java c cpp go rust ruby php bash sh'.split(
    ' ',
  ),
)
const reader = new MarkdownIt({ html: true, linkify: false, typographer: false })
// Links to programs are to be seen here, not passed over: other readers show them as links.
reader.validateLink = () => true
/** What comes after a note; a block that the note leaves open would swallow it. */
const after = 'what comes after the note'
const fence = /^(?:[ >]|[-*+] |\d{1,9}[.)] ){0,20}(`{3,}|~{3,})/

/**
 * A note's Markdown so that no program does anything but show it: no HTML, no images (they are fetched when they are shown),
 * no embedded files, no code that other programs run (Dataview, Templater, …), no links but to the web and to mail. The words
 * stay as they are. What cannot be made so surely is put into a block of code as a whole.
 */
export function inertMarkdown(markdown: string): string {
  const { written, open } = withoutEffects(markdown.trim())
  // What seems to be left open may have ended with the list or quotation that it stood in.
  for (const candidate of open === null ? [written] : [`${written}\n${open}`, written])
    if (isInert(candidate)) return candidate
  const longest = Math.max(2, ...[...markdown.matchAll(/`+/g)].map(({ 0: run }) => run.length))
  const border = '`'.repeat(longest + 1)
  return `${border}text\n${markdown.trim()}\n${border}`
}

/** Whether a reader of CommonMark finds nothing in it that does something, or goes on behind it. */
function isInert(markdown: string): boolean {
  const tokens = reader.parse(`${markdown}\n\n${after}`, {})
  const [last, end] = tokens.slice(-2)
  if (end?.type !== 'paragraph_close' || end.level !== 0 || last?.content !== after) return false
  let embedsInCode = 0
  const isHarmlessToken = (token: (typeof tokens)[number]): boolean => {
    if (['fence', 'code_block', 'code_inline'].includes(token.type)) embedsInCode += embedsIn(token.content)
    if (token.type === 'fence') return shownOnly.has(languageOf(token.info)) && !/[{}]/.test(token.info)
    if (token.type === 'code_inline') return !isQuery(token.content)
    if (token.type === 'link_open') return isHarmless(String(token.attrGet('href') ?? ''))
    return !['html_block', 'html_inline', 'image'].includes(token.type)
  }
  return (
    tokens.every((token) => isHarmlessToken(token) && (token.children ?? []).every(isHarmlessToken)) &&
    embedsIn(markdown) <= embedsInCode
  )
}

/** How often a file is embedded in the way of Obsidian, which a reader of CommonMark does not know. */
function embedsIn(markdown: string): number {
  let count = 0
  for (let at = markdown.indexOf('![['); at !== -1; at = markdown.indexOf('![[', at + 3)) {
    let backslashes = 0
    while (markdown.charAt(at - 1 - backslashes) === '\\') backslashes += 1
    if (backslashes % 2 === 0) count += 1
  }
  return count
}

const languageOf = (info: string): string =>
  (info.trim() === '' ? 'text' : (info.trim().split(/\s/)[0] ?? '')).toLowerCase()
/** Queries that Dataview runs within a line. */
const isShownOnly = (info: string): boolean => shownOnly.has(languageOf(info)) && !/[{}]/.test(info)
export const isQuery = (code: string): boolean => /^\s*\$?=/.test(code)
const isHarmless = (url: string): boolean =>
  /^\s*(?:https?:|mailto:|#)/i.test(url) || !/^[^/?#]*(?::|%3a|\\)/i.test(url)

/** @returns the text, and the fence that seems to be left open in it */
function withoutEffects(markdown: string): { written: string; open: string | null } {
  const parts: string[] = []
  let prose: string[] = []
  let open: string | null = null
  const endProse = (): void => {
    if (prose.length > 0) parts.push(inertProse(prose.join('\n')))
    prose = []
  }
  for (const line of markdown.split('\n')) {
    const [start = '', run = ''] = fence.exec(line) ?? []
    const rest = line.slice(start.length)
    if (open === null && run !== '') {
      endProse()
      open = run
      parts.push(isShownOnly(rest) ? line : `${start}text ${rest.trim().replace(/[{}]/g, '')}`.trimEnd())
    } else if (open !== null) {
      parts.push(line)
      if (run.startsWith(open) && rest.trim() === '') open = null
    } else prose.push(line)
  }
  endProse()
  return { written: parts.join('\n'), open }
}

/** Text outside of blocks of code. */
function inertProse(text: string): string {
  let result = ''
  let at = 0
  for (const { start, end } of codeSpans(text)) {
    const code = text.slice(start, end)
    const isRun = isQuery(code.replace(/^`+/, ''))
    result += inertText(text.slice(at, start)) + (isRun ? code.replaceAll('`', '\\`') : code)
    at = end
  }
  return result + inertText(text.slice(at))
}

/** Spans of code: between two equally long rows of backticks in one paragraph. */
function codeSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ at: index, length: run.length }))
  const blanks = [...text.matchAll(/\n[ \t]*\n/g)].map(({ index }) => index)
  const closes = nextOfSameLength(runs)
  let nextBlank = 0
  for (let open = 0; open < runs.length; open += 1) {
    const run = runs[open]
    const close = closes[open] ?? -1
    const end = runs[close]
    if (!run || !end) continue
    while ((blanks[nextBlank] ?? Infinity) < run.at) nextBlank += 1
    if (end.at > (blanks[nextBlank] ?? Infinity)) continue
    spans.push({ start: run.at, end: end.at + end.length })
    open = close
  }
  return spans
}

/** For each row of backticks the next one of the same length, -1 for none. */
function nextOfSameLength(runs: readonly { length: number }[]): number[] {
  const next: number[] = []
  const seen = new Map<number, number>()
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const length = runs[at]?.length ?? 0
    next[at] = seen.get(length) ?? -1
    seen.set(length, at)
  }
  return next
}

const autolink = /^<(?:https?:\/\/[^\s<>]{1,2000}|mailto:[^\s<>]{1,300}|[\w.+-]{1,64}@[\w.-]{1,200})>/i

function inertText(text: string): string {
  return text
    .replace(/(\\{0,9})!\[/g, (whole, escapes: string) => (escapes.length % 2 === 0 ? `${escapes}[` : whole))
    .replace(/(\\?)<(?=[a-z/!?%])/gi, (whole, escape: string, at: number) =>
      escape !== '' || autolink.test(text.slice(at, at + 2_100)) ? whole : `\\${whole}`,
    )
    .replace(/\](?=(?:\(|:)\s{0,9}<?([a-z][a-z0-9+.-]{0,30}):)/gi, (whole, scheme: string) =>
      /^(?:https?|mailto)$/i.test(scheme) ? whole : `\\${whole}`,
    )
}
