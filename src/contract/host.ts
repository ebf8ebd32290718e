import * as z from 'zod'

const MenuWord = z.string().min(1).max(80)

/** The parts of the menu that the window fills; the system's own entries (copy, zoom, quit) are the shell's. */
export const menuParts = ['file', 'edit', 'go', 'help'] as const

/** What the window asks the shell to put into its menu, in the language of the window. */
export const ShellMenu = z.object({
  words: z.object({
    file: MenuWord,
    edit: MenuWord,
    go: MenuWord,
    view: MenuWord,
    recent: MenuWord,
    none: MenuWord,
    /** The kinds of files in the system's dialogs. */
    articles: MenuWord,
    allFiles: MenuWord,
  }),
  items: z
    .array(
      z.object({
        /** What the window is told when it is chosen. */
        id: z.string().min(1).max(60),
        in: z.enum(menuParts),
        label: MenuWord,
        accelerator: z
          .string()
          .regex(/^CmdOrCtrl\+(?:Shift\+)?[A-Z,]$/)
          .optional(),
      }),
    )
    .max(100),
})
export type ShellMenu = z.infer<typeof ShellMenu>

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A file that the user chose in a native dialog; the backend reads it when its turn comes. */
export interface ChosenFile {
  id: string
  name: string
}

/** The names of the messages between the window and the shell. */
export const hostChannels = {
  openFiles: 'host:open-files',
  openNotebook: 'host:open-notebook',
  chooseFolder: 'host:choose-folder',
  showFolder: 'host:show-folder',
  openLink: 'host:open-link',
  setTheme: 'host:set-theme',
  setMenu: 'host:set-menu',
  menu: 'host:menu',
  go: 'host:go',
} as const

/** The little that only a desktop shell can do; the preload offers exactly this to the window. */
export interface Host {
  openFiles: () => Promise<ChosenFile[]>
  /** Opens a notebook whose folder was dropped on the window. @returns whether it is one */
  openNotebook: (folder: File) => Promise<boolean>
  /** @returns the chosen folder, which the backend may now use; null when the dialog was left */
  chooseFolder: (purpose: 'notebook' | 'export') => Promise<string | null>
  showFolder: (folder: string) => Promise<void>
  /** Opens a web address in the user's browser. */
  openLink: (url: string) => Promise<void>
  setTheme: (theme: Theme) => Promise<void>
  setMenu: (menu: ShellMenu) => Promise<void>
  /**
   * An item of the menu was chosen.
   * @returns a function that stops listening
   */
  onMenu: (listener: (id: string) => void) => () => void
  /**
   * A link from outside leads to this path of the window.
   * @returns a function that stops listening
   */
  onGo: (listener: (path: string) => void) => () => void
}
