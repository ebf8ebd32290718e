import type { Id } from '../../../../core/records/base.ts'
import { nextTick, onBeforeUpdate, onUpdated, ref, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { ClaimFields } from '../../../../core/claims/claim-edit.ts'
import type { ClaimRow } from '../../../../core/listing/rows.ts'
import { credibilityGrade } from '../../../../core/records/claim.ts'
import { backend } from '../../backend.ts'
import { useSending } from '../../composables/use-sending.ts'
import { useNotices } from '../../stores/notices.ts'
import { choicesOf, isEditable, type Column, type Editable } from './claim-columns.ts'

interface Table {
  scroller: Readonly<Ref<HTMLElement | null>>
  columns: Readonly<Ref<readonly Column[]>>
  total: Readonly<Ref<number | undefined>>
  /** Where the rows are that are there, by their keys; a row keeps its key wherever it goes. */
  places: Readonly<Ref<ReadonlyMap<string, number>>>
  scrollTo: (index: number) => void
  disabled: () => boolean
  /** Chooses a row, or no longer; with Shift, all from the row that was chosen last. */
  choose: (index: number, id: Id<'claim'>, keys: { shiftKey: boolean }) => void
  chooseAll: () => void
}

/** Which state of a claim a row shows. */
type RowState = Pick<ClaimRow, 'id' | 'modified'>

interface Place {
  key: string
  index: number
  column: number
}

export interface Cells {
  /** The cell that has, or had last, the focus. */
  here: Ref<Place>
  isEditing: (key: string, column: Column) => boolean
  edit: (key: string, column: Column) => void
  press: (event: KeyboardEvent, place: Place, row: ClaimRow) => void
  save: (row: RowState, key: string, column: Editable, value: string) => Promise<boolean>
  /** @param byKey whether the focus is to stay in the cell */
  finish: (key: string, column: Editable, byKey: boolean) => Promise<void>
  /** Whether the rows are being drawn anew. */
  isMoving: () => boolean
  /** Goes to the next row or the one before, from the one that has the focus or had it last. */
  step: (by: 1 | -1) => void
}

/** The cells of the claims table: going from one to the next by keys, and editing in place. */
export function useCells(table: Table): Cells {
  const { scroller, columns, total, places, scrollTo, disabled, choose, chooseAll } = table
  const router = useRouter()
  const notices = useNotices()
  const here = ref<Place>({ key: '', index: 0, column: 0 })
  /** Usually one cell; one whose text could not be kept stays open beside it. */
  const editing = ref<{ key: string; column: Editable }[]>([])
  let moving = false

  const cellAt = (index: number, column: number): HTMLElement | null | undefined =>
    scroller.value?.querySelector<HTMLElement>(`[data-index="${index}"] [data-column="${column}"]`)

  async function go(index: number, column: number): Promise<void> {
    here.value = {
      key: '',
      index: Math.max(0, Math.min((total.value ?? 1) - 1, index)),
      column: Math.max(0, Math.min(columns.value.length - 1, column)),
    }
    const { index: row, column: cell } = here.value
    scrollTo(row)
    // A row outside the view is drawn only after it has been scrolled to.
    for (let frames = 0; !cellAt(row, cell) && frames < 60; frames += 1)
      await new Promise(requestAnimationFrame)
    cellAt(row, cell)?.focus()
  }

  function step(by: 1 | -1): void {
    const isHere = scroller.value?.contains(document.activeElement) === true
    void go(isHere ? here.value.index + by : here.value.index, here.value.column)
  }

  const isEditing = (key: string, column: Column): boolean =>
    editing.value.some((cell) => cell.key === key && cell.column === column)
  function edit(key: string, column: Column): void {
    if (disabled() || !isEditable(column) || isEditing(key, column)) return
    editing.value = [...editing.value, { key, column }]
  }
  const open = (id: Id<'claim'>): void => void router.push({ name: 'claim', params: { id } })

  function press(event: KeyboardEvent, { key, index, column }: Place, row: ClaimRow): void {
    const page = 12
    const name = columns.value[column]
    const moves: Record<string, [number, number]> = {
      ArrowDown: [index + 1, column],
      ArrowUp: [index - 1, column],
      ArrowRight: [index, column + 1],
      ArrowLeft: [index, column - 1],
      PageDown: [index + page, column],
      PageUp: [index - page, column],
      Home: event.ctrlKey ? [0, 0] : [index, 0],
      End: event.ctrlKey ? [(total.value ?? 1) - 1, 0] : [index, columns.value.length - 1],
    }
    const move = moves[event.key]
    if (move) void go(...move)
    else if (event.key === ' ') choose(index, row.id, event)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) chooseAll()
    else if (event.key === 'F2' && name !== undefined) edit(key, name)
    else if (event.key === 'Enter' && name !== undefined) {
      if (name === 'statement' || !isEditable(name)) open(row.id)
      else edit(key, name)
    } else return
    event.preventDefault()
  }

  /** What was typed or chosen, as the field of a claim. */
  async function fieldOf(id: Id<'claim'>, column: Editable, value: string): Promise<ClaimFields> {
    if (column === 'statement' || column === 'kind' || column === 'status') return { [column]: value }
    if (column !== 'credibility') return { [column]: value === '' ? null : value }
    // The reason that was given for the grade stays, as on the page of the claim.
    const { claim } = await backend.claims.get({ id })
    const { grade, reason } = claim.credibility
    return { credibility: { grade: credibilityGrade(value) ?? grade, reason } }
  }
  const sending = useSending()

  async function save(
    { id, modified }: RowState,
    key: string,
    column: Editable,
    value: string,
  ): Promise<boolean> {
    const fields = await notices.attempt(() => fieldOf(id, column, value))
    if (!fields) return false
    const saved = await sending(modified, (from) => backend.claims.update({ id, modified: from, fields }))
    // What was typed is still there, as a draft, and is shown again.
    if (!saved && !choicesOf[column]) edit(key, column)
    return saved !== undefined
  }

  const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

  async function finish(key: string, column: Editable, byKey: boolean): Promise<void> {
    editing.value = editing.value.filter((cell) => cell.key !== key || cell.column !== column)
    await nextTick()
    if (!byKey && !isNowhere()) return
    const index = places.value.get(key)
    if (index !== undefined) cellAt(index, columns.value.indexOf(column))?.focus({ preventScroll: !byKey })
  }

  // Rows come, go and change places while one works in them: the focus stays with its claim, not with its place.
  watch(places, (now) => {
    const { key, index, column } = here.value
    const next = now.get(key)
    if (next === undefined || next === index) return
    const hadFocus = document.activeElement?.closest('[data-index]') && isHere()
    here.value = { key, index: next, column }
    if (hadFocus) void follow(key)
  })
  const isHere = (): boolean => scroller.value?.contains(document.activeElement) === true
  async function follow(key: string): Promise<void> {
    await nextTick()
    if (editing.value.some((cell) => cell.key === key) && !isNowhere() && isHere()) return
    const index = places.value.get(key)
    if (index !== undefined) await go(index, here.value.column)
  }

  let held: HTMLElement | null = null
  onBeforeUpdate(() => {
    // An editor that goes may ask for another update before this one is over.
    if (moving) return
    moving = true
    const active = document.activeElement
    held = active instanceof HTMLElement && active !== scroller.value && isHere() ? active : null
  })
  onUpdated(() => {
    moving = false
    const before = held
    held = null
    if (!before || !isNowhere()) return
    const cell = cellAt(here.value.index, here.value.column)
    // What was put elsewhere has lost the focus; in the place of what is gone is what followed it, or else the table.
    const next = before.isConnected ? before : (cell ?? scroller.value)
    next?.focus({ preventScroll: true })
  })

  return { here, step, isEditing, edit, press, save, finish, isMoving: () => moving }
}
