import type { Exporter } from '../exporter.ts'
import { everywhere } from '../../words/language.ts'

/** Chosen claims as one document, for an editor or a lawyer. */
export const memoExporter: Exporter = {
  format: 'memo',
  splitsByProfile: true,
  readsByNeed: true,
  name: { en: 'Story memo', de: 'Memo zur Geschichte', ar: 'مذكرة القصة' },
  profiles: [
    {
      name: 'html',
      label: { en: 'Web page', de: 'Webseite', ar: 'صفحة ويب' },
      hint: {
        en: 'one page without scripts, to read, print and send',
        de: 'eine Seite ohne Skripte, zum Lesen, Drucken und Senden',
        ar: 'صفحة واحدة بلا برامج، للقراءة والطباعة والإرسال',
      },
    },
    {
      name: 'docx',
      label: everywhere('Word'),
      hint: {
        en: 'a document for Word and its like',
        de: 'ein Dokument für Word und Ähnliches',
        ar: 'وثيقة لـ Word وأمثاله',
      },
    },
    {
      name: 'markdown',
      label: everywhere('Markdown'),
      hint: { en: 'one Markdown file', de: 'eine Markdown-Datei', ar: 'ملف Markdown واحد' },
    },
  ],
  options: [],
  // What it is made with is loaded only when it is asked for.
  write: async (input, request) => (await import('./write-memo.ts')).writeMemo(input, request),
}
