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
    words: { en: 'Import files…', de: 'Dateien importieren …', ar: 'استورد ملفات…' },
    short: { en: 'Import', de: 'Importieren', ar: 'استورد' },
    keys: ['Mod+O'],
    inFields: true,
    icon: FilePlus2,
    writes: true,
    menu: { in: 'file', words: { en: 'Import…', de: 'Importieren …', ar: 'استيراد…' } },
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
    words: { en: 'Import from pasted text…', de: 'Eingefügten Text importieren …', ar: 'استورد نصًا ملصقًا…' },
    keys: ['Mod+Shift+V'],
    writes: true,
    menu: { in: 'file' },
    run: ({ dialogs }) => void (dialogs.paste = true),
  }),
  inWindow({
    id: 'export',
    where: 'notebook',
    words: { en: 'Export…', de: 'Exportieren …', ar: 'تصدير…' },
    short: { en: 'Export', de: 'Exportieren', ar: 'صدّر' },
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
    words: { en: 'New claim', de: 'Neue Behauptung', ar: 'ادعاء جديد' },
    writes: true,
    run: ({ router }) => void router.push({ name: 'newClaim', query: arriveAt('statement') }),
  }),
  inWindow({
    id: 'new-source',
    where: 'notebook',
    words: { en: 'New source', de: 'Neue Quelle', ar: 'مصدر جديد' },
    writes: true,
    run: ({ router }) => void router.push({ name: 'sources', query: arriveAt('add') }),
  }),
  inWindow({
    id: 'undo',
    where: 'notebook',
    words: { en: 'Undo', de: 'Rückgängig', ar: 'تراجع' },
    keys: ['Mod+Z'],
    inFields: 'nothing-typed',
    icon: Undo2,
    menu: {
      in: 'edit',
      words: { en: 'Undo in the notebook', de: 'Im Notizbuch rückgängig', ar: 'تراجع في الدفتر' },
      isRole: true,
    },
    run: (context) => step(context, 'undo'),
  }),
  inWindow({
    id: 'redo',
    where: 'notebook',
    words: { en: 'Redo', de: 'Wiederholen', ar: 'إعادة' },
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    inFields: 'nothing-typed',
    icon: Redo2,
    menu: {
      in: 'edit',
      words: { en: 'Redo in the notebook', de: 'Im Notizbuch wiederholen', ar: 'إعادة في الدفتر' },
      isRole: true,
    },
    run: (context) => step(context, 'redo'),
  }),
  inWindow({
    id: 'palette',
    where: 'notebook',
    words: { en: 'Search and commands', de: 'Suche und Befehle', ar: 'البحث والأوامر' },
    keys: ['Mod+K'],
    inFields: true,
    icon: Search,
    menu: {
      in: 'go',
      words: { en: 'Search and commands…', de: 'Suche und Befehle …', ar: 'البحث والأوامر…' },
      isRole: true,
    },
    run: ({ dialogs }) => void (dialogs.palette = true),
  }),
  inWindow({
    id: 'new-notebook',
    where: 'notebook',
    words: { en: 'New notebook…', de: 'Neues Notizbuch …', ar: 'دفتر جديد…' },
    menu: { in: 'file' },
    run: ({ dialogs }) => void (dialogs.notebook = 'new'),
  }),
  inWindow({
    id: 'open-notebook',
    where: 'notebook',
    words: { en: 'Open notebook…', de: 'Notizbuch öffnen …', ar: 'افتح دفترًا…' },
    menu: { in: 'file' },
    run: ({ dialogs }) => void (dialogs.notebook = 'open'),
  }),
  inWindow({
    id: 'close-notebook',
    where: 'notebook',
    words: { en: 'Close the notebook', de: 'Das Notizbuch schließen', ar: 'أغلق الدفتر' },
    menu: { in: 'file', words: { en: 'Close notebook', de: 'Notizbuch schließen', ar: 'إغلاق الدفتر' } },
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
    words: { en: 'Settings', de: 'Einstellungen', ar: 'الإعدادات' },
    keys: ['Mod+,'],
    inFields: true,
    menu: { in: 'edit', words: { en: 'Settings…', de: 'Einstellungen …', ar: 'الإعدادات…' } },
    run: ({ dialogs }) => void (dialogs.settings = 'appearance'),
  }),
  inWindow({
    id: 'sidebar',
    where: 'notebook',
    words: {
      en: 'Fold or unfold the sidebar',
      de: 'Seitenleiste ein- oder ausklappen',
      ar: 'اطوِ الشريط الجانبي أو ابسطه',
    },
    keys: ['Mod+B'],
    inFields: 'nothing-typed',
    run: ({ preferences }) => preferences.foldSidebar(),
  }),
  inWindow({
    id: 'theme-light',
    where: 'always',
    words: { en: 'Theme: light colours', de: 'Farben: hell', ar: 'الألوان: فاتحة' },
    run: ({ preferences }) => void (preferences.theme = 'light'),
  }),
  inWindow({
    id: 'theme-dark',
    where: 'always',
    words: { en: 'Theme: dark colours', de: 'Farben: dunkel', ar: 'الألوان: داكنة' },
    run: ({ preferences }) => void (preferences.theme = 'dark'),
  }),
  inWindow({
    id: 'theme-system',
    where: 'always',
    words: { en: 'Theme: colours of the system', de: 'Farben: die des Systems', ar: 'الألوان: ألوان النظام' },
    run: ({ preferences }) => void (preferences.theme = 'system'),
  }),
  inWindow({
    id: 'shortcuts',
    where: 'always',
    words: {
      en: 'Help: keyboard shortcuts',
      de: 'Hilfe: Tastenkürzel',
      ar: 'مساعدة: اختصارات لوحة المفاتيح',
    },
    keys: ['?'],
    menu: {
      in: 'help',
      words: { en: 'Keyboard shortcuts', de: 'Tastenkürzel', ar: 'اختصارات لوحة المفاتيح' },
    },
    run: ({ dialogs }) => void (dialogs.settings = 'keys'),
  }),
  inWindow({
    id: 'copy-report',
    where: 'always',
    words: {
      en: 'Help: copy a report of what went wrong',
      de: 'Hilfe: Bericht über Fehler kopieren',
      ar: 'مساعدة: انسخ تقريرًا عما اختل',
    },
    menu: { in: 'help', words: { en: 'Copy a report', de: 'Bericht kopieren', ar: 'انسخ تقريرًا' } },
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
    words: {
      en: 'Help: show the log of defects',
      de: 'Hilfe: Fehlerprotokoll zeigen',
      ar: 'مساعدة: أظهر سجل الأعطال',
    },
    menu: { in: 'help', words: { en: 'Show the log', de: 'Protokoll zeigen', ar: 'أظهر السجل' } },
    run: ({ dialogs }) => void (dialogs.settings = 'about'),
  }),
  inWindow({
    id: 'about',
    where: 'always',
    words: { en: 'Help: about Ascribe', de: 'Hilfe: über Ascribe', ar: 'مساعدة: حول Ascribe' },
    menu: { in: 'help', words: { en: 'About Ascribe', de: 'Über Ascribe', ar: 'حول Ascribe' } },
    run: ({ dialogs }) => void (dialogs.settings = 'about'),
  }),
]
