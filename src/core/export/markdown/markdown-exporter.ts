import { usualFormat, type Exporter } from '../exporter.ts'
import { isOwnAffair } from './own-fields.ts'
import { earlierWordings, liveNotes, tagPages, wholeTexts } from './option-names.ts'
import { everywhere } from '../../words/language.ts'

/** CommonMark with YAML frontmatter: a file per article, claim and source, and `index.md`. */
export const markdownExporter: Exporter = {
  format: usualFormat,
  takesBack: true,
  readsByNeed: true,
  renewing: {
    // Keys of citations hang on all articles, and pages of tags on all that carries them.
    isPossible: ({ profile, options = [] }) => profile !== 'pandoc' && !options.includes(tagPages),
    isOwnAffair,
  },
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
      name: wholeTexts,
      label: {
        en: 'The texts of the articles',
        de: 'Die Texte der Artikel',
        ar: 'نصوص المقالات',
      },
      hint: {
        en: 'write the whole text into the file of each article, with a place to link to at each highlight',
        de: 'den ganzen Text in die Datei jedes Artikels schreiben, mit einem Ziel für Links bei jeder Markierung',
        ar: 'اكتب النص كله في ملف كل مقال، مع موضع للروابط عند كل تظليل',
      },
    },
    {
      name: tagPages,
      label: { en: 'A page for each tag', de: 'Eine Seite für jedes Schlagwort', ar: 'صفحة لكل وسم' },
      hint: {
        en: 'write a file for each tag, with what carries it',
        de: 'eine Datei für jedes Schlagwort schreiben, mit allem, was es trägt',
        ar: 'اكتب ملفًا لكل وسم فيه كل ما يحمله',
      },
    },
    {
      name: earlierWordings,
      label: { en: 'Earlier wordings', de: 'Frühere Wortlaute', ar: 'الصياغات السابقة' },
      hint: {
        en: 'write how each claim was worded before',
        de: 'schreiben, wie jede Behauptung früher formuliert war',
        ar: 'اكتب كيف صيغ كل ادعاء من قبل',
      },
    },
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
