import { computed, reactive, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { stepOf } from '../../../../contract/claim-findings.ts'
import type { ArticleStatements, MeantStep, StatementRow } from '../../../../contract/statements.ts'
import type { Id } from '../../../../core/records/base.ts'
import type { Stance } from '../../../../core/records/claim.ts'
import { leastDoubtful, wholeOf } from '../../../../core/statements/certain.ts'
import { backend } from '../../backend.ts'
import { useAsked } from '../../composables/queries.ts'
import { useNotices } from '../../stores/notices.ts'
import type { ArticleTextApi } from './article-text.ts'
import type { Passage } from './passage.ts'

/** A statement as the user has put it before it is taken. */
export interface StatementDraft {
  words?: string
  chain?: MeantStep[]
}

/** What is opened in the card of the current statement. */
export type StatementPart = 'words' | 'claims' | null

export interface Taking {
  asOutlet?: boolean
  claim?: Id<'claim'>
  stance?: Stance
}

export interface Statements {
  found: Ref<ArticleStatements | undefined>
  error: Ref<Error | null>
  isLooking: ComputedRef<boolean>
  /** Those that are shown, in the order of the text. */
  rows: ComputedRef<StatementRow[]>
  /** The open ones among them, as passages of the text. */
  open: ComputedRef<Passage[]>
  /** The one that keys are for. */
  current: ComputedRef<StatementRow | undefined>
  choose: (n: number | null) => void
  /** To the next one, from the current one or from where one reads. */
  step: (by: 1 | -1) => void
  /** How many of the sure ones are decided, and how many there are. */
  done: ComputedRef<{ done: number; all: number }>
  /** How many are there that are less sure. */
  doubtful: ComputedRef<number>
  isDoubtfulShown: Ref<boolean>
  isRefusedShown: Ref<boolean>
  drafts: Map<number, StatementDraft>
  part: Ref<StatementPart>
  take: (row: StatementRow, more?: Taking) => Promise<void>
  refuse: (row: StatementRow) => Promise<void>
  offerAgain: (row: StatementRow) => Promise<void>
}

/**
 * The statements of an article, and what is done with them. After each the next open one is the current one, and the focus is in the
 * text.
 * @param isOn whether the version on the screen is the newest, which they are found in
 */
export function useStatements(
  article: () => Id<'article'>,
  text: () => ArticleTextApi | null,
  isOn: () => boolean,
): Statements {
  const { t } = useI18n()
  const notices = useNotices()
  const isDoubtfulShown = ref(false)
  const isRefusedShown = ref(false)
  const at = ref<number | null>(null)
  const part = ref<StatementPart>(null)
  const drafts = reactive(new Map<number, StatementDraft>())
  const { data, error } = useAsked(
    () => ['statements', article()],
    (signal) => backend.statements.list({ article: article() }, { signal }),
    isOn,
  )
  const found = computed(() => (isOn() && data.value?.article === article() ? data.value : undefined))
  const all = computed(() => found.value?.statements ?? [])
  const isShown = (row: StatementRow): boolean =>
    row.state === 'taken' ||
    ((row.isCertain || (isDoubtfulShown.value && row.confidence >= leastDoubtful)) &&
      (row.state !== 'refused' || isRefusedShown.value))
  const rows = computed(() => all.value.filter(isShown))
  const certain = computed(() => all.value.filter(({ isCertain, state }) => isCertain || state === 'taken'))
  const open = computed(() =>
    rows.value.filter(({ state }) => state === 'open').flatMap(({ content }) => content),
  )
  const current = computed(() => rows.value.find(({ n }) => n === at.value))
  /** Where to go when they are found. */
  let waiting: 1 | -1 | undefined
  /** What was decided here, and whether that has come back as decided: what is open again after that was undone, and is gone on from. */
  const decided = new Map<number, { isKnown: boolean; draft: StatementDraft | undefined }>()
  watch(all, (now) => {
    if (waiting !== undefined && now.length > 0) {
      step(waiting)
      waiting = undefined
    }
    for (const [n, one] of decided) {
      const row = now.find((other) => other.n === n)
      if (row?.state !== 'open') one.isKnown = true
      else if (one.isKnown) {
        decided.delete(n)
        // What was written is the user's.
        if (one.draft) drafts.set(n, one.draft)
        choose(n)
        toText(row)
      }
    }
  })
  watch([article, (): number | undefined => found.value?.version], ([id], [before, version]) => {
    // That they are found changes nothing of where one wanted to go.
    if (id === before && version === undefined) return
    at.value = null
    part.value = null
    drafts.clear()
    decided.clear()
    waiting = undefined
  })

  function choose(n: number | null): void {
    if (n !== at.value) part.value = null
    at.value = n
    const row = all.value.find((one) => one.n === n)
    if (row) text()?.scrollTo(wholeOf(row))
  }
  /** The focus, and with it the caret, is where the statement stands. */
  function toText(row: StatementRow | undefined): void {
    const api = text()
    api?.focus()
    if (row && api) api.select({ start: wholeOf(row).start, end: wholeOf(row).start })
  }
  function step(by: 1 | -1): void {
    const list = rows.value
    if (list.length === 0) waiting = by
    const here = list.findIndex(({ n }) => n === at.value)
    const offset = text()?.caret() ?? text()?.topOffset() ?? 0
    const below = list.findIndex((row) => wholeOf(row).start >= offset)
    const first = below === -1 ? list.length : below
    const from = here >= 0 ? here + by : by > 0 ? first : first - 1
    const next = list[Math.min(list.length - 1, Math.max(0, from))]
    if (next) choose(next.n)
    toText(next)
  }

  /** The next open one, else the last before. */
  function nextOf({ n }: StatementRow): number | null {
    const others = rows.value.filter((row) => row.state === 'open' && row.n !== n)
    return (others.find((row) => row.n > n) ?? others.at(-1))?.n ?? null
  }
  async function decide(row: StatementRow, work: () => Promise<unknown>, words: string): Promise<void> {
    const next = nextOf(row)
    if ((await notices.attempt(work)) === undefined) return
    if (row.state === 'open') decided.set(row.n, { isKnown: false, draft: drafts.get(row.n) })
    drafts.delete(row.n)
    part.value = null
    notices.done(words, { canUndo: true })
    choose(next ?? row.n)
    toText(current.value)
  }
  const one = ({ n }: StatementRow) => ({
    article: article(),
    version: found.value?.version ?? 1,
    statements: [n],
  })
  function asPut({ n }: StatementRow) {
    const { words, chain } = drafts.get(n) ?? {}
    return {
      ...(words === undefined || words.trim() === '' ? {} : { words }),
      ...(chain ? { chain: chain.map(stepOf) } : {}),
    }
  }
  return {
    found,
    error,
    // Also before it was asked: the article itself may have come only just now.
    isLooking: computed(() => isOn() && found.value === undefined && error.value === null),
    rows,
    open,
    current,
    choose,
    step,
    done: computed(() => ({
      done: certain.value.filter(({ state }) => state !== 'open').length,
      all: certain.value.length,
    })),
    doubtful: computed(
      () =>
        all.value.filter(
          ({ isCertain, confidence, state }) => !isCertain && state === 'open' && confidence >= leastDoubtful,
        ).length,
    ),
    isDoubtfulShown,
    isRefusedShown,
    drafts,
    part,
    take: (row, more = {}) =>
      decide(
        row,
        () => backend.statements.take({ ...one(row), ...asPut(row), ...more }),
        more.claim === undefined ? t('statements.taken', 1) : t('statements.added'),
      ),
    refuse: (row) => decide(row, () => backend.statements.refuse(one(row)), t('statements.refused')),
    offerAgain: (row) => decide(row, () => backend.statements.offerAgain(one(row)), t('statements.offered')),
  }
}
