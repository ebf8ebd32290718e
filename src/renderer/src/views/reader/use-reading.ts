import type { Id } from '../../../../core/records/base.ts'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { OpenArticle } from '../../../../contract/articles.ts'
import { placeIn, type AnchorState, type Annotation } from '../../../../core/records/annotation.ts'
import type { Article } from '../../../../core/records/article.ts'
import type { TagColour } from '../../../../core/records/tag.ts'
import { backend } from '../../backend.ts'
import { useOpenArticle } from '../../composables/article-queries.ts'
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

export interface HighlightKinds {
  states: Record<AnchorState, number>
  tags: ReadonlySet<string>
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
  find: (id: Id<'annotation'> | null) => ShownHighlight | undefined
  /** What there is to filter by, and how many highlights are in each state. */
  kinds: ComputedRef<HighlightKinds>
  painted: ComputedRef<PassageIndex<Painted>>
}

const paintOfColour: Record<TagColour, Paint> = {
  gold: 'yellow',
  blue: 'blue',
  green: 'green',
  red: 'red',
  violet: 'violet',
  teal: 'teal',
  orange: 'orange',
  grey: 'grey',
}

/**
 * An article on the screen: its text, and its highlights in the version that is shown.
 * @param wanted the version that is asked for; undefined for the newest
 */
export function useReading(id: () => Id<'article'>, wanted: () => number | undefined): Reading {
  const preferences = usePreferences()
  const { data: tags } = useTags()
  const { data: answer, error: articleError } = useOpenArticle(id)
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
  /** A highlight that did not change is the same object: of ten thousand, only the one that was marked is made anew. */
  const known = computed(() => ({
    shown: shown.value,
    newest: newest.value,
    highlights: new WeakMap<Annotation, ShownHighlight>(),
  }))
  const highlights = computed(() => {
    const { shown: at, newest: last, highlights: there } = known.value
    const made = (annotation: Annotation): ShownHighlight => {
      const old = there.get(annotation)
      if (old) return old
      const highlight = shownIn(annotation, at, last)
      there.set(annotation, highlight)
      return highlight
    }
    return (open.value?.annotations ?? [])
      .map(made)
      .sort((a, b) => byPlace(a.place ?? a.annotation, b.place ?? b.annotation))
  })
  const find = (wanted: Id<'annotation'> | null): ShownHighlight | undefined =>
    wanted === null ? undefined : highlights.value.find(({ annotation }) => annotation.id === wanted)
  const kinds = computed(() => kindsOf(highlights.value))
  const colours = computed(() => new Map((tags.value ?? []).map((tag) => [tag.id, tag.colour])))
  const painted = computed(() => {
    const ofTags = preferences.paintBy === 'tag' ? colours.value : null
    const passages: Painted[] = []
    for (const one of highlights.value) {
      const { annotation, place } = one
      if (!place) continue
      passages.push({ id: annotation.id, start: place.start, end: place.end, paint: paintOf(one, ofTags) })
    }
    return new PassageIndex(passages)
  })
  const error = computed(() => articleError.value ?? textError.value)
  return { open, article, newest, shown, html, error, highlights, find, kinds, painted }
}

function kindsOf(highlights: readonly ShownHighlight[]): HighlightKinds {
  const states = { exact: 0, moved: 0, review: 0, orphan: 0 }
  const tags = new Set<string>()
  for (const { annotation } of highlights) {
    states[annotation.state] += 1
    for (const tag of annotation.tags) tags.add(tag)
  }
  return { states, tags }
}

/** @param ofTags the colours of tags, when these count; what has no tag is grey then */
function paintOf(
  { annotation, isProposal }: ShownHighlight,
  ofTags: ReadonlyMap<string, TagColour> | null,
): Paint {
  if (isProposal) return 'review'
  if (!ofTags) return annotation.style
  const colour = ofTags.get(annotation.tags[0] ?? '')
  return colour ? paintOfColour[colour] : 'grey'
}

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
