import { highlightStyles } from '../../../../core/records/annotation.ts'
import { action } from '../../actions/action.ts'
import type { PaneContext } from './pane-context.ts'

const inArticle = action<PaneContext>
const where = 'reader' as const

/** What keys, and the palette, do in an article. */
export const readerActions = [
  inArticle({
    id: 'caret',
    where,
    words: { en: 'Move in the text', de: 'Im Text bewegen', ar: 'تحرك في النص' },
    shownKeys: '←↑↓→',
  }),
  inArticle({
    id: 'extend',
    where,
    words: { en: 'Select', de: 'Auswählen', ar: 'حدّد' },
    shownKeys: 'Shift+←↑↓→',
  }),
  inArticle({
    id: 'peek',
    where,
    words: {
      en: 'Show what is known at the caret: the note, the claims, where else it is said',
      de: 'Zeigen, was an der Schreibmarke bekannt ist: die Anmerkung, die Behauptungen, wo es noch gesagt wird',
      ar: 'أظهر ما يُعرف عند المؤشر: الحاشية والادعاءات وأين قيل أيضًا',
    },
    shownKeys: 'Enter',
  }),
  inArticle({
    id: 'sentence',
    where,
    words: { en: 'Select the sentence', de: 'Den Satz auswählen', ar: 'حدّد الجملة' },
    keys: ['W'],
    run: ({ sentences }) => sentences.selectHere('sentence'),
  }),
  inArticle({
    id: 'paragraph',
    where,
    words: { en: 'Select the paragraph', de: 'Den Absatz auswählen', ar: 'حدّد الفقرة' },
    keys: ['P'],
    run: ({ sentences }) => sentences.selectHere('paragraph'),
  }),
  inArticle({
    id: 'sentences',
    where,
    words: {
      en: 'Go sentence by sentence (arrow keys; with Ctrl by paragraph)',
      de: 'Satz für Satz gehen (Pfeiltasten; mit Strg absatzweise)',
      ar: 'امشِ جملة جملة (بالأسهم؛ ومع Ctrl فقرة فقرة)',
    },
    keys: ['='],
    run: ({ sentences }) => sentences.toggle(),
  }),
  inArticle({
    id: 'mark',
    where,
    words: { en: 'Mark in a style', de: 'In einem Stil markieren', ar: 'علّم بنمط' },
    keys: highlightStyles.map((_, at) => String(at + 1)),
    shownKeys: `1 – ${String(highlightStyles.length)}`,
    onlyKeys: true,
    run: ({ marking }, chord) => {
      const style = highlightStyles[Number(chord) - 1]
      if (style) void marking.mark(style)
    },
  }),
  inArticle({
    id: 'note',
    where,
    words: { en: 'Write a note', de: 'Eine Notiz schreiben', ar: 'اكتب ملاحظة' },
    keys: ['N'],
    run: ({ marking }) => void marking.ask('note'),
  }),
  inArticle({
    id: 'tag',
    where,
    words: { en: 'Add a tag', de: 'Ein Schlagwort hinzufügen', ar: 'أضف وسمًا' },
    keys: ['T'],
    run: ({ marking }) => void marking.ask('tag'),
  }),
  inArticle({
    id: 'claim',
    where,
    words: { en: 'Make a claim', de: 'Eine Behauptung machen', ar: 'اصنع ادعاء' },
    keys: ['C'],
    run: ({ marking }) => void marking.makeClaim(),
  }),
  inArticle({
    id: 'next',
    where,
    words: {
      en: 'Next statement (where there is none, next highlight)',
      de: 'Nächste Aussage (wo keine ist, nächste Markierung)',
      ar: 'القول التالي (والتظليل التالي حيث لا قول)',
    },
    keys: ['J'],
    run: ({ goOn }) => goOn(1),
  }),
  inArticle({
    id: 'previous',
    where,
    words: { en: 'Previous statement', de: 'Vorige Aussage', ar: 'القول السابق' },
    keys: ['K'],
    run: ({ goOn }) => goOn(-1),
  }),
  inArticle({
    id: 'next-highlight',
    where,
    words: { en: 'Next highlight', de: 'Nächste Markierung', ar: 'التظليل التالي' },
    keys: ['.'],
    run: ({ step }) => step(1),
  }),
  inArticle({
    id: 'previous-highlight',
    where,
    words: { en: 'Previous highlight', de: 'Vorige Markierung', ar: 'التظليل السابق' },
    keys: [','],
    run: ({ step }) => step(-1),
  }),
  inArticle({
    id: 'take',
    where,
    words: {
      en: 'Take the statement: highlight, claim and who says so',
      de: 'Die Aussage nehmen: Markierung, Behauptung und wer sie sagt',
      ar: 'خذ القول: تظليل وادعاء ومن يقوله',
    },
    keys: ['Y'],
    writes: true,
    run: ({ withStatement, statements }) => withStatement(statements.take),
  }),
  inArticle({
    id: 'edit-statement',
    where,
    words: {
      en: 'Change the words of the statement, and who says so',
      de: 'Die Worte der Aussage ändern, und wer sie sagt',
      ar: 'غيّر كلمات القول ومن يقوله',
    },
    keys: ['E'],
    writes: true,
    run: ({ openPart }) => openPart('words'),
  }),
  inArticle({
    id: 'add-statement',
    where,
    words: {
      en: 'Add the statement to a claim that is there',
      de: 'Die Aussage zu einer Behauptung hinzufügen, die da ist',
      ar: 'أضف القول إلى ادعاء موجود',
    },
    keys: ['A'],
    writes: true,
    run: ({ openPart }) => openPart('claims'),
  }),
  inArticle({
    id: 'own-voice',
    where,
    words: {
      en: 'Take the statement as the outlet’s own',
      de: 'Die Aussage als die des Mediums selbst nehmen',
      ar: 'خذ القول على أنه للناشر نفسه',
    },
    keys: ['O'],
    writes: true,
    run: ({ withStatement, statements }) => withStatement((row) => statements.take(row, { asOutlet: true })),
  }),
  inArticle({
    id: 'refuse',
    where,
    words: {
      en: 'Say that it is no statement',
      de: 'Sagen, dass es keine Aussage ist',
      ar: 'قل إنه ليس قولًا',
    },
    keys: ['X'],
    writes: true,
    run: ({ withStatement, statements }) => withStatement(statements.refuse),
  }),
  inArticle({
    id: 'link-claim',
    where,
    words: {
      en: 'Link the highlight to a claim that is there',
      de: 'Die Markierung mit einer Behauptung verbinden, die da ist',
      ar: 'اربط التظليل بادعاء موجود',
    },
    keys: ['L'],
    writes: true,
    run: ({ marking }) => void marking.ask('claims'),
  }),
  inArticle({
    id: 'statements',
    where,
    words: { en: 'Show the statements', de: 'Die Aussagen zeigen', ar: 'أظهر الأقوال' },
    keys: ['H'],
    run: ({ showSide, text }) => {
      showSide('statements')
      text()?.focus()
    },
  }),
  inArticle({
    id: 'review',
    where,
    words: {
      en: 'Next highlight to review',
      de: 'Nächste Markierung, die zu prüfen ist',
      ar: 'التظليل التالي للمراجعة',
    },
    keys: ['R'],
    run: ({ step }) => step(1, (state) => state === 'review' || state === 'orphan'),
  }),
  inArticle({
    id: 'accept',
    where,
    words: {
      en: 'Accept the place, or put the highlight on the selection',
      de: 'Den Platz annehmen oder die Markierung auf die Auswahl setzen',
      ar: 'اقبل المكان، أو ضع التظليل على التحديد',
    },
    keys: ['F'],
    run: ({ marking }) => void marking.accept(),
  }),
  inArticle({
    id: 'detach',
    where,
    words: {
      en: 'Say that the passage is gone',
      de: 'Sagen, dass die Stelle weg ist',
      ar: 'قل إن المقطع ذهب',
    },
    keys: ['!'],
    run: ({ marking, withActive }) => withActive((id) => void marking.detach(id)),
  }),
  inArticle({
    id: 'move-end',
    where,
    words: {
      en: 'Move the end of the chosen highlight by a word',
      de: 'Das Ende der gewählten Markierung um ein Wort bewegen',
      ar: 'حرّك نهاية التظليل المختار كلمة',
    },
    shownKeys: 'Shift+←→',
  }),
  inArticle({
    id: 'move-start',
    where,
    words: {
      en: 'Move its beginning by a word',
      de: 'Ihren Anfang um ein Wort bewegen',
      ar: 'حرّك بدايته كلمة',
    },
    shownKeys: 'Shift+↑↓',
  }),
  inArticle({
    id: 'move-finely',
    where,
    words: { en: 'The same by a character', de: 'Dasselbe um ein Zeichen', ar: 'الأمر نفسه حرفًا' },
    shownKeys: 'Alt+←↑↓→',
  }),
  inArticle({
    id: 'remove',
    where,
    words: { en: 'Delete highlight', de: 'Markierung löschen', ar: 'احذف التظليل' },
    keys: ['Delete'],
    run: ({ marking, withActive }) => withActive((id) => void marking.remove(id)),
  }),
  inArticle({
    id: 'find',
    where,
    words: { en: 'Find in this article', de: 'In diesem Artikel suchen', ar: 'ابحث في هذا المقال' },
    keys: ['Mod+F'],
    run: ({ find }) => find.open(),
  }),
  inArticle({
    id: 'outline',
    where,
    words: { en: 'Show the outline', de: 'Die Gliederung zeigen', ar: 'أظهر المخطط' },
    keys: ['I'],
    run: ({ showSide }) => showSide('outline'),
  }),
  inArticle({
    id: 'versions',
    where,
    words: { en: 'Compare versions', de: 'Fassungen vergleichen', ar: 'قارن النسخ' },
    keys: ['V'],
    run: ({ versions }) => versions(),
  }),
  inArticle({
    id: 'pages',
    where,
    words: {
      en: 'Show the text, the text and the printed pages, the pages',
      de: 'Den Text, Text und gedruckte Seiten, die Seiten zeigen',
      ar: 'أظهر النص، أو النص والصفحات المطبوعة، أو الصفحات',
    },
    keys: ['#'],
    run: ({ pages }) => pages(),
  }),
  inArticle({
    id: 'cite',
    where,
    words: { en: 'Copy with citation', de: 'Mit Quellenangabe kopieren', ar: 'انسخ مع الإسناد' },
    keys: ['Q'],
    run: ({ copying, citedWords }) => void copying.cite(citedWords()),
  }),
  inArticle({
    id: 'link',
    where,
    words: {
      en: 'Copy a link to the highlight',
      de: 'Link zur Markierung kopieren',
      ar: 'انسخ رابطًا إلى التظليل',
    },
    keys: ['U'],
    run: ({ copying, marking }) => void copying.link(marking.active.value ?? undefined),
  }),
  inArticle({
    id: 'focus',
    where,
    words: { en: 'Only the text', de: 'Nur der Text', ar: 'النص فقط' },
    keys: ['Z'],
    run: ({ preferences }) => void (preferences.focus = !preferences.focus),
  }),
  inArticle({
    id: 'beside',
    where,
    words: { en: 'Two articles side by side', de: 'Zwei Artikel nebeneinander', ar: 'مقالان جنبًا إلى جنب' },
    keys: ['B'],
    run: ({ beside }) => beside(),
  }),
  inArticle({
    id: 'larger',
    where,
    words: { en: 'Larger text', de: 'Größere Schrift', ar: 'نص أكبر' },
    keys: ['+'],
    run: ({ preferences }) => preferences.changeTextSize(1),
  }),
  inArticle({
    id: 'smaller',
    where,
    words: { en: 'Smaller text', de: 'Kleinere Schrift', ar: 'نص أصغر' },
    keys: ['-'],
    run: ({ preferences }) => preferences.changeTextSize(-1),
  }),
  inArticle({
    id: 'leave',
    where,
    words: { en: 'Leave what was begun', de: 'Verlassen, was begonnen wurde', ar: 'اترك ما بدأته' },
    keys: ['Escape'],
    run: ({ leave }) => leave(),
  }),
]
