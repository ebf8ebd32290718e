import { onBeforeUnmount } from 'vue'
import { sectionsOf } from './article-dom.ts'
import type { Passage } from './passage.ts'
import type { TextMap } from './text-map.ts'

/** How far around the view sections count as near, in parts of its height. */
const around = '30%'

/**
 * Tells which stretch of the text is on the screen or near it, by the sections of the article.
 * @param onStretch is told at once, and whenever it becomes another
 * @returns begins to look at an article
 */
export function useSections(
  onStretch: (stretch: Passage) => void,
): (article: HTMLElement, map: TextMap) => void {
  let observer: IntersectionObserver | undefined
  const stop = (): void => observer?.disconnect()
  onBeforeUnmount(stop)

  return (article, map) => {
    stop()
    const sections = sectionsOf(article)
    const places = new Map<Element, Passage>()
    let at = 0
    for (const section of sections) {
      const end = map.offset(section, section.childNodes.length)
      places.set(section, { start: at, end })
      at = end
    }
    if (sections.length === 1) {
      onStretch({ start: 0, end: at })
      return
    }
    const near = new Set<Element>()
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) near.add(target)
          else near.delete(target)
        }
        const stretches = [...near].flatMap((section) => places.get(section) ?? [])
        if (stretches.length === 0) return
        onStretch({
          start: Math.min(...stretches.map(({ start }) => start)),
          end: Math.max(...stretches.map(({ end }) => end)),
        })
      },
      {
        root: article.getRootNode() instanceof ShadowRoot ? scrollerOf(article) : null,
        rootMargin: `${around} 0px`,
      },
    )
    for (const section of sections) observer.observe(section)
    // Until the browser has told: what an article opens with.
    const [first] = places.values()
    if (first) onStretch(first)
  }
}

function scrollerOf(article: HTMLElement): Element | null {
  const root = article.getRootNode()
  return root instanceof ShadowRoot ? root.host.closest('.scroll') : null
}
