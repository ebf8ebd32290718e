import { spoken } from '../words.ts'
import { asId } from '../../../core/records/base.ts'
import { Download, FilePlus2, Redo2, Search, Undo2 } from '@lucide/vue'
import { useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { AppState } from '../../../contract/notebooks.ts'
import { backend } from '../backend.ts'
import { reportIn } from '../composables/use-about.ts'
import { arriveAt } from '../composables/use-arrival.ts'
import { useDialogs } from '../stores/dialogs.ts'
import { useImports } from '../stores/imports.ts'
import { useNotices } from '../stores/notices.ts'
import { usePreferences } from '../stores/preferences.ts'
import { action } from './action.ts'

/** What the actions of the window act on. */
export function useWindowContext() {
  const { t } = useI18n()
  const cache = useQueryCache()
  return {
    t,
    router: useRouter(),
    dialogs: useDialogs(),
    imports: useImports(),
    notices: useNotices(),
    preferences: usePreferences(),
    show: (state: AppState): void => cache.setQueryData(['state'], state),
    /** What is still being asked of a notebook that is closed is of no use. */
    leave: (): void => cache.cancelQueries(),
  }
}
export type WindowContext = ReturnType<typeof useWindowContext>

async function step({ notices, t }: WindowContext, direction: 'undo' | 'redo'): Promise<void> {
  const answer = await notices.attempt(() => backend.history[direction]())
  if (answer) notices.done(t(`status.${direction}done`, { label: spoken(answer.label) }))
}

const inWindow = action<WindowContext>

/** Everything that can be done from anywhere, besides going to a place. */
export const windowActions = [
  inWindow({
    id: 'import',
    where: 'notebook',
    words: { en: 'Import files…' },
    short: { en: 'Import' },
    keys: ['Mod+O'],
    inFields: true,
    icon: FilePlus2,
    writes: true,
    menu: { in: 'file', words: { en: 'Import…' } },
    run: async ({ imports, router }) => {
      const files = await imports.chooseFiles()
      const { fullPath } = router.currentRoute.value
      const articles = await imports.start(files)
      const [only] = articles
      // Whoever went elsewhere meanwhile stays there.
      const isHere = router.currentRoute.value.fullPath === fullPath
      if (only && articles.length === 1 && isHere)
        await router.push({ name: 'article', params: { id: only.id } })
    },
  }),
  inWindow({
    id: 'paste',
    where: 'notebook',
    words: { en: 'Import from pasted text…' },
    keys: ['Mod+Shift+V'],
    writes: true,
    menu: { in: 'file' },
    run: ({ dialogs }) => void (dialogs.paste = true),
  }),
  inWindow({
    id: 'export',
    where: 'notebook',
    words: { en: 'Export…' },
    short: { en: 'Export' },
    keys: ['Mod+E'],
    inFields: true,
    icon: Download,
    menu: { in: 'file' },
    /** From the page of an article or a claim, that is what is meant first; the whole notebook can be chosen. */
    run: ({ dialogs, router }) => {
      const { name, params } = router.currentRoute.value
      const id = typeof params['id'] === 'string' ? params['id'] : ''
      if (name === 'article') dialogs.openExport({ articles: [asId(id)] })
      else dialogs.openExport(name === 'claim' ? { claims: [asId(id)] } : {})
    },
  }),
  inWindow({
    id: 'new-claim',
    where: 'notebook',
    words: { en: 'New claim' },
    writes: true,
    run: ({ router }) => void router.push({ name: 'newClaim', query: arriveAt('statement') }),
  }),
  inWindow({
    id: 'new-source',
    where: 'notebook',
    words: { en: 'New source' },
    writes: true,
    run: ({ router }) => void router.push({ name: 'sources', query: arriveAt('add') }),
  }),
  inWindow({
    id: 'undo',
    where: 'notebook',
    words: { en: 'Undo' },
    keys: ['Mod+Z'],
    inFields: 'nothing-typed',
    icon: Undo2,
    menu: { in: 'edit', words: { en: 'Undo in the notebook' }, isRole: true },
    run: (context) => step(context, 'undo'),
  }),
  inWindow({
    id: 'redo',
    where: 'notebook',
    words: { en: 'Redo' },
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    inFields: 'nothing-typed',
    icon: Redo2,
    menu: { in: 'edit', words: { en: 'Redo in the notebook' }, isRole: true },
    run: (context) => step(context, 'redo'),
  }),
  inWindow({
    id: 'palette',
    where: 'notebook',
    words: { en: 'Search and commands' },
    keys: ['Mod+K'],
    inFields: true,
    icon: Search,
    menu: { in: 'go', words: { en: 'Search and commands…' }, isRole: true },
    run: ({ dialogs }) => void (dialogs.palette = true),
  }),
  inWindow({
    id: 'new-notebook',
    where: 'notebook',
    words: { en: 'New notebook…' },
    menu: { in: 'file' },
    run: ({ dialogs }) => void (dialogs.notebook = 'new'),
  }),
  inWindow({
    id: 'open-notebook',
    where: 'notebook',
    words: { en: 'Open notebook…' },
    menu: { in: 'file' },
    run: ({ dialogs }) => void (dialogs.notebook = 'open'),
  }),
  inWindow({
    id: 'close-notebook',
    where: 'notebook',
    words: { en: 'Close the notebook' },
    menu: { in: 'file', words: { en: 'Close notebook' } },
    run: async ({ notices, router, show, leave }) => {
      leave()
      const state = await notices.attempt(() => backend.notebooks.close())
      if (state) show(state)
      await router.push('/')
    },
  }),
  inWindow({
    id: 'settings',
    where: 'always',
    words: { en: 'Settings' },
    keys: ['Mod+,'],
    inFields: true,
    menu: { in: 'edit', words: { en: 'Settings…' } },
    run: ({ dialogs }) => void (dialogs.settings = 'appearance'),
  }),
  inWindow({
    id: 'sidebar',
    where: 'notebook',
    words: { en: 'Fold or unfold the sidebar' },
    keys: ['Mod+B'],
    inFields: 'nothing-typed',
    run: ({ preferences }) => preferences.foldSidebar(),
  }),
  inWindow({
    id: 'theme-light',
    where: 'always',
    words: { en: 'Theme: light colours' },
    run: ({ preferences }) => void (preferences.theme = 'light'),
  }),
  inWindow({
    id: 'theme-dark',
    where: 'always',
    words: { en: 'Theme: dark colours' },
    run: ({ preferences }) => void (preferences.theme = 'dark'),
  }),
  inWindow({
    id: 'theme-system',
    where: 'always',
    words: { en: 'Theme: colours of the system' },
    run: ({ preferences }) => void (preferences.theme = 'system'),
  }),
  inWindow({
    id: 'shortcuts',
    where: 'always',
    words: { en: 'Help: keyboard shortcuts' },
    keys: ['?'],
    menu: { in: 'help', words: { en: 'Keyboard shortcuts' } },
    run: ({ dialogs }) => void (dialogs.settings = 'keys'),
  }),
  inWindow({
    id: 'copy-report',
    where: 'always',
    words: { en: 'Help: copy a report of what went wrong' },
    menu: { in: 'help', words: { en: 'Copy a report' } },
    run: async ({ notices, t }) => {
      const isCopied = await notices.attempt(async () => {
        await navigator.clipboard.writeText(reportIn(await backend.about.get()))
        return true
      })
      if (isCopied) notices.done(t('about.copied'))
    },
  }),
  inWindow({
    id: 'show-log',
    where: 'always',
    words: { en: 'Help: show the log of defects' },
    menu: { in: 'help', words: { en: 'Show the log' } },
    run: ({ dialogs }) => void (dialogs.settings = 'about'),
  }),
  inWindow({
    id: 'about',
    where: 'always',
    words: { en: 'Help: about Ascribe' },
    menu: { in: 'help', words: { en: 'About Ascribe' } },
    run: ({ dialogs }) => void (dialogs.settings = 'about'),
  }),
]
