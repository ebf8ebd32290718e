import { lettersOf } from './outlet-names.ts'
import type { PageDocument, PageElement } from './page-document.ts'

/** Where publishers put their articles: what is marked up as one first. */
const places = [
  '[itemprop~="articleBody"]',
  'article',
  'main,[role="main"],#main,#content',
  '[class*="article-body"],[class*="articleBody"],[class*="article__body"],[class*="article-text"],[class*="story-body"]',
  '.entry-content,.entry-text,.post-content,.post-body,.post,.hentry,[class*="type-post"],[class*="entry-main"]',
  '[class*="document-content"],[class*="content_main"],[class*="main-content"]',
].join(',')
const blocks = 'p,li,dd,blockquote,pre,h2,h3,td'
/** A shorter paragraph is a caption or a button more often than not; letters. */
const shortest = 30
/** As many parts of a page and of its paragraphs are looked at. */
const [mostParts, mostBlocks] = [40, 5_000]
/** How much of the beginning of a paragraph tells it from others. */
const beginning = 60

/** A part of a page that may be its article. */
export interface Part {
  /** Its number among all of them, by which it is found again. */
  at: number
  /** Its longer paragraphs, by their letters. */
  paragraphs: string[]
  /** Its headings, by their letters. */
  headings: Set<string>
  /** How long all of it is, in UTF-16 code units. */
  length: number
}

/** The parts of a page that may be its article, and its longer paragraphs. To be asked for before the page is taken apart. */
export interface Parts {
  all: Part[]
  paragraphs: string[]
}

export function partsOf(document: PageDocument): Parts {
  const elements = [...document.querySelectorAll(places)].slice(0, mostParts)
  const parts = elements.map((element, at): Part => ({
    at,
    paragraphs: [],
    headings: new Set(),
    length: element.textContent?.length ?? 0,
  }))
  const known = new Map(elements.map((element, at) => [element, parts[at]]))
  const paragraphs: string[] = []
  const inEach = (element: PageElement, put: (part: Part) => void): void => {
    for (let above: PageElement | null = element; above; above = above.parentElement) {
      const part = known.get(above)
      if (part) put(part)
    }
  }
  for (const heading of [...document.querySelectorAll('h1,h2')].slice(0, mostBlocks)) {
    const letters = lettersOf(heading.textContent ?? '')
    inEach(heading, (part) => part.headings.add(letters))
  }
  let left = mostBlocks
  for (const block of document.querySelectorAll(blocks)) {
    if ((left -= 1) < 0) break
    const letters = lettersOfBlock(block)
    if (letters.length < shortest) continue
    paragraphs.push(letters)
    inEach(block, (part) => part.paragraphs.push(letters))
  }
  return { all: parts, paragraphs }
}

/** The HTML of a part, in the page as it was. @param at its number */
export const htmlOfPart = (document: PageDocument, at: number): string | undefined =>
  [...document.querySelectorAll(places)][at]?.outerHTML

/** The letters of a paragraph; none of what only holds others, and of what leads elsewhere. */
function lettersOfBlock(block: PageElement): string {
  const text = block.textContent ?? ''
  if (text.length < shortest || block.querySelector(blocks) !== null) return ''
  const letters = lettersOf(text)
  let linked = 0
  for (const link of block.querySelectorAll('a')) linked += lettersOf(link.textContent ?? '').length
  return linked > letters.length / 2 ? '' : letters
}

/** A part of a page, to be chosen by somebody: how it begins, and how much of the longer paragraphs of the page it has, from 0 to 1. */
export interface PartToTake {
  at: number
  beginning: string
  share: number
}

/** Parts with the same paragraphs are told once, the smallest of them; those without any are not told. */
export function partsToTake(document: PageDocument): PartToTake[] {
  const { all, paragraphs } = partsOf(document)
  const elements = [...document.querySelectorAll(places)]
  const page = sizeOf(paragraphs)
  const different = new Map<string, Part>()
  for (const part of all.toSorted((a, b) => b.length - a.length))
    if (part.paragraphs.length > 0) different.set(part.paragraphs.join('\n'), part)
  return [...different.values()]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, paragraphs: own }) => ({
      at,
      beginning: (elements[at]?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120),
      share: page === 0 ? 0 : Math.min(1, sizeOf(own) / page),
    }))
}

const sizeOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, { length }) => sum + length, 0)

/** How much of some paragraphs stands in a text, by their beginnings; letters. */
function shared(paragraphs: readonly string[], text: string): number {
  return sizeOf(paragraphs.filter((letters) => text.includes(letters.slice(0, beginning))))
}

/** What is the article, for all that is known. */
export interface Choice {
  /** The number of the part that is taken instead of what was found; null for what was found. */
  part: number | null
  /** How much of the longer paragraphs of the page is taken, from 0 to 1. */
  share: number
}

