import type { Component } from 'vue'
import type { menuParts } from '../../../contract/host.ts'
import type { Words } from '../words.ts'
import type { Chord } from './chords.ts'

/** Where an action counts: anywhere, with a notebook open, or in the article that is read. */
export type Scope = 'always' | 'notebook' | 'reader'

/**
 * One thing that can be done, with all that the keyboard, the palette, the sheet of shortcuts, the toolbar and the menu need to know
 * of it.
 */
export interface Action<Context> {
  id: string
  where: Scope
  /** What it does, as the palette and the sheet say it. */
  words: Words
  /** On a button. */
  short?: Words
  /** The keys that do it, the usual ones first. */
  keys?: readonly Chord[]
  /** How the keys are written in the sheet, where they are not what one would say. */
  shownKeys?: string
  /**
   * The keys count while one types, too; 'nothing-typed' only where the field has nothing of its own that they could mean (undo).
   */
  inFields?: true | 'nothing-typed'
  /** It is done by its keys alone: the palette does not offer it. */
  onlyKeys?: true
  icon?: Component
  /** It writes: nothing for a notebook that can only be read. */
  writes?: true
  /** The part of the shell's menu that it stands in, and what it is called there. */
  menu?: { in: MenuPart; words?: Words; isRole?: true }
  /** What it does; `chord` is the key that asked for it. Without it, others listen to the keys (the caret). */
  run?: (context: Context, chord: Chord | undefined) => void | Promise<void>
}

/** The parts of the shell's menu that actions stand in. */
export type MenuPart = (typeof menuParts)[number]

/** What an action is called, and how it is asked for, in the language of the window. */
export interface Described {
  id: string
  where: Scope
  label: string
  short: string
  keys: readonly Chord[]
  /** The usual keys as people read them. */
  shownKeys: string | undefined
  inFields: true | 'nothing-typed' | false
  onlyKeys: boolean
  icon: Component | undefined
  writes: boolean
  menu: { in: MenuPart; label: string; isRole: boolean } | undefined
}

/** An action that can be done now. */
export interface Offered extends Described {
  run: ((chord?: Chord) => void) | undefined
}

export const action = <Context>(made: Action<Context>): Action<Context> => made
