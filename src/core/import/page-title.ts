import { foldTitle, texts, type Json, type PageStatements, type Stated } from './page-statements.ts'
import { titleFromFileName } from './importer.ts'
import { lettersOf, siteOf } from './outlet-names.ts'

/** More headings than these are no titles of the page. */
const mostHeadings = 60

/** What stands between a title and the name of the outlet. */
const separator = / (?:[|–—»›·•:]|-{1,2}|::) |[|｜]/u

export interface Titles {
  /** What readers see above the text. */
  headings: Stated[]
  given: Stated[]
}

export function titlesIn(statements: PageStatements): Titles {
  const title = foldTitle(statements.content('title', 'title')[0]?.value ?? '')
  return {
    headings: [...statements.content('h1', 'h1'), ...statements.content('h2,h3', 'h2')]
      .filter(isTitle)
      .slice(0, mostHeadings),
    given: [
      ...statements.linked((item) => headlinesOf(item, title), 'headline').slice(0, mostHeadings),
      ...statements.meta(
        ...[
          'og:title',
          'citation_title',
          'dc.title',
          'dcterm.title',
          'parsely-title',
          'twitter:title',
          'title',
        ],
      ),
      ...statements.content('title', 'title').slice(0, 1),
    ].filter(({ value }) => !isPlaceholder(value)),
  }
}

/** What an item calls itself: what the page’s own title has in it goes first (wikis give a description as the headline). */
function headlinesOf(item: Json, title: string): string[] {
  const all = [...texts(item['headline']), ...texts(item['name'])].slice(0, mostHeadings)
  const isShown = (one: string): boolean => title.includes(foldTitle(one.slice(0, 1_000)))
  return [...all.filter(isShown), ...all.filter((one) => !isShown(one))]
}

/**
 * The title of the article, without the name of the outlet that pages put before or behind it.
 * @param found what Readability took for it
 */
export function chooseTitle(
  { headings, given }: Titles,
  {
    found,
    outlet,
    host,
    fileName,
  }: { found: string; outlet: string | undefined; host: string; fileName: string },
): Stated {
  const candidates = [...given, { value: found, from: 'title' }].filter(({ value }) => !isPlaceholder(value))
  const isOutlet = (part: string): boolean => isOutletPart(part, outlet, host)
  // The heading that the page’s own title has in it is the title as its readers see it.
  const shown = headings
    .filter(({ value }) => !isOutlet(value) && candidates.some((one) => holds(one.value, value)))
    .toSorted((a, b) => b.value.length - a.value.length)[0]
  if (shown) return { value: withoutOutlet(shown.value, isOutlet, candidates), from: shown.from }
  const chosen = candidates[0] ?? headings[0]
  if (!chosen) return { value: titleFromFileName(fileName), from: 'file name' }
  return { value: withoutOutlet(chosen.value, isOutlet, candidates), from: chosen.from }
}

const isTitle = ({ value }: Stated): boolean => value.length > 2 && value.length < 400
/** What programs write where nothing was filled in. */
const isPlaceholder = (title: string): boolean =>
  /^(?:home|startseite|untitled|index|document|title|loading…?|null|undefined|[^\p{L}\p{N}]*)$/iu.test(
    title.trim(),
  )

/** Whether a title is a heading, with nothing but parts beside it that are set off. */
function holds(title: string, heading: string): boolean {
  const [whole, part] = [foldTitle(title), foldTitle(heading)]
  if (part === '' || !whole.includes(part)) return false
  return whole === part || part.length >= 8 || title.split(separator).some((one) => foldTitle(one) === part)
}

/** @param stated what the page is called elsewhere: where that is a title without its last part, the part is none of it */
function withoutOutlet(
  title: string,
  isOutlet: (part: string) => boolean,
  stated: readonly Stated[],
): string {
  const parts = title.split(new RegExp(`(${separator.source})`, 'u'))
  if (parts.length < 3) return title
  const [head = '', tail = ''] = [parts[0], parts.at(-1)]
  const [before, behind] = [parts.slice(0, -2).join('').trim(), parts.slice(2).join('').trim()]
  const isStated = stated.some(({ value }) => foldTitle(value) === foldTitle(before))
  if (isStated || isOutlet(tail)) return before
  return isOutlet(head) ? behind : title
}

/** What newspapers are called, where nothing else says what this one is. */
const newspaper =
  /^(?:the|die|der|le|la|el|il|de)? ?(?:\p{Lu}[\p{L}’'.]* ){0,3}(?:post|times|news|herald|journal|gazette|tribune|observer|chronicle|telegraph|courier|mail|press|review|magazine|zeitung|anzeiger|tagblatt|nachrichten|kurier|wikipedia)$/iu

/** Whether a part of a title says where it was published. */
function isOutletPart(part: string, outlet: string | undefined, host: string): boolean {
  const words = plainLetters(part)
  if (words === '') return true
  const named = plainLetters(outlet ?? '')
  if (named === '' && host === '' && newspaper.test(part.trim())) return true
  if (named !== '' && (words === named || (words.length > 3 && named.includes(words)))) return true
  if (named !== '' && named.length > 3 && words.includes(named) && words.length < 3 * named.length)
    return true
  const own = siteOf(host)
  if (own.length < 4) return false
  return own.includes(words) || (words.startsWith(own) && words.length < 3 * own.length)
}

/** Letters as addresses write them. */
const plainLetters = (text: string): string =>
  lettersOf(text).replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
