/** A column of a table of records. */
export interface TableColumn<Sort extends string> {
  name: string
  label: string
  /** Its width, as a track of a CSS grid. */
  width: string
  /** What the list is sorted by with it. */
  sort?: Sort
  /** The greatest, or latest, stands first at the first click. */
  isDescendingFirst?: true
  /** Figures stand under each other. */
  isNumber?: true
  /** Left out where there is little room. */
  isMinor?: true
}

/** How a list is sorted. */
export interface Sorted<Sort extends string> {
  sort: Sort
  descending: boolean
}

/** Sorts a list by a column; again, the other way round. */
export function sortBy<Sort extends string>(
  state: Sorted<Sort>,
  sort: Sort,
  columns: readonly Pick<TableColumn<Sort>, 'sort' | 'isDescendingFirst'>[],
): void {
  if (state.sort === sort) {
    state.descending = !state.descending
    return
  }
  state.sort = sort
  state.descending = columns.find((column) => column.sort === sort)?.isDescendingFirst ?? false
}

/** How a list is sorted by a column, for `aria-sort`; undefined for one that nothing is sorted by. */
export function ariaSort<Sort extends string>(
  state: Sorted<Sort>,
  sort: Sort | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === undefined) return undefined
  if (state.sort !== sort) return 'none'
  return state.descending ? 'descending' : 'ascending'
}
