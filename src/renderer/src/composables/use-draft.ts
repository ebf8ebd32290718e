import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { adoptDraft, forgetDraft, keepDraft, keptDraft, type KeptDraft } from './kept-drafts.ts'

/** Why what was typed is not saved, though one has left the field. */
export type DraftTrouble =
  | { kind: 'wrong'; message: string }
  /** Somebody else saved something else after the typing began. */
  | { kind: 'changed'; theirs: string }
  | { kind: 'unsaved' }

export interface TypedDraft {
  text: Ref<string>
  /** Whether something was typed that is not saved yet. */
  isDirty: Ref<boolean>
  /** To be shown beside the field, from when it was left, or come back to. */
  trouble: ComputedRef<DraftTrouble | null>
  /** To be called when something was typed. */
  typed: () => void
  /** Saves what was typed; it stays a draft when that fails. */
  commit: () => Promise<boolean>
  /** Saves what was typed over what somebody else saved meanwhile. */
  keepMine: () => Promise<boolean>
  discard: () => void
}

/**
 * Text that is being typed. What comes from the backend in the meantime never touches it, nor does it overwrite that unasked;
 * until it is saved it is also kept on this machine, so that a closed window loses no word.
 * @param id what is edited, the same after a restart
 * @param check what is wrong with a text that cannot be saved
 * @param saved what stands in the field for a text once it is saved: a date that was read, a number without its words
 */
export function useDraft(
  id: () => string,
  value: () => string,
  save: (text: string) => Promise<boolean>,
  check: (text: string) => string | undefined = () => undefined,
  saved: (text: string) => string = (text) => text,
): TypedDraft {
  const text = ref(value())
  const isDirty = ref(false)
  /** What was saved when the typing began. */
  const from = ref(value())
  /** What this window saved last: when it comes back as the value, nobody else has changed it. */
  const sent = ref<string>()
  const isLeft = ref(false)
  const saving = ref<{ text: string; done: Promise<boolean> }>()

  const isChanged = (): boolean => value() !== from.value && value().trim() !== sent.value?.trim()
  const trouble = computed((): DraftTrouble | null => {
    if (!isDirty.value || !isLeft.value || saving.value || text.value === value()) return null
    const message = check(text.value)
    if (message !== undefined) return { kind: 'wrong', message }
    return isChanged() ? { kind: 'changed', theirs: value() } : { kind: 'unsaved' }
  })

  function rest(): void {
    isDirty.value = false
    isLeft.value = false
  }
  const discard = (): void => {
    rest()
    forgetDraft(id())
    text.value = value()
  }
  const typed = (): void => {
    if (!isDirty.value) from.value = value()
    isDirty.value = true
    keepDraft(id(), { text: text.value, from: from.value })
  }
  async function send(sentText: string): Promise<boolean> {
    const sentId = id()
    sent.value = sentText
    if (!(await save(sentText))) return false
    if (keptDraft(sentId)?.text === sentText) forgetDraft(sentId)
    // Meanwhile the field may have become that of another record, or more may have been typed.
    if (id() !== sentId) return true
    from.value = value()
    if (text.value === sentText) {
      rest()
      text.value = saved(sentText)
    } else if (isDirty.value) keepDraft(sentId, { text: text.value, from: from.value })
    return true
  }
  const commit = async (): Promise<boolean> => {
    if (!isDirty.value) return true
    if (text.value === value()) {
      discard()
      return true
    }
    if (saving.value?.text === text.value) return saving.value.done
    isLeft.value = true
    if (check(text.value) !== undefined || isChanged()) return false
    const mine = { text: text.value, done: send(text.value) }
    saving.value = mine
    try {
      return await mine.done
    } finally {
      if (saving.value.done === mine.done) saving.value = undefined
    }
  }
  const keepMine = (): Promise<boolean> => {
    from.value = value()
    keepDraft(id(), { text: text.value, from: from.value })
    return commit()
  }

  function take(kept: KeptDraft): void {
    if (kept.text === value()) {
      discard()
      return
    }
    text.value = kept.text
    from.value = kept.from
    isDirty.value = true
    isLeft.value = true
  }
  watch(
    id,
    async (current) => {
      rest()
      text.value = value()
      from.value = value()
      sent.value = undefined
      const own = keptDraft(current)
      if (own) {
        take(own)
        return
      }
      const isWanted = (): boolean => id() === current && !isDirty.value
      const left = await adoptDraft(current, isWanted)
      if (left && isWanted()) take(left)
    },
    { immediate: true },
  )
  watch(value, (current) => {
    if (!isDirty.value) text.value = current
    else if (current === text.value) discard()
  })
  return { text, isDirty, trouble, typed, commit, keepMine, discard }
}
