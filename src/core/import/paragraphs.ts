/** A line that a program broke is nearly as long as the others, in UTF-16 code units. */
const [shortestWrap, longestWrap] = [45, 100]
/** Lines of a table or a poem are no sentence: columns, rules, or many short ones. */
const columns = /\S {3,}\S|\t\S|\|/

/**
 * The paragraphs of a plain text, each with its lines. Lines that a program broke at a width become one (a hyphen at the end of one
 * that goes on in small letters goes with the break); lines of tables, lists and poems stay. Pages are put together, without the
 * head that stands on each of them.
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
  const broken = paragraphs.flatMap((paragraph) =>
    columns.test(paragraph) ? [] : paragraph.split('\n').slice(0, -1),
  )
  if (broken.length === 0) return undefined
  // Words that are parted at the ends of lines are parted by a program.
  const parted = paragraphs.flatMap((paragraph) => paragraph.match(/\p{L}-\n[ \t]*\p{Ll}/gu) ?? [])
  if (parted.length > 1) return Math.max(...broken.slice(0, 10_000).map((line) => line.length))
  const lengths = broken.map((line) => line.length).sort((a, b) => a - b)
  const [middle = 0, widest = 0] = [lengths[lengths.length >> 1], lengths.at(-1)]
  const isNarrow = middle >= shortestWrap * 0.8 && widest >= shortestWrap && widest <= longestWrap
  return isNarrow && middle > 0.7 * widest ? widest : undefined
}

function unwrapped(paragraph: string, width: number): string {
  if (columns.test(paragraph)) return paragraph
  let all = ''
  let before = ''
  for (const line of paragraph.split('\n')) {
    const words = line.trim()
    if (before === '') all = line.trimEnd()
    else if (/\p{L}-$/u.test(all) && /^\p{Ll}/u.test(words)) all = all.slice(0, -1) + words
    else if (before.length < 0.55 * width || /^(?:[-*•–]|\d+[.)])\s/.test(words)) all += `\n${line.trimEnd()}`
    else all += ` ${words}`
    before = line
  }
  return all
}

/** Pages, which form feeds part, as one text; what stands at the head of each stays on the first one only. */
function withoutPages(text: string): string {
  const pages = text.split('\f')
  if (pages.length === 1) return text
  const headOf = (page: string): string => page.trimStart().split('\n', 1)[0] ?? ''
  const fold = (line: string): string => line.replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()
  const counts = new Map<string, number>()
  for (const page of pages) counts.set(fold(headOf(page)), (counts.get(fold(headOf(page))) ?? 0) + 1)
  let all = pages[0] ?? ''
  for (const page of pages.slice(1)) {
    const head = headOf(page)
    const isRunning = head.trim() !== '' && (counts.get(fold(head)) ?? 0) > 1
    const body = isRunning ? page.trimStart().slice(head.length) : page
    const end = all.trimEnd()
    // A sentence goes on over the page.
    const goesOn = /[\p{L},;-]$/u.test(end) && /^\s*\p{Ll}/u.test(body)
    all = goesOn ? `${end}\n${body.trimStart()}` : `${end}\n\n${body.replace(/^\n+/, '')}`
  }
  return all
}

/** What a plain text says at its beginning, alone, where that may be its title. */
export function titleOfText(paragraphs: readonly string[]): string | undefined {
  const [first = '', second] = paragraphs
  const isTitle = second !== undefined && !first.includes('\n') && !columns.test(first) && first.length <= 100
  return isTitle && /\p{L}/u.test(first) && !/[.,;:]$/.test(first.trim()) ? first.trim() : undefined
}
