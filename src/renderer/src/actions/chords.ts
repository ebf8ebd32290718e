/**
 * Keys as actions name them: 'W', 'Mod+O', 'Mod+Shift+Z', '?', 'Delete', and two after each other: 'G L'. `Mod` is Ctrl, and the
 * command key on a Mac. With a single letter Shift does not matter (Caps Lock), with `Mod` it does.
 */
export type Chord = string

interface Pressed {
  key: string
  /** The key by its place: `KeyW`. */
  code?: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** What was pressed, as actions name it; with Alt it is nothing that an action has. */
export function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Chord | undefined {
  if (altKey) return undefined
  const name = latinOf(key, code)
  if (!ctrlKey && !metaKey) return name
  return shiftKey ? `Mod+Shift+${name}` : `Mod+${name}`
}

/** On a keyboard of another script a key is the Latin letter or the figure of its place. */
function latinOf(key: string, code = ''): string {
  const [, place] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? []
  if (place !== undefined && /^[\p{L}\p{N}]$/u.test(key) && !/^[\p{Script=Latin}0-9]$/u.test(key))
    return place
  return key.length === 1 ? key.toUpperCase() : key
}

const isMac = (): boolean => navigator.userAgent.includes('Mac')
const shownNames: Record<string, string> = { Escape: 'Esc', '-': '−' }

/** Keys as people read them. */
export const shownChord = (chord: Chord): string =>
  chord
    .split(' ')
    .map((part) =>
      part
        .split(/\+(?!$)/)
        .map((name) => (name === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : (shownNames[name] ?? name)))
        .join('+')
        .replace('⌘+', '⌘'),
    )
    .join(' ')

/** Keys as the menu of the shell names them; two after each other are none of its own. */
export const acceleratorOf = (chord: Chord): string | undefined =>
  chord.startsWith('Mod+') ? chord.replace('Mod+', 'CmdOrCtrl+') : undefined
