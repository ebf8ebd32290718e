/** What the words of a group are: of the text, of the title, or of nothing that is read. */
export type Into =
  | 'text'
  | 'skip'
  | 'title'
  | 'author'
  | 'fonts'
  | 'field'
  | 'authors'
  | 'comment'
  | 'commentAuthor'
  | 'commentOf'
  | 'rangeStart'
  | 'rangeEnd'

/** Which encodings the fonts of a document are of (`\fcharset`), as `TextDecoder` calls them. */
export const charsets: Record<number, string> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
const codePages: Record<number, string> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

export const letters: Record<string, string> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: ' ',
  nbsp: '\u00a0',
  nbhyphen: '\u2011',
  emspace: ' ',
  enspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
}
/** Groups that are no text: tables of fonts and styles, pictures, what other programs keep. */
export const skipped = new Set([
  ...[
    'colortbl',
    'stylesheet',
    'listtable',
    'listoverridetable',
    'rsidtbl',
    'generator',
    'pict',
    'object',
    'themedata',
  ],
  ...[
    'header',
    'headerl',
    'headerr',
    'headerf',
    'footer',
    'footerl',
    'footerr',
    'footerf',
    'ftnsep',
    'ftnsepc',
    'datastore',
  ],
  ...[
    'filetbl',
    'xmlnstbl',
    'latentstyles',
    'listtext',
    'pntext',
    'nonshppict',
    'colorschememapping',
    'bkmkstart',
    'bkmkend',
  ],
])
/** Groups that others leave out, and that are read all the same. */
export const known = new Set([
  'shptxt',
  'footnote',
  'annotation',
  'atnauthor',
  'atrfstart',
  'atrfend',
  'atnid',
  'atndate',
  'atnref',
  'fldinst',
  'revtbl',
  'shppict',
])

/** Words that say what a group is. */
export const destinations: Record<string, Into> = {
  fonttbl: 'fonts',
  info: 'skip',
  title: 'title',
  author: 'author',
  fldinst: 'field',
  revtbl: 'authors',
  annotation: 'comment',
  atnauthor: 'commentAuthor',
  atndate: 'skip',
  atnid: 'skip',
  stylesheet: 'skip',
  atnref: 'commentOf',
  atrfstart: 'rangeStart',
  atrfend: 'rangeEnd',
}

/** How `TextDecoder` calls a code page. */
export function encodingOf(page: number): string {
  const named = codePages[page] ?? `windows-${page}`
  try {
    return new TextDecoder(named).encoding
  } catch {
    return 'windows-1252'
  }
}
