import { useEventListener } from '@vueuse/core'
import { computed } from 'vue'
import type { Offered } from '../../actions/action.ts'
import { offer } from '../../actions/offer.ts'
import { hasDialog, isTyping, useKeys } from '../../actions/use-keys.ts'
import { useLanguage } from '../../composables/use-language.ts'
import { borderMove } from './border-move.ts'
import { usePaneContext, type Pane } from './pane-context.ts'
import { readerActions } from './reader-actions.ts'

/** The keys of an article. @returns what can be done in it, for the palette */
export function usePaneKeys(pane: Pane): () => Offered[] {
  const { reading, marking, sentences, borders, text } = pane
  const context = usePaneContext(pane)
  const language = useLanguage()
  const offered = computed(() => readerActions.map((action) => offer(action, context, language.value)))

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
  useKeys(
    // A key that comes while the field of the one before is not there yet would go to the wrong place.
    () =>
      marking.isWaiting() ? offered.value.map((one) => ({ ...one, run: () => undefined })) : offered.value,
    isMine,
  )
  return () => offered.value
}
