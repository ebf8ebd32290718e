// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useFind, type Find } from '../../../src/renderer/src/views/reader/use-find.ts'
import type { ArticleTextApi } from '../../../src/renderer/src/views/reader/article-text.ts'
import type { Passage } from '../../../src/renderer/src/views/reader/passage.ts'

const text = 'The bridge was closed. The bridge opened. The river rose.'

describe('finding in an article', () => {
  let scope: EffectScope
  let find: Find
  let selected: Passage[]
  beforeEach(() => {
    vi.useFakeTimers()
    scope = effectScope()
    selected = []
    const nothing = (): void => undefined
    const api: ArticleTextApi = {
      text,
      currentPassage: () => null,
      caret: () => null,
      select: (passage) => void selected.push(passage),
      collapseSelection: nothing,
      paintAhead: nothing,
      hasFocus: () => false,
      focus: nothing,
      scrollTo: nothing,
      topOffset: () => 0,
      scrollToTop: nothing,
      offsetAt: () => null,
      edgesOf: () => null,
      noteAt: () => null,
      headings: () => [],
    }
    scope.run(() => (find = useFind(() => api)))
    find.open()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })
  const wordsOf = (passage: Passage | null | undefined): string =>
    passage ? text.slice(passage.start, passage.end) : ''

  it('waits for a pause in typing', () => {
    find.look('bridge')
    expect(find.matches.value).toHaveLength(0)
    vi.runAllTimers()
    expect(find.matches.value).toHaveLength(2)
  })

  it('steps from the words that stand in the field, and stays where it went', () => {
    find.look('bridg')
    vi.runAllTimers()
    find.look('bridge')
    find.step(-1)
    vi.runAllTimers()
    expect(find.at.value).toBe(1)
    find.look('river')
    find.step(1)
    expect(wordsOf(find.current.value)).toBe('river')
  })

  it('closes on what was typed last, and looks no more', () => {
    find.look('river')
    find.close()
    vi.runAllTimers()
    expect(wordsOf(selected[0])).toBe('river')
    expect(find.matches.value).toHaveLength(0)
  })
})
