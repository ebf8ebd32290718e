import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ArticleStatements, StatementRow } from '../../../../contract/statements.ts'
import type { Id } from '../../../../core/records/base.ts'
import { leastDoubtful } from '../../../../core/statements/certain.ts'
import { backend } from '../../backend.ts'
import { focusAfter, named } from '../../composables/use-focus-after.ts'
import { useAsked } from '../../composables/queries.ts'
import { useNotices } from '../../stores/notices.ts'

export interface Statements {
  found: Ref<ArticleStatements | undefined>
  error: Ref<Error | null>
  isLooking: ComputedRef<boolean>
  /** Those that are shown, in the order of the text. */
  rows: ComputedRef<StatementRow[]>
  /** How many of the sure ones are decided, and how many there are. */
  done: ComputedRef<{ done: number; all: number }>
  /** How many are there that are less sure. */
  doubtful: ComputedRef<number>
  isDoubtfulShown: Ref<boolean>
  isRefusedShown: Ref<boolean>
  take: (
    row: StatementRow,
    more?: { asOutlet?: boolean; claim?: Id<'claim'>; stance?: 'supports' | 'disputes' },
  ) => Promise<void>
  refuse: (row: StatementRow) => Promise<void>
  offerAgain: (row: StatementRow) => Promise<void>
}

/** The statements of an article, and what is done with them. After each the focus is at the next open one. */
export function useStatements(article: () => Id<'article'>): Statements {
  const { t } = useI18n()
  const notices = useNotices()
  const isDoubtfulShown = ref(false)
  const isRefusedShown = ref(false)
  const { data, error, asyncStatus } = useAsked(
    () => ['statements', article()],
    (signal) => backend.statements.list({ article: article() }, { signal }),
  )
  const found = computed(() => (data.value?.article === article() ? data.value : undefined))
  const all = computed(() => found.value?.statements ?? [])
  const isShown = (row: StatementRow): boolean =>
    row.state === 'taken' ||
    ((row.isCertain || (isDoubtfulShown.value && row.confidence >= leastDoubtful)) &&
      (row.state !== 'refused' || isRefusedShown.value))
  const rows = computed(() => all.value.filter(isShown))
  const certain = computed(() => all.value.filter(({ isCertain, state }) => isCertain || state === 'taken'))

  /** The next open one, else the one before. */
  function nextOf({ n }: StatementRow): string[] {
    const open = rows.value.filter((row) => row.state === 'open' && row.n !== n)
    const next = open.find((row) => row.n > n) ?? open.at(-1)
    return next ? [`statement.${next.n}`] : ['statements.list']
  }
  async function decide(row: StatementRow, work: () => Promise<unknown>, words: string): Promise<void> {
    await focusAfter(async () => {
      const next = nextOf(row)
      if ((await notices.attempt(work)) === undefined) return
      notices.done(words, { canUndo: true })
      // The one that was decided stays in the list: the focus goes on to the next.
      named(next[0] ?? '')?.focus()
    }, nextOf(row))
  }
  const one = ({ n }: StatementRow) => ({
    article: article(),
    version: found.value?.version ?? 1,
    statements: [n],
  })
  return {
    found,
    error,
    isLooking: computed(() => asyncStatus.value === 'loading' && found.value === undefined),
    rows,
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
    take: (row, more = {}) =>
      decide(row, () => backend.statements.take({ ...one(row), ...more }), t('statements.taken', 1)),
    refuse: (row) => decide(row, () => backend.statements.refuse(one(row)), t('statements.refused')),
    offerAgain: (row) => decide(row, () => backend.statements.offerAgain(one(row)), t('statements.offered')),
  }
}
