import MarkdownIt from 'markdown-it'

/** Languages that no program runs when it shows them. */
const shownOnly = new Set(
  'text txt plain markdown md json yaml toml xml html css csv diff sql python py javascript js typescript ts java c cpp go rust ruby php bash sh'.split(
    ' ',
  ),
)
const reader = new MarkdownIt({ html: true, linkify: false, typographer: false })
const fence = /^(?:[ >]|[-*+] |\d{1,9}[.)] ){0,20}(`{3,}|~{3,})/

/**
 * A note's Markdown so that no program does anything but show it: no HTML, no images (they are fetched when they are shown),
 * no embedded files, no code that other programs run (Dataview, Templater, …), no links but to the web and to mail. The words
 * stay as they are. What cannot be made so surely is put into a block of code as a whole.
 */
export function inertMarkdown(markdown: string): string {
  const written = withoutEffects(markdown.trim())
  if (isInert(written)) return written
  const longest = Math.max(2, ...[...markdown.matchAll(/`+/g)].map(({ 0: run }) => run.length))
  const border = '`'.repeat(longest + 1)
  return `${border}text\n${markdown.trim()}\n${border}`
}

/** Whether a reader of CommonMark finds nothing in it that does something. */
function isInert(markdown: string): boolean {
  return reader.parse(markdown, {}).every((token) => {
    if (token.type === 'html_block') return false
    if (token.type === 'fence') return shownOnly.has(languageOf(token.info))
    return (token.children ?? []).every(
      (child) =>
        child.type !== 'html_inline' &&
        child.type !== 'image' &&
        !(child.type === 'code_inline' && isQuery(child.content)) &&
        !(child.type === 'link_open' && !isHarmless(String(child.attrGet('href') ?? ''))),
    )
  })
}

const languageOf = (info: string): string =>
  (info.trim() === '' ? 'text' : (info.trim().split(/\s/)[0] ?? '')).toLowerCase()
/** Queries that Dataview runs within a line. */
const isQuery = (code: string): boolean => /^\s*\$?=/.test(code)
const isHarmless = (url: string): boolean =>
  /^(?:https?:|mailto:|#)/i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url)

function withoutEffects(markdown: string): string {
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
      parts.push(shownOnly.has(languageOf(rest)) ? line : `${start}text ${rest.trim()}`)
    } else if (open !== null) {
      parts.push(line)
      if (run.startsWith(open) && rest.trim() === '') open = null
    } else prose.push(line)
  }
  endProse()
  // What is left open ends with the note.
  if (open !== null) parts.push(open)
  return parts.join('\n')
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
    .replace(/(\\?)!\[/g, (whole, escape: string) => (escape === '' ? '[' : whole))
    .replace(/(\\?)<(?=[a-z/!?%])/gi, (whole, escape: string, at: number) =>
      escape !== '' || autolink.test(text.slice(at, at + 2_100)) ? whole : `\\${whole}`,
    )
    .replace(/\](?=(?:\(|:)\s{0,9}<?([a-z][a-z0-9+.-]{1,30}):)/gi, (whole, scheme: string) =>
      /^(?:https?|mailto)$/i.test(scheme) ? whole : `\\${whole}`,
    )
}
