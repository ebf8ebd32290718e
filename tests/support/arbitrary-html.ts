import * as fc from 'fast-check'

/** Words with all that makes counting hard: emoji, combining marks, right-to-left, no-break and other spaces. */
const words = fc.constantFrom(
  ...[
    'plain',
    'two words',
    ' leading',
    'trailing ',
    'a  b',
    'line\nbreak',
    'tab\there',
    '\u00a0no-break\u00a0',
    '\u2003em space',
  ],
  ...[
    '👩‍👩‍👧',
    '🛳️',
    '𝒳',
    'e\u0301',
    'n\u0303o',
    'مرحبا بالعالم',
    'שלום עולם',
    'abc \u202bعربي\u202c def',
    '\u200bzero',
    'so\u00adft',
  ],
  ...[
    '&amp;',
    '&lt;b&gt;',
    '&nbsp;',
    '&#10;',
    '&#13;',
    '&#x1f600;',
    '&notanentity;',
    '&',
    '<',
    'a<b',
    '\r\n',
    '\f',
    '',
  ],
)
const blockTags = [
  'p',
  'div',
  'h2',
  'blockquote',
  'pre',
  'section',
  'article',
  'figure',
  'figcaption',
  'details',
  'summary',
  'center',
]
const inlineTags = [
  'b',
  'i',
  'a href="https://e.example/x"',
  'span',
  'code',
  'sup',
  'ruby',
  'font',
  'nobr',
  'q',
  'bdo dir="rtl"',
]
const structural = [
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'caption',
  'select',
  'option',
]
const voids = [
  '<br>',
  '<hr>',
  '<img src="x.png" alt="y">',
  '<wbr>',
  '<input value="v">',
  '<!-- comment -->',
  '<script>bad()</script>',
  '<style>p{}</style>',
  '</p>',
  '</div>',
  '</li>',
  '<![CDATA[x]]>',
]

const element = (tags: readonly string[], inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...tags), inner, fc.boolean()).map(([tag, content, isClosed]) => {
    const name = tag.split(' ')[0] ?? tag
    return isClosed ? `<${tag}>${content}</${name}>` : `<${tag}>${content}`
  })

/** HTML as it is found in the wild: nested against the rules, not closed, with everything in between. */
export const arbitraryHtml: fc.Arbitrary<string> = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 5 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'html' },
    { arbitrary: words, weight: 4 },
    { arbitrary: fc.constantFrom(...voids), weight: 1 },
    { arbitrary: element(blockTags, tie('nodes')), weight: 3 },
    { arbitrary: element(inlineTags, tie('nodes')), weight: 3 },
    { arbitrary: element(structural, tie('nodes')), weight: 3 },
  ),
})).nodes

/** Text of all kinds, as a text of record can have it. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      words,
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('\n', ' the ', ' said ', '“', '”'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('').toWellFormed())
