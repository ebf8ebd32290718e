/** A line that a program broke is nearly as long as the others, in UTF-16 code units. */
const [shortestWrap, longestWrap] = [45, 100]
/** Lines of a table are no sentence: columns, rules. */
const columns = /\S {3,}\S|\t\S|\|/
/** What begins a line of its own: items, quoted mail, who speaks and when, fields of a head, what is set in. */
const ownLine = /^(?:[-*•–>[]|\(?[\p{L}\d]{1,3}[.)]\s|\d{1,2}:\d{2}|[\p{L}-]{1,20}:\s|\s{2,})/u

/** Whether a paragraph is a table: what stands below what says what it is, also where nothing stands between. */
export function isTable(paragraph: string): boolean {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.filter((line) => columns.test(line.trim())).length >= lines.length / 2
}

/** Words before which a hyphen at the end of a line stands for what both have: “Vor- und Nachteile”. */
const suspended = /^(?:und|oder|bzw|and|or|to|et|ou|y|o|e|en|of)\b/
/** Beginnings that keep their hyphen wherever they stand. */
const withHyphen =
  /(?:^|[^\p{L}])(?:self|well|non|ex|vice|anti|pro|half|co|pre|post|so|long|short|high|low|ill|all|cross)-$/iu

/**
 * The paragraphs of a plain text, each with its lines. Lines that a program broke at a width become one (a hyphen at the end of one
 * that goes on in small letters goes with the break); lines of tables, lists, mails and poems stay. Pages are put together, without
 * the running head of the later ones.
 */
export function paragraphsOf(text: string): string[] {
  const whole = withoutPages(text)
  const paragraphs = whole.split(/\n(?:[ \t]*\n)+/).filter((paragraph) => paragraph.trim() !== '')
  const width = widthOf(paragraphs)
  if (paragraphs.length === 1 && width === undefined)
    return whole.split('\n').filter((line) => line.trim() !== '')
  return paragraphs.map((paragraph) => (width === undefined ? paragraph : unwrapped(paragraph, width)))
}

/** The width that lines were broken at; undefined where they were not. */
function widthOf(paragraphs: readonly string[]): number | undefined {
  const lengths = paragraphs
    .flatMap((paragraph) => (columns.test(paragraph) ? [] : paragraph.split('\n').slice(0, -1)))
    .map((line) => line.trimEnd().length)
    .sort((a, b) => a - b)
  const widest = lengths.at(-1)
  if (widest === undefined || widest > longestWrap) return undefined
  // Words that are parted at the ends of lines are parted by a program.
  const parted = paragraphs.flatMap((paragraph) => paragraph.match(/\p{L}-\n[ \t]*\p{Ll}/gu) ?? [])
  if (parted.length > 1) return widest
  const middle = lengths[lengths.length >> 1] ?? 0
  return widest >= shortestWrap && middle > 0.8 * widest ? widest : undefined
}

function unwrapped(paragraph: string, width: number): string {
  const lines = paragraph.split('\n').map((line) => line.trimEnd())
  if (columns.test(paragraph) || isVerse(lines)) return paragraph
  const parts: string[] = []
  let before = ''
  for (const line of lines) {
    const isOwn = before === '' || ownLine.test(line)
    const words = line.trim()
    const [first = ''] = words.split(' ', 1)
    const isParted = !isOwn && /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(words)
    if (isParted) joinParted(parts, before, words)
    else if (!isOwn && before.length + 1 + first.length > width - 2) parts.push(' ', words)
    else parts.push(before === '' ? '' : '\n', line)
    before = line
  }
  return parts.join('')
}

/** Puts together what a hyphen parts at the end of a line. */
function joinParted(parts: string[], before: string, words: string): void {
  if (suspended.test(words)) parts.push(' ', words)
  else if (withHyphen.test(before) || /[\d/@.-]\p{L}*-$/u.test(before.slice(-40))) parts.push(words)
  else parts.push((parts.pop() ?? '').slice(0, -1), words)
}

/** Whether lines are those of a poem or a list: nearly all begin with a capital. */
function isVerse(lines: readonly string[]): boolean {
  const capital = lines.filter((line) => /^\s*\p{Lu}/u.test(line)).length
  return lines.length > 2 && capital >= 0.7 * lines.length
}

/** The head of a page: the same on several, but for the number, which columns set off. */
const runningHead = /\S {3,}\S|\bpage \d/i
const foldNumbers = (line: string): string => line.replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()

/** Pages, which form feeds part, as one text; what runs at the head of each stays on the first one only. */
function withoutPages(text: string): string {
  const pages = text.split('\f')
  if (pages.length === 1) return text
  const headOf = (page: string): string => page.trimStart().split('\n', 1)[0] ?? ''
  const counts = new Map<string, number>()
  for (const page of pages) {
    const head = foldNumbers(headOf(page))
    counts.set(head, (counts.get(head) ?? 0) + 1)
  }
  const parts: string[] = []
  let end = ''
  for (const [at, page] of pages.entries()) {
    const head = headOf(page)
    const isRunning = at > 0 && runningHead.test(head) && (counts.get(foldNumbers(head)) ?? 0) > 1
    const body = (isRunning ? page.trimStart().slice(head.length) : page).trim()
    if (body === '') continue
    // A sentence goes on over the page.
    const goesOn = /[\p{L},;-]$/u.test(end) && /^\p{Ll}/u.test(body)
    parts.push(end === '' ? '' : goesOn ? '\n' : '\n\n', body)
    end = body.slice(-20)
  }
  return parts.join('')
}

/** What a plain text says at its beginning, alone, where that may be its title. */
export function titleOfText(paragraphs: readonly string[]): string | undefined {
  const [first = '', second] = paragraphs
  const isTitle = second !== undefined && !first.includes('\n') && !columns.test(first) && first.length <= 100
  return isTitle && /\p{L}/u.test(first) && !/[.,;:]$/.test(first.trim()) ? first.trim() : undefined
}
