import { computed, type ComputedRef, type Ref } from 'vue'
import type { OpenArticle } from '../../../../contract/articles.ts'
import { placeIn, type Annotation, type HighlightStyle } from '../../../../core/records/annotation.ts'
import type { Article } from '../../../../core/records/article.ts'
import type { TagColour } from '../../../../core/records/tag.ts'
import { backend } from '../../backend.ts'
import { useAsked, useTags } from '../../composables/queries.ts'
import { usePreferences } from '../../stores/preferences.ts'
import type { Paint, Painted, Passage } from './passage.ts'
import { byPlace, PassageIndex } from './passage-index.ts'

/** A highlight as the version on the screen has it. */
export interface ShownHighlight {
  annotation: Annotation
  /** Where it stands in this version, or may stand; null where it does not. */
  place: Passage | null
  /** It may stand there: the user is to say. */
  isProposal: boolean
}

export interface Reading {
  open: ComputedRef<OpenArticle | undefined>
  article: ComputedRef<Article | undefined>
  newest: ComputedRef<number>
  /** The version on the screen. */
  shown: ComputedRef<number>
  html: ComputedRef<string | undefined>
  error: Ref<Error | null>
  /** In the order of the text. */
  highlights: ComputedRef<ShownHighlight[]>
  byId: ComputedRef<Map<string, ShownHighlight>>
  painted: ComputedRef<PassageIndex<Painted>>
}

const paintOfColour: Record<TagColour, Paint> = {
  ...{ gold: 'yellow', blue: 'blue', green: 'green', red: 'red' },
  ...{ violet: 'violet', teal: 'teal', orange: 'orange', grey: 'grey' },
}

/**
 * An article on the screen: its text, and its highlights in the version that is shown.
 * @param wanted the version that is asked for; undefined for the newest
 */
export function useReading(id: () => string, wanted: () => number | undefined): Reading {
  const preferences = usePreferences()
  const { data: tags } = useTags()
  const { data: answer, error: articleError } = useAsked(
    () => ['articles', id()],
    (signal) => backend.articles.get({ id: id() }, { signal }),
  )
  const open = computed(() => (answer.value?.article.id === id() ? answer.value : undefined))
  const article = computed(() => open.value?.article)
  const newest = computed(() => article.value?.versions.length ?? 1)
  const shown = computed(() => {
    const n = wanted()
    return n !== undefined && n >= 1 && n <= newest.value ? n : newest.value
  })
  const { data: content, error: textError } = useAsked(
    () => ['text', id(), wanted() ?? 'newest', article.value === undefined ? '' : shown.value],
    async (signal) => ({
      id: id(),
      ...(await backend.articles.text({ id: id(), version: wanted() ?? 'newest' }, { signal })),
    }),
  )
  const html = computed(() =>
    content.value?.id === id() && content.value.version === shown.value ? content.value.html : undefined,
  )
  const highlights = computed(() =>
    (open.value?.annotations ?? [])
      .map((annotation) => shownIn(annotation, shown.value, newest.value))
      .sort((a, b) => byPlace(a.place ?? a.annotation, b.place ?? b.annotation)),
  )
  const byId = computed(() => new Map(highlights.value.map((one) => [one.annotation.id, one])))
  const colours = computed(() => new Map((tags.value ?? []).map((tag) => [tag.id, tag.colour])))
  const paintOf = ({ annotation, isProposal }: ShownHighlight): Paint => {
    if (isProposal) return 'review'
    const colour = preferences.paintBy === 'tag' ? colours.value.get(annotation.tags[0] ?? '') : undefined
    return colour ? paintOfColour[colour] : paintOfStyle(annotation.style, preferences.paintBy)
  }
  const painted = computed(
    () =>
      new PassageIndex(
        highlights.value.flatMap((one) =>
          one.place ? [{ id: one.annotation.id, ...one.place, paint: paintOf(one) }] : [],
        ),
      ),
  )
  const error = computed(() => articleError.value ?? textError.value)
  return { open, article, newest, shown, html, error, highlights, byId, painted }
}

/** By tag, what has none is grey. */
const paintOfStyle = (style: HighlightStyle, by: 'style' | 'tag'): Paint => (by === 'tag' ? 'grey' : style)

function shownIn(annotation: Annotation, shown: number, newest: number): ShownHighlight {
  const { proposal, state } = annotation
  if (shown === newest && state === 'review' && proposal?.version === newest)
    return { annotation, place: { start: proposal.start, end: proposal.end }, isProposal: true }
  const place = placeIn(annotation, shown)
  return {
    annotation,
    place: place ? { start: place.start, end: place.end } : null,
    isProposal: false,
  }
}
