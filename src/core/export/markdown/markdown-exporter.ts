import type { Exporter } from '../exporter.ts'
import { liveNotes } from './live-notes.ts'
import { everywhere } from '../../words/language.ts'

/** CommonMark with YAML frontmatter: a file per article, claim and source, and `index.md`. */
export const markdownExporter: Exporter = {
  format: 'markdown',
  name: everywhere('Markdown'),
  profiles: [
    {
      name: 'obsidian',
      label: everywhere('Obsidian'),
      hint: {
        en: 'wiki links, aliases, properties, callouts, block ids',
        de: 'Wiki-Links, Aliase, Eigenschaften, Callouts, Block-Kennungen',
        ar: 'روابط ويكي وأسماء بديلة وخصائص وتنبيهات ومعرّفات مقاطع',
      },
    },
    {
      name: 'pandoc',
      label: everywhere('Pandoc'),
      hint: {
        en: 'citations, with references.json and references.bib beside them',
        de: 'Zitate, mit references.json und references.bib daneben',
        ar: 'إحالات، ومعها references.json وreferences.bib',
      },
    },
    {
      name: 'plain',
      label: { en: 'Plain', de: 'Schlicht', ar: 'بسيط' },
      hint: {
        en: 'CommonMark and tables only, as GitHub shows them',
        de: 'nur CommonMark und Tabellen, wie GitHub sie zeigt',
        ar: 'CommonMark وجداول فقط كما يعرضها GitHub',
      },
    },
  ],
  options: [
    {
      name: liveNotes,
      label: {
        en: 'Notes with their HTML, images and queries',
        de: 'Notizen mit ihrem HTML, Bildern und Abfragen',
        ar: 'الملاحظات مع HTML وصورها واستعلاماتها',
      },
      hint: {
        en: 'write notes as they are: with HTML, images of the web and queries that other programs run',
        de: 'Notizen schreiben, wie sie sind: mit HTML, Bildern aus dem Netz und Abfragen, die andere Programme ausführen',
        ar: 'اكتب الملاحظات كما هي: بـ HTML وصور الشبكة والاستعلامات التي تشغلها برامج أخرى',
      },
    },
  ],
  // What it is made with is loaded only when it is asked for.
  write: async (input, request) => (await import('./write-markdown.ts')).writeMarkdown(input, request),
}
