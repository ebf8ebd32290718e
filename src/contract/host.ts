import type { ProblemReport } from './shared.ts'

/** What the menu of the shell asks the window to do. */
export const menuCommands = [
  'import',
  'paste',
  'export',
  'undo',
  'redo',
  'palette',
  'library',
  'claims',
  'sources',
  'tags',
  'close-notebook',
  'shortcuts',
  'about',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A file that the user chose in a native dialog; it is read when its turn comes. */
export interface ChosenFile {
  id: string
  name: string
}

/** The names of the messages between the window and the shell. */
export const hostChannels = {
  openFiles: 'host:open-files',
  readFile: 'host:read-file',
  openNotebook: 'host:open-notebook',
  chooseFolder: 'host:choose-folder',
  showFolder: 'host:show-folder',
  openLink: 'host:open-link',
  setTheme: 'host:set-theme',
  menu: 'host:menu',
  go: 'host:go',
} as const

/** The little that only a desktop shell can do; the preload offers exactly this to the window. */
export interface Host {
  openFiles: () => Promise<ChosenFile[]>
  /** The bytes of a chosen file, once; or why it cannot be read. */
  readFile: (id: string) => Promise<{ bytes: Uint8Array } | { problem: ProblemReport }>
  /** Opens a notebook whose folder was dropped on the window. @returns whether it is one */
  openNotebook: (folder: File) => Promise<boolean>
  /** @returns the chosen folder, which the backend may now use; null when the dialog was left */
  chooseFolder: (purpose: 'notebook' | 'export') => Promise<string | null>
  showFolder: (folder: string) => Promise<void>
  /** Opens a web address in the user's browser. */
  openLink: (url: string) => Promise<void>
  setTheme: (theme: Theme) => Promise<void>
  /** @returns a function that stops listening */
  onMenu: (listener: (command: MenuCommand) => void) => () => void
  /**
   * A link from outside leads to this path of the window.
   * @returns a function that stops listening
   */
  onGo: (listener: (path: string) => void) => () => void
}
