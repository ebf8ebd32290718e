import { useEventListener } from '@vueuse/core'
import { highlightStyles } from '../../../../core/records/annotation.ts'
import { hasDialog, isTyping } from '../../composables/use-shortcuts.ts'
import { usePreferences } from '../../stores/preferences.ts'
import type { ArticleTextApi } from './article-text.ts'
import { borderMove, readerAction, type ReaderAction } from './reader-keys.ts'
import type { Borders } from './use-borders.ts'
import type { useCopying } from './use-copying.ts'
import type { Find } from './use-find.ts'
import type { Marking, SideTab } from './use-marking.ts'
import type { Reading } from './use-reading.ts'
import type { Sentences } from './use-sentences.ts'

interface Pane {
  reading: Reading
  marking: Marking
  find: Find
  sentences: Sentences
  borders: Borders
  copying: ReturnType<typeof useCopying>
  text: () => ArticleTextApi | null
  choose: (id: string) => void
  isCurrent: () => boolean
  showSide: (tab: SideTab) => void
  beside: () => void
  versions: () => void
}

/** What keys, and the command palette, do in an article. @returns does an action by its name */
export function usePaneKeys(pane: Pane): (action: ReaderAction) => void {
  const { reading, marking, find, sentences, borders, copying, text, choose } = pane
  const preferences = usePreferences()

  /** The next highlight in the order of the text, from the chosen one or from where one reads. */
  function step(by: 1 | -1, isWanted: (state: string) => boolean = () => true): void {
    const list = reading.highlights.value.filter(
      ({ annotation }) => isWanted(annotation.state) || annotation.id === marking.active.value,
    )
    const at = list.findIndex(({ annotation }) => annotation.id === marking.active.value)
    const from = at >= 0 ? at + by : by > 0 ? nextFrom(list) : nextFrom(list) - 1
    const next = list[Math.min(list.length - 1, Math.max(0, from))]
    if (next) choose(next.annotation.id)
  }
  function nextFrom(list: typeof reading.highlights.value): number {
    const offset = text()?.caret() ?? text()?.topOffset() ?? 0
    const found = list.findIndex(({ place }) => place !== null && place.start >= offset)
    return found === -1 ? list.length : found
  }
  function leave(): void {
    if (borders.preview.value) borders.cancel()
    else if (find.isOpen.value) find.close()
    else if (sentences.isOn.value) sentences.toggle()
    else if (text()?.currentPassage()) text()?.clearSelection()
    else if (marking.active.value !== null) marking.active.value = null
    else preferences.focus = false
  }
  const withActive = (act: (id: string) => void): void => {
    if (marking.active.value !== null) act(marking.active.value)
  }
  const citedWords = (): string =>
    text()?.currentPassage()?.exact ?? reading.find(marking.active.value)?.annotation.exact ?? ''

  const actions: Record<ReaderAction, () => void> = {
    sentence: () => sentences.selectHere('sentence'),
    paragraph: () => sentences.selectHere('paragraph'),
    sentences: () => sentences.toggle(),
    note: () => void marking.ask('note'),
    tag: () => void marking.ask('tag'),
    claim: () => void marking.makeClaim(),
    next: () => step(1),
    previous: () => step(-1),
    review: () => step(1, (state) => state === 'review' || state === 'orphan'),
    accept: () => void marking.accept(),
    detach: () => withActive((id) => void marking.detach(id)),
    remove: () => withActive((id) => void marking.remove(id)),
    find: () => find.open(),
    outline: () => pane.showSide('outline'),
    versions: () => pane.versions(),
    cite: () => void copying.cite(citedWords()),
    link: () => void copying.link(marking.active.value ?? undefined),
    focus: () => void (preferences.focus = !preferences.focus),
    beside: () => pane.beside(),
    larger: () => preferences.changeTextSize(1),
    smaller: () => preferences.changeTextSize(-1),
    leave,
  }

  /** Borders are moved while a highlight is chosen and nothing is selected. */
  function moveBorder(event: KeyboardEvent): boolean {
    const direction = reading.article.value?.direction ?? 'ltr'
    const move = borderMove(event, direction)
    const shown = reading.find(marking.active.value)
    const canMove = shown?.place && !shown.isProposal && reading.shown.value === reading.newest.value
    if (!move || !canMove || text()?.currentPassage()) return false
    borders.step(move.edge, move.direction, move.free)
    return true
  }

  const isMine = (event: KeyboardEvent): boolean =>
    pane.isCurrent() && !event.defaultPrevented && !isTyping(event) && !hasDialog()

  useEventListener(
    document,
    'keydown',
    (event: KeyboardEvent) => {
      if (!isMine(event) || !(sentences.move(event) || moveBorder(event))) return
      event.preventDefault()
      event.stopPropagation()
    },
    // Before the text moves its caret by the same arrows.
    { capture: true },
  )
  // After the shortcuts of the window, which may begin with another key (G, then C).
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    if (!isMine(event)) return
    const action = readerAction(event)
    if (action === undefined) return
    event.preventDefault()
    if (marking.isWaiting()) return
    const style = typeof action === 'number' ? highlightStyles[action - 1] : undefined
    if (style) void marking.mark(style)
    else if (typeof action === 'string') actions[action]()
  })
  return (action) => actions[action]()
}
