import type MarkdownIt from 'markdown-it'
import { noteMark } from '../text/marked-places.ts'

type Reader = InstanceType<typeof MarkdownIt>
type InlineRule = Parameters<Reader['inline']['ruler']['push']>[1]
type State = Parameters<InlineRule>[0]

/** So long may what stands in `[[…]]` be. */
const longestLink = 300
const pictures = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp3|wav|m4a|ogg|flac|mp4|webm|mov|mkv|ogv|3gp)$/i

/** What of a text is Obsidian's: the passages that are marked in it are counted, and the notes that are to be shown within it. */
export interface ObsidianFound {
  marked: number
  embedded: string[]
}

/**
 * Reads what Obsidian writes beyond CommonMark (its help, “Obsidian Flavored Markdown”): `==marked==`, `%%remarks%%`, `[[links|with
 * words]]`, `![[embeds]]`. Marked passages stand in elements with the ids of notes. What is found is told in `env.obsidian`.
 */
export function readObsidian(markdown: Reader): void {
  markdown.inline.ruler.before('link', 'obsidian_link', wikiLink)
  markdown.inline.ruler.before('emphasis', 'obsidian_mark', marked)
  markdown.inline.ruler.before('emphasis', 'obsidian_remark', remark)
}

const foundIn = (state: State): ObsidianFound => {
  // What a text is read with is for such notes; nothing else writes them.
  const env = state.env as { obsidian?: ObsidianFound }
  env.obsidian ??= { marked: 0, embedded: [] }
  return env.obsidian
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}=%]/u.test(character)
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character)

/**
 * Where what two equal signs (or others) enclose ends; undefined where they enclose nothing: `a==b` is none, nor is `5%% and 6%%`.
 * Only the next pair is looked at, so that the work is linear.
 */
function closing({ src, pos, posMax }: State, mark: string): number | undefined {
  if (!src.startsWith(mark, pos) || isWordCharacter(src[pos - 1])) return undefined
  const from = pos + mark.length
  const end = src.indexOf(mark, from)
  if (end <= from || end + mark.length > posMax) return undefined
  return isWordCharacter(src[end + mark.length]) ? undefined : end
}

const marked: InlineRule = (state, silent) => {
  const end = closing(state, '==')
  if (end === undefined || isSpace(state.src[state.pos + 2]) || isSpace(state.src[end - 1])) return false
  const { pos, posMax } = state
  if (!silent) {
    const found = foundIn(state)
    state.push('mark_open', 'mark', 1).attrs = [['id', `${noteMark}${found.marked}`]]
    found.marked += 1
    state.pos = pos + 2
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('mark_close', 'mark', -1)
    state.posMax = posMax
  }
  state.pos = end + 2
  return true
}

/** For who writes; no word of the text. */
const remark: InlineRule = (state) => {
  const end = closing(state, '%%')
  if (end === undefined) return false
  state.pos = end + 2
  return true
}

/** `[[Page]]`, `[[Page#Part|words]]`, `![[Page]]`: the words that are shown. */
const wikiLink: InlineRule = (state, silent) => {
  const { src, pos } = state
  const isEmbedded = src[pos] === '!'
  const from = pos + (isEmbedded ? 3 : 2)
  if (!src.startsWith('[[', from - 2)) return false
  const inner = /^([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/.exec(src.slice(from, from + longestLink))
  const [whole, page = '', alias] = inner ?? []
  if (whole === undefined) return false
  if (!silent) {
    const isPicture = isEmbedded && pictures.test(page)
    if (isEmbedded && !isPicture) foundIn(state).embedded.push(page)
    const words = alias?.trim() || page.trim().replace(/#\^?/g, ' > ').replace(/^ > /, '')
    // The size of a picture is no word of it, and what it shows neither.
    if (!isPicture) state.push('text', '', 0).content = words
  }
  state.pos = from + whole.length
  return true
}

const callout = /^((?: {0,3}>)+[ \t]*)\[![\w-]{1,40}(?:\|[^\]\n]{0,100})?\][+-]?(.*)$/
const blockId = /(?:^|[ \t])\^[a-z\d][a-z\d-]{3,60}[ \t]*$/i

/**
 * A line that is Obsidian's as it would be without: the kind of a callout is no word of it, its title is a paragraph; the id of a block
 * is none either.
 */
export function withoutObsidian(line: string): string[] {
  const boxed = callout.exec(line)
  if (!boxed) return [line.replace(blockId, '')]
  const [, mark = '', title = ''] = boxed
  return title.trim() === '' ? [mark.trimEnd()] : [`${mark}${title.trim()}`, mark.trimEnd()]
}
