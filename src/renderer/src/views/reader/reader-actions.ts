import { highlightStyles } from '../../../../core/records/annotation.ts'
import { action } from '../../actions/action.ts'
import type { PaneContext } from './pane-context.ts'

const inArticle = action<PaneContext>
const where = 'reader' as const

/** What keys, and the palette, do in an article. */
export const readerActions = [
  inArticle({ id: 'caret', where, words: { en: 'Move in the text' }, shownKeys: '←↑↓→' }),
  inArticle({ id: 'extend', where, words: { en: 'Select' }, shownKeys: 'Shift+←↑↓→' }),
  inArticle({
    id: 'sentence',
    where,
    words: { en: 'Select the sentence' },
    keys: ['W'],
    run: ({ sentences }) => sentences.selectHere('sentence'),
  }),
  inArticle({
    id: 'paragraph',
    where,
    words: { en: 'Select the paragraph' },
    keys: ['P'],
    run: ({ sentences }) => sentences.selectHere('paragraph'),
  }),
  inArticle({
    id: 'sentences',
    where,
    words: { en: 'Go sentence by sentence (arrow keys; with Ctrl by paragraph)' },
    keys: ['S'],
    run: ({ sentences }) => sentences.toggle(),
  }),
  inArticle({
    id: 'mark',
    where,
    words: { en: 'Mark in a style' },
    keys: highlightStyles.map((_, at) => String(at + 1)),
    shownKeys: `1 – ${String(highlightStyles.length)}`,
    onlyKeys: true,
    run: ({ marking }, chord) => {
      const style = highlightStyles[Number(chord) - 1]
      if (style) void marking.mark(style)
    },
  }),
  inArticle({
    id: 'note',
    where,
    words: { en: 'Write a note' },
    keys: ['N'],
    run: ({ marking }) => void marking.ask('note'),
  }),
  inArticle({
    id: 'tag',
    where,
    words: { en: 'Add a tag' },
    keys: ['T'],
    run: ({ marking }) => void marking.ask('tag'),
  }),
  inArticle({
    id: 'claim',
    where,
    words: { en: 'Make a claim' },
    keys: ['C'],
    run: ({ marking }) => void marking.makeClaim(),
  }),
  inArticle({ id: 'next', where, words: { en: 'Next highlight' }, keys: ['J'], run: ({ step }) => step(1) }),
  inArticle({
    id: 'previous',
    where,
    words: { en: 'Previous highlight' },
    keys: ['K'],
    run: ({ step }) => step(-1),
  }),
  inArticle({
    id: 'review',
    where,
    words: { en: 'Next highlight to review' },
    keys: ['R'],
    run: ({ step }) => step(1, (state) => state === 'review' || state === 'orphan'),
  }),
  inArticle({
    id: 'accept',
    where,
    words: { en: 'Accept the place, or put the highlight on the selection' },
    keys: ['A'],
    run: ({ marking }) => void marking.accept(),
  }),
  inArticle({
    id: 'detach',
    where,
    words: { en: 'Say that the passage is gone' },
    keys: ['D'],
    run: ({ marking, withActive }) => withActive((id) => void marking.detach(id)),
  }),
  inArticle({
    id: 'move-end',
    where,
    words: { en: 'Move the end of the chosen highlight by a word' },
    shownKeys: 'Shift+←→',
  }),
  inArticle({
    id: 'move-start',
    where,
    words: { en: 'Move its beginning by a word' },
    shownKeys: 'Shift+↑↓',
  }),
  inArticle({ id: 'move-finely', where, words: { en: 'The same by a character' }, shownKeys: 'Alt+←↑↓→' }),
  inArticle({
    id: 'remove',
    where,
    words: { en: 'Delete highlight' },
    keys: ['Delete'],
    run: ({ marking, withActive }) => withActive((id) => void marking.remove(id)),
  }),
  inArticle({
    id: 'find',
    where,
    words: { en: 'Find in this article' },
    keys: ['Mod+F'],
    run: ({ find }) => find.open(),
  }),
  inArticle({
    id: 'outline',
    where,
    words: { en: 'Show the outline' },
    keys: ['O'],
    run: ({ showSide }) => showSide('outline'),
  }),
  inArticle({
    id: 'versions',
    where,
    words: { en: 'Compare versions' },
    keys: ['V'],
    run: ({ versions }) => versions(),
  }),
  inArticle({
    id: 'cite',
    where,
    words: { en: 'Copy with citation' },
    keys: ['Y'],
    run: ({ copying, citedWords }) => void copying.cite(citedWords()),
  }),
  inArticle({
    id: 'link',
    where,
    words: { en: 'Copy a link to the highlight' },
    keys: ['L'],
    run: ({ copying, marking }) => void copying.link(marking.active.value ?? undefined),
  }),
  inArticle({
    id: 'focus',
    where,
    words: { en: 'Only the text' },
    keys: ['Z'],
    run: ({ preferences }) => void (preferences.focus = !preferences.focus),
  }),
  inArticle({
    id: 'beside',
    where,
    words: { en: 'Two articles side by side' },
    keys: ['B'],
    run: ({ beside }) => beside(),
  }),
  inArticle({
    id: 'larger',
    where,
    words: { en: 'Larger text' },
    keys: ['+'],
    run: ({ preferences }) => preferences.changeTextSize(1),
  }),
  inArticle({
    id: 'smaller',
    where,
    words: { en: 'Smaller text' },
    keys: ['-'],
    run: ({ preferences }) => preferences.changeTextSize(-1),
  }),
  inArticle({
    id: 'leave',
    where,
    words: { en: 'Leave what was begun' },
    keys: ['Escape'],
    run: ({ leave }) => leave(),
  }),
]
