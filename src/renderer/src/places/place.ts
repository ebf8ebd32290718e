import type { Component } from 'vue'
import type { OpenNotebook } from '../../../contract/notebooks.ts'
import type { Words } from '../words.ts'

/** The parts of the sidebar, in its order. */
export const placeGroups = ['records', 'work', 'pictures', 'keeping'] as const
export type PlaceGroup = (typeof placeGroups)[number]

/** Messages of a place; all of them are `places.<name>.…` of the catalogue. */
interface PlaceWords {
  /** Its name: heading, sidebar, window title. */
  title: string
  [message: string]: string
}

/** What keys do that count on one page only (`shortcuts.rows` of the catalogue), and how the sheet writes them. */
export type PageKey = readonly [
  does: 'step' | 'open' | 'move' | 'edit' | 'choose' | 'copy' | 'take' | 'stance',
  keys: string,
]

/** Those of every list. */
export const listKeys: readonly PageKey[] = [
  ['step', 'J K'],
  ['open', 'Enter'],
]

/** While a claim is looked for that a passage is added to. */
export const linkingKeys: readonly PageKey[] = [['stance', 'S D M']]

interface Page {
  /** The name of its route. */
  name: string
  /** Its address; `/name` unless said otherwise. Parameters become properties of the component. */
  path?: string
  /** Loaded when it is first shown, or soon after the window. */
  component: () => Promise<unknown>
  /** Keys that count on it, besides those of actions. */
  keys?: readonly PageKey[]
  /** Its libraries are so large that they are loaded only when they are needed. */
  isLarge?: true
}

/** A view that the sidebar leads to. */
export interface ListedPlace extends Page {
  words: Words<PlaceWords & { /** What one does: “Go to …”. */ go: string }>
  group: PlaceGroup
  icon: Component
  /** The letter that leads there after G. */
  key?: string
  /** How many there are, beside its name. */
  count?: (counts: OpenNotebook['counts']) => number
}

/** The page of one record; the sidebar shows the place that it belongs to. */
export interface RecordPlace extends Page {
  words: Words<PlaceWords>
  path: string
  under: string
}

export type Place = ListedPlace | RecordPlace

/** One view, as the router, the sidebar, the keys, the palette, the menu and the tests know it. */
export const place = <P extends Place>(made: P): P => made

export const isListed = (one: Place): one is ListedPlace => 'group' in one
