import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Painted } from './passage.ts'
import type { PassageIndex } from './passage-index.ts'
import type { ShownHighlight } from './use-reading.ts'

/** Tells those who do not see them when the caret comes into a highlight, and when it leaves it. */
export function useAnnouncement(
  painted: () => PassageIndex<Painted>,
  find: (id: string) => ShownHighlight | undefined,
): { words: Ref<string>; at: (offset: number) => void } {
  const { t } = useI18n()
  const words = ref('')
  let inside = ''

  function at(offset: number): void {
    const here = painted().at(offset)
    const ids = here.map(({ id }) => id).join(' ')
    if (ids === inside) return
    const wasInside = inside !== ''
    inside = ids
    words.value =
      here.length === 0 ? (wasInside ? t('reader.announce.left') : '') : here.map(describe).join('. ')
  }
  function describe({ id }: Painted): string {
    const highlight = find(id)
    if (!highlight) return ''
    const { annotation, isProposal } = highlight
    const what = isProposal ? t('reader.states.review') : t(`reader.styles.${annotation.style}`)
    return t('reader.announce.entered', { what, note: annotation.note })
  }
  return { words, at }
}