/** A part must have this many letters to be taken, and what was found less than this share of them. */
const [enough, missed] = [400, 0.5]
/** What was found is all of a part of the page when it has so much of it; so little is a part of nothing. */
const [mostOfPart, least] = [0.8, 150]
/** What stands in front of articles; a short text with such words is none. */
const notice =
  /cookie|datenschutz|privacy|consent|browser|javascript|log ?in|sign ?in|anmelden|subscri|newsletter/i
/** What stands in place of an article that cannot be shown. */
const instead =
  /page (?:not found|(?:could not|cannot|can't) be found|you (?:requested|are looking for))|\b404\b|access denied|no longer (?:available|supported)|out of date|out-of-date|enable (?:javascript|cookies)|are you a robot|verify (?:that )?you|log ?in to|sign ?in to|subscribe to|to continue reading|already a (?:subscriber|member)|nicht gefunden|anmelden|jetzt abonnieren|javascript|veralteter browser|introuvable|connectez-vous|abonnez-vous|inicia sesi[oó]n|suscr[ií]bete/i

/** Whether a text is so short, and says what pages say that do not show their article. */
export const isNotice = (found: string): boolean =>
  lettersOf(found).length < shortText &&
  (instead.test(found) || (notice.test(found) && lettersOf(found).length < enough))

/** A longer text is rather an article with others around it than a piece of the article around it. */
const shortText = 800
/** What is so long is an article, whatever else there is. */
const longText = 2_500

/**
 * Compares what was found with the parts of a page that publishers mark up as articles, and takes one that was missed: where a notice
 * about cookies was found, a footer or another article.
 * @param found the text that was found
 * @param title the title of the page: of several articles in it, the one that has it above
 */
export function chooseArticle(parts: Parts, found: string, title = ''): Choice {
  const { all, paragraphs } = parts
  const text = lettersOf(found)
  const page = sizeOf(paragraphs)
  const share = (size: number): number => (page === 0 ? 1 : Math.min(1, size / page))
  const missing =
    partCalled(parts, title, text) ??
    missedPart(all, paragraphs, text, notice.test(found) && text.length < shortText) ??
    fullerPart(parts, title, text)
  return {
    part: missing?.at ?? null,
    share: share(missing ? sizeOf(missing.paragraphs) : shared(paragraphs, text)),
  }
}

/** The part under the title of the page, where another one was found: pages go on with the next article, and with the one after it. */
function partCalled({ all, paragraphs }: Parts, title: string, text: string): Part | undefined {
  const heading = lettersOf(title)
  if (heading === '') return undefined
  const [called] = all
    .filter((part) => part.headings.has(heading) && sizeOf(part.paragraphs) >= enough)
    .toSorted((a, b) => a.length - b.length)
  // What was found is another article when little of it stands in this one.
  const both = called ? shared(called.paragraphs, text) : 0
  return both < missed * shared(paragraphs, text) ? called : undefined
}

/** Of a part under the title so many paragraphs may be missing from what was found, of at least so many letters each. */
const [mostLacking, shortestLacking] = [3, 60]
const nothingElse = 0.77

/**
 * The part under the title that has all that was found, and a few paragraphs more: pages give the first one, the lead and the last one
 * sections of their own, which look like something else.
 */
function fullerPart({ all, paragraphs }: Parts, title: string, text: string): Part | undefined {
  const heading = lettersOf(title)
  const taken = shared(paragraphs, text)
  if (heading === '' || taken < least) return undefined
  return all
    .filter((part) => {
      if (!part.headings.has(heading)) return false
      const lacking = part.paragraphs.filter((letters) => !text.includes(letters.slice(0, beginning)))
      const both = shared(part.paragraphs, text)
      return (
        both >= taken &&
        lacking.length > 0 &&
        lacking.length <= mostLacking &&
        lacking.every(({ length }) => length >= shortestLacking) &&
        sizeOf(lacking) <= both &&
        // There is hardly anything in it but its paragraphs: letters of a text, beside its length with all its spaces.
        sizeOf(part.paragraphs) >= nothingElse * part.length
      )
    })
    .toSorted((a, b) => a.length - b.length)[0]
}

/** The part that is rather the article than what was found: the smallest that has most of what the largest has. */
function missedPart(
  all: readonly Part[],
  paragraphs: readonly string[],
  text: string,
  isNotice: boolean,
): Part | undefined {
  const isAllOf = (part: Part): boolean =>
    sizeOf(part.paragraphs) >= least && shared(part.paragraphs, text) >= mostOfPart * sizeOf(part.paragraphs)
  if (!isNotice && (text.length > longText || all.some(isAllOf))) return undefined
  const taken = shared(paragraphs, text)
  const fitting = all.filter((part) => {
    const [size, both] = [sizeOf(part.paragraphs), shared(part.paragraphs, text)]
    const isAround = both > 0 && both >= missed * taken && text.length >= shortText
    return size >= (isNotice ? least : enough) && both < missed * size && !isAround
  })
  const largest = Math.max(0, ...fitting.map((part) => sizeOf(part.paragraphs)))
  return fitting
    .filter((part) => sizeOf(part.paragraphs) >= mostOfPart * largest)
    .toSorted((a, b) => a.length - b.length || b.at - a.at)[0]
}
