import { Flow, linked, set, type ChangesAs, type Setting, type Tracked } from '../office/flow.ts'
import { charsets, destinations, encodingOf, known, letters, skipped, type Into } from './rtf-words.ts'
import { rtfTokens, type RtfToken } from './tokens.ts'

/** What is so in a group, and in those within it. */
interface State extends Setting {
  /** What the words of the group are: of the text, of the title, or of nothing that is read. */
  into: Into
  font: number
  /** How many signs stand for those that do not know the letter that was written by its number. */
  fallback: number
  isHidden: boolean
  change: Tracked['kind'] | undefined
  /** The group is a note, whose text is put together by itself. */
  note: Part | undefined
}

/** A text that is put together: the document, or one of its notes. */
interface Part {
  html: string
  line: string
  row: string[]
  isInTable: boolean
  table: string
  heading: number
}

const newPart = (): Part => ({ html: '', line: '', row: [], isInTable: false, table: '', heading: 0 })

/** Reads a Rich Text document: the words and how they are set, tables, notes, comments, what was tracked. */
export class RtfReader {
  readonly flow: Flow
  title = ''
  author = ''
  readonly #main = newPart()
  readonly #fonts = new Map<number, string>()
  readonly #decoders = new Map<string, TextDecoder>()
  #codePage = 'windows-1252'
  #states: State[] = []
  #state: State = {
    into: 'text',
    font: -1,
    fallback: 1,
    isHidden: false,
    change: undefined,
    note: undefined,
  }
  #bytes: number[] = []
  #skip = 0
  /** The first half of a letter that is written as two. */
  #half = ''
  #isIgnorable = false
  #address = ''
  #links: (string | undefined)[] = []
  #comment = { author: '', text: '' }
  /** The number of a comment, where it is written. */
  #number = ''
  #commentsAt = new Map<string, number>()
  #revisors: string[] = []
  #revisor = 0

  constructor(changesAs: ChangesAs) {
    this.flow = new Flow(changesAs)
  }

  /** @returns the text as HTML */
  read(bytes: Uint8Array): string {
    for (const token of rtfTokens(bytes)) this.#take(token)
    this.#endLetters()
    endParagraph(this.#main)
    endTable(this.#main)
    return this.#main.html
  }

  get #part(): Part {
    return this.#state.note ?? this.#main
  }

  #take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.#skip > 0) this.#skip -= 1
      else this.#bytes.push(token.byte)
      return
    }
    // The number of a letter comes between the bytes of others, and changes nothing about them.
    if (token.kind !== 'word' || token.word !== 'uc') this.#endLetters()
    if (token.kind === 'word') this.#obey(token.word, token.value)
    else if (token.kind === 'open') this.#open()
    else this.#close()
  }

  #open(): void {
    this.#states.push(this.#state)
    if (this.#states.length > 2_000) throw new RangeError('nested too deep')
    this.#state = { ...this.#state }
    this.#skip = 0
    this.#links.push(this.#links.at(-1))
  }

  #close(): void {
    const [ended, before] = [this.#state, this.#states.pop()]
    this.#skip = 0
    this.#links.pop()
    if (!before) return
    this.#state = before
    if (ended.note && ended.note !== before.note) {
      endParagraph(ended.note)
      endTable(ended.note)
      this.#put(this.flow.inline(this.flow.footnote(ended.note.html)))
    }
    if (ended.into === before.into) return
    if (ended.into === 'comment') this.#endComment()
    if (ended.into === 'rangeStart' || ended.into === 'rangeEnd') this.#range(ended.into)
    if (ended.into === 'field') {
      const address = /HYPERLINK\s+(?:\\l\s+)?"([^"]{1,2000})"/i.exec(this.#address)?.[1]
      if (address !== undefined) this.#links[this.#links.length - 1] = address
    }
  }

  /** The stretch of the text that a comment is about begins or ends; its number is that of the comment that comes later. */
  #range(into: 'rangeStart' | 'rangeEnd'): void {
    const id = this.#number.trim()
    this.#number = ''
    if (into === 'rangeEnd') this.flow.closeNote(id)
    else {
      this.flow.openNote(id, { author: '', day: '', comment: '', colour: null })
      this.#commentsAt.set(id, this.flow.notes.length - 1)
    }
  }

  /** The comment of a place or a stretch of the text. */
  #endComment(): void {
    const { author, text } = this.#comment
    const at = this.#commentsAt.get(this.#number.trim())
    this.#number = ''
    const note = at === undefined ? undefined : this.flow.notes[at]
    if (note) Object.assign(note, { author: author.trim(), comment: text.trim() })
    this.#comment = { author: '', text: '' }
  }

  #obey(word: string, value: number | undefined): void {
    if (word === 'ignorable') {
      this.#isIgnorable = true
      return
    }
    const isUnknown = this.#isIgnorable && !known.has(word)
    this.#isIgnorable = false
    if (skipped.has(word) || (isUnknown && this.#state.into === 'text')) this.#state.into = 'skip'
    else if (this.#destination(word, value) || this.#letter(word, value) || this.#setting(word, value)) return
    else this.#structure(word, value)
  }

  /** Words that say what the group is. */
  #destination(word: string, value: number | undefined): boolean {
    const into = destinations[word]
    if (into) {
      this.#state.into = into
      if (into === 'field') this.#address = ''
      return true
    }
    if (word === 'footnote' && this.#state.into === 'text') {
      this.#state.note = newPart()
      return true
    }
    if (word === 'ansicpg') this.#codePage = encodingOf(value ?? 1252)
    if (word === 'fcharset') this.#fonts.set(this.#state.font, charsets[value ?? 0] ?? this.#codePage)
    return word === 'ansicpg' || word === 'fcharset'
  }

  /** Words that are letters. */
  #letter(word: string, value: number | undefined): boolean {
    if (word === 'u' && value !== undefined) {
      this.#unit(String.fromCharCode(value < 0 ? value + 65_536 : value))
      this.#skip = this.#state.fallback
      return true
    }
    const letter = letters[word]
    if (letter !== undefined) this.#put('', letter)
    return letter !== undefined
  }

  /** A code unit that was written by its number; two of them may be one letter. */
  #unit(unit: string): void {
    const whole = this.#half + unit
    this.#half = /[\ud800-\udbff]$/.test(whole) && whole.length === 1 ? whole : ''
    if (this.#half === '') this.#put('', whole)
  }

  #setting(word: string, value: number | undefined): boolean {
    const isOn = value !== 0
    const state = this.#state
    if (word === 'b') state.bold = isOn
    else if (word === 'i') state.italic = isOn
    else if (word === 'ul') state.underlined = isOn
    else if (word === 'ulnone') state.underlined = false
    else if (word === 'strike' || word === 'striked') state.struck = isOn
    else if (word === 'super') state.script = isOn ? 'sup' : undefined
    else if (word === 'sub') state.script = isOn ? 'sub' : undefined
    else if (word === 'nosupersub') state.script = undefined
    else if (word === 'v') state.isHidden = isOn
    else if (word === 'uc') state.fallback = value ?? 1
    else if (word === 'f') state.font = value ?? 0
    else if (word === 'deleted' || word === 'revised')
      state.change = isOn ? (word === 'deleted' ? 'del' : 'ins') : undefined
    else if (word === 'revauth' || word === 'revauthdel') this.#revisor = value ?? 0
    else if (word === 'plain')
      Object.assign(state, {
        bold: false,
        italic: false,
        underlined: false,
        struck: false,
        script: undefined,
        isHidden: false,
      })
    else return false
    return true
  }

  #structure(word: string, value: number | undefined): void {
    if (this.#state.into !== 'text') {
      if (word === 'par' && this.#state.into === 'comment') this.#comment.text += '\n'
      return
    }
    const part = this.#part
    if (word === 'par' || word === 'sect') {
      if (part.isInTable) part.line += '<br>'
      else endParagraph(part)
    } else if (word === 'pard') Object.assign(part, { isInTable: false, heading: 0 })
    else if (word === 'intbl') part.isInTable = true
    else if (word === 'outlinelevel') part.heading = Math.min(6, (value ?? 0) + 2)
    else if (word === 'line') part.line += '<br>'
    else if (word === 'page') this.flow.pageBreak()
    else if (word === 'cell' || word === 'nestcell') {
      part.row.push(part.line)
      part.line = ''
    } else if (word === 'row' || word === 'nestrow') {
      part.table += `<tr>${part.row.map((cell) => `<td>${withoutBreaks(cell)}</td>`).join('')}</tr>`
      part.row = []
    }
  }

  /** Bytes that were gathered, as letters of their font. */
  #endLetters(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#put('', this.#decoder().decode(bytes))
  }

  #decoder(): TextDecoder {
    const encoding = this.#fonts.get(this.#state.font) ?? this.#codePage
    const there = this.#decoders.get(encoding) ?? new TextDecoder(encoding)
    this.#decoders.set(encoding, there)
    return there
  }

  /** HTML of the line, or letters for wherever they go now. */
  #put(html: string, text = ''): void {
    const { into, change, isHidden } = this.#state
    if (into === 'title') this.title += text
    else if (into === 'author') this.author += text
    else if (into === 'field') this.#address += text
    else if (into === 'comment') this.#comment.text += text
    else if (into === 'commentOf' || into === 'rangeStart' || into === 'rangeEnd') this.#number += text
    else if (into === 'commentAuthor') this.#comment.author += text
    else if (into === 'authors') this.#revisors.push(...text.split(';').filter((name) => name !== ''))
    if (into !== 'text' || isHidden) return
    const part = this.#part
    if (!part.isInTable) endTable(part)
    const words = linked(
      html + (text === '' ? '' : set(this.flow.words(text), this.#state)),
      this.#links.at(-1),
    )
    const author = this.#revisors[this.#revisor] ?? ''
    part.line += change ? this.flow.changed(words, { kind: change, author, day: '' }) : words
  }
}

function endParagraph(part: Part): void {
  const tag = part.heading > 0 ? `h${part.heading}` : 'p'
  if (part.line.trim() !== '') {
    endTable(part)
    part.html += `<${tag}>${part.line}</${tag}>`
  }
  part.line = ''
}

function endTable(part: Part): void {
  if (part.table !== '') part.html += `<table>${part.table}</table>`
  part.table = ''
}

function withoutBreaks(cell: string): string {
  let end = cell.length
  while (cell.endsWith('<br>', end)) end -= 4
  return cell.slice(0, end)
}
