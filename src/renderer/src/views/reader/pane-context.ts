import type { Id } from '../../../../core/records/base.ts'
import { usePreferences } from '../../stores/preferences.ts'
import type { ArticleTextApi } from './article-text.ts'
import type { Borders } from './use-borders.ts'
import type { useCopying } from './use-copying.ts'
import type { Find } from './use-find.ts'
import type { Peek } from './use-peek.ts'
import type { Marking, SideTab } from './use-marking.ts'
import type { Reading } from './use-reading.ts'
import type { Sentences } from './use-sentences.ts'
import type { StatementPart, Statements } from './use-statements.ts'
import type { StatementRow } from '../../../../contract/statements.ts'

/** One article in the reader, and what it is made of. */
export interface Pane {
  reading: Reading
  marking: Marking
  statements: Statements
  disabled: () => boolean
  find: Find
  sentences: Sentences
  borders: Borders
  copying: ReturnType<typeof useCopying>
  text: () => ArticleTextApi | null
  choose: (id: Id<'annotation'>) => void
  isCurrent: () => boolean
  /** Whether a part of the panel is on the screen. */
  isShown: (tab: SideTab) => boolean
  showSide: (tab: SideTab) => void
  beside: () => void
  versions: () => void
  /** What is known of a place, shown there. */
  peek: Peek
  /** The next way to show a document that has pages. */
  pages: () => void
}

/** What the actions of the reader act on. */
export interface PaneContext extends Pane {
  preferences: ReturnType<typeof usePreferences>
  /** Chooses the next highlight in the order of the text, from the chosen one or from where one reads. */
  step: (by: 1 | -1, isWanted?: (state: string) => boolean) => void
  /** The next statement; in an article without any, the next highlight. */
  goOn: (by: 1 | -1) => void
  /** Does something with the statement that is decided about, if it is open. */
  withStatement: (act: (row: StatementRow) => unknown) => void
  /** Opens a part of its card. */
  openPart: (part: StatementPart) => void
  /** Leaves what was begun last. */
  leave: () => void
  /** Does something with the chosen highlight, if one is chosen. */
  withActive: (act: (id: Id<'annotation'>) => void) => void
  /** The selected words, or those of the chosen highlight. */
  citedWords: () => string
}

export function usePaneContext(pane: Pane): PaneContext {
  const { reading, marking, statements, find, sentences, borders, text, choose } = pane
  const preferences = usePreferences()

  function nextFrom(list: typeof reading.highlights.value): number {
    const offset = text()?.caret() ?? text()?.topOffset() ?? 0
    const found = list.findIndex(({ place }) => place !== null && place.start >= offset)
    return found === -1 ? list.length : found
  }
  function step(by: 1 | -1, isWanted: (state: string) => boolean = () => true): void {
    const list = reading.highlights.value.filter(
      ({ annotation }) => isWanted(annotation.state) || annotation.id === marking.active.value,
    )
    const at = list.findIndex(({ annotation }) => annotation.id === marking.active.value)
    const from = at >= 0 ? at + by : by > 0 ? nextFrom(list) : nextFrom(list) - 1
    const next = list[Math.min(list.length - 1, Math.max(0, from))]
    if (next) choose(next.annotation.id)
  }
  function goOn(by: 1 | -1): void {
    if (statements.rows.value.length === 0 && !statements.isLooking.value) step(by)
    else {
      // Who reads only the text goes on in it.
      if (!pane.isShown('statements') && !preferences.focus) pane.showSide('statements')
      statements.step(by)
    }
  }
  function withStatement(act: (row: StatementRow) => unknown): void {
    const row = statements.current.value
    if (row?.state !== 'open' || pane.disabled()) return
    // Nothing is decided about what is not on the screen.
    if (pane.isShown('statements')) void act(row)
    else {
      preferences.focus = false
      pane.showSide('statements')
    }
  }
  /** Whether the focus is on what stands around the text. */
  const isElsewhere = (): boolean => text()?.hasFocus() === false
  function leave(): void {
    const wasElsewhere = isElsewhere()
    if (wasElsewhere) text()?.focus()
    if (pane.peek.shown.value) pane.peek.close()
    else if (borders.preview.value) borders.cancel()
    else if (find.isOpen.value) find.close()
    else if (sentences.isOn.value) sentences.toggle()
    else if (text()?.currentPassage()) text()?.collapseSelection()
    else if (statements.current.value) statements.choose(null)
    else if (marking.active.value !== null) marking.active.value = null
    else if (!wasElsewhere) preferences.focus = false
  }
  return {
    ...pane,
    preferences,
    step,
    goOn,
    withStatement,
    openPart: (part) =>
      withStatement(() => {
        pane.showSide('statements')
        statements.part.value = part
      }),
    leave,
    withActive: (act) => {
      if (marking.active.value !== null) act(marking.active.value)
    },
    citedWords: () =>
      text()?.currentPassage()?.exact ?? reading.find(marking.active.value)?.annotation.exact ?? '',
  }
}
