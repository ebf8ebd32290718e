import { createTextAnnotator } from '@recogito/text-annotator'
import { createApp, h, type App } from 'vue'
import { makeTextOfRecord } from '../../src/core/text/text-of-record.ts'
import ArticleText from '../../src/renderer/src/views/reader/ArticleText.vue'
import type { ArticleTextApi } from '../../src/renderer/src/views/reader/article-text.ts'
import { PassageIndex } from '../../src/renderer/src/views/reader/passage-index.ts'
import type { Painted } from '../../src/renderer/src/views/reader/passage.ts'
import { TextMap } from '../../src/renderer/src/views/reader/text-map.ts'
import { wrapInMarks } from './marks.ts'
import type { ReadingPage, Way } from './ways.ts'

interface Shown {
  scroller: HTMLElement
  article: () => HTMLElement
  remove: () => void
}

let html = ''
let text = ''
let passages: Painted[] = []
let shown: Shown | null = null
let api: ArticleTextApi | null = null
let index = new PassageIndex<Painted>([])

/** Until the next frame has been painted: what is posted in a frame's callback comes right after its paint. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
const rest = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

/** A paragraph for every hundred characters. */
function prepare(characters: number, highlights: number): void {
  const words =
    'the envoys said that talks on Lorne had been held in secret and would go on until spring'.split(' ')
  const paragraphs = Array.from({ length: characters / 100 }, (_, n) => {
    const line = Array.from({ length: 19 }, (_, at) => words[(n * 7 + at * 5) % words.length]).join(' ')
    return `<p>${line.slice(0, 98)}.</p>`
  })
  ;({ html, text } = makeTextOfRecord(paragraphs.join('')))
  const paints = ['yellow', 'blue', 'green', 'red'] as const
  passages = Array.from({ length: highlights }, (_, n) => {
    const line = Math.floor((n * text.length) / highlights / 100) * 100
    const start = line + 10 + (n % 3) * 20
    return { id: String(n), paint: paints[n % 4] ?? 'yellow', start, end: start + 18 }
  })
  index = new PassageIndex(passages)
}

/** A place in the window that scrolls, as the reader has it. */
function frame(): { scroller: HTMLElement; host: HTMLElement } {
  const scroller = document.createElement('section')
  scroller.className = 'scroll'
  const host = document.createElement('div')
  scroller.append(host)
  document.body.append(scroller)
  return { scroller, host }
}

function showOurs(): Shown {
  const { scroller, host } = frame()
  let app: App | null = createApp({
    render: () =>
      h(ArticleText, {
        html,
        title: 'A report',
        language: 'en',
        highlights: index,
        active: null,
        found: [],
        current: null,
        pointed: null,
        said: [],
        statement: { now: [], cue: [], source: [] },
        onShown: (next: ArticleTextApi) => (api = next),
      }),
  })
  app.mount(host)
  const root = (): ShadowRoot | null =>
    [...host.querySelectorAll('*')].find((one) => one.shadowRoot)?.shadowRoot ?? null
  return {
    scroller,
    article: () => root()?.querySelector('article') ?? host,
    remove: () => {
      app?.unmount()
      app = null
      scroller.remove()
    },
  }
}

/** The same text as an HTML page has it. */
function showPlain(): Shown {
  const { scroller, host } = frame()
  host.innerHTML = html
  return { scroller, article: () => host, remove: () => scroller.remove() }
}

function showMarks(): Shown {
  const plain = showPlain()
  wrapInMarks(plain.article(), passages)
  return plain
}

function showRecogito(): Shown {
  const { scroller, host } = frame()
  host.innerHTML = html
  const annotator = createTextAnnotator(host, { renderer: 'CSS_HIGHLIGHTS' })
  const map = new TextMap(host)
  annotator.setAnnotations(
    passages.map(({ id, start, end }) => ({
      id,
      bodies: [],
      target: {
        annotation: id,
        selector: [{ quote: text.slice(start, end), start, end, range: map.liveRange(start, end) }],
      },
    })),
  )
  return {
    scroller,
    article: () => host,
    remove: () => {
      annotator.destroy()
      scroller.remove()
    },
  }
}

const ways: Record<Way, () => Shown> = {
  ours: showOurs,
  plain: showPlain,
  marks: showMarks,
  recogito: showRecogito,
}

async function open(way: Way): Promise<number> {
  shown?.remove()
  await painted()
  const before = performance.now()
  shown = ways[way]()
  shown.article().getBoundingClientRect()
  await painted()
  return performance.now() - before
}

async function lookUp(points: number): Promise<{ alone: number; ours: number }> {
  if (!shown || !api) throw new Error('ours is not open')
  const root = shown.article().getRootNode() as ShadowRoot
  const { left, width, top, height } = shown.scroller.getBoundingClientRect()
  const taken: { alone: number[]; ours: number[] } = { alone: [], ours: [] }
  for (let n = 0; n < points; n += 1) {
    const x = left + ((n * 37) % (width - 40)) + 20
    const y = top + ((n * 53) % (height - 40)) + 20
    // The browser remembers the point that was asked for last: each is asked for once, in turns.
    const before = performance.now()
    if (n % 2 === 0) document.caretPositionFromPoint(x, y, { shadowRoots: [root] })
    else index.at(api.offsetAt(x, y) ?? 0)
    taken[n % 2 === 0 ? 'alone' : 'ours'].push(performance.now() - before)
    if (n % 20 === 0) await painted()
  }
  return { alone: total(taken.alone), ours: total(taken.ours) }
}
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

async function scroll(): Promise<{ slow: number; longest: number; frames: number }> {
  if (!shown) throw new Error('nothing is open')
  const { scroller } = shown
  let last = performance.now()
  const frames: number[] = []
  const next = (): Promise<void> =>
    new Promise((resolve) =>
      requestAnimationFrame((now) => {
        frames.push(now - last)
        last = now
        resolve()
      }),
    )
  scroller.scrollTop = 0
  await rest(300)
  last = performance.now()
  await next()
  frames.length = 0
  for (let n = 0; n < 120; n += 1) {
    scroller.scrollTop += 90
    await next()
  }
  for (let n = 0; n < 30; n += 1) {
    scroller.scrollTop = ((n * 7919) % 100) * 0.01 * scroller.scrollHeight
    await next()
    await next()
  }
  return {
    slow: frames.filter((time) => time > 50).length,
    longest: Math.max(...frames),
    frames: frames.length,
  }
}

const reading: ReadingPage = { prepare, open, lookUp, scroll }
Object.assign(window, { reading })
