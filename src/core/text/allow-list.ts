import type { Schema } from 'hast-util-sanitize'

const cell = ['colSpan', 'rowSpan']

/** Elements that begin and end a line of the text of record. */
export const blockElements = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'hr', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['blockquote', 'figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  ...[
    'div',
    'section',
    'article',
    'aside',
    'header',
    'footer',
    'main',
    'nav',
    'address',
    'details',
    'summary',
  ],
  ...['center', 'hgroup', 'fieldset', 'legend', 'figure', 'body', 'html', 'search', 'dir', 'menu'],
])

/** Elements that stand within a line and survive. */
export const inlineElements = new Set([
  ...[
    'a',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'code',
    'kbd',
    'samp',
    'var',
    'sub',
    'sup',
    'q',
    'cite',
    'mark',
  ],
  ...['del', 'ins', 'small', 'abbr', 'dfn', 'time', 'bdi', 'bdo', 'span', 'img', 'br'],
])

/**
 * What may survive import. Links keep their address (they are not loaded); images only when their bytes came
 * within the document. No script, style, form, frame, event handler or remote reference.
 */
export const allowList: Schema = {
  strip: [
    ...[
      'script',
      'style',
      'template',
      'noscript',
      'noembed',
      'noframes',
      'iframe',
      'frame',
      'frameset',
      'object',
    ],
    ...[
      'embed',
      'applet',
      'svg',
      'math',
      'canvas',
      'audio',
      'video',
      'select',
      'textarea',
      'button',
      'input',
    ],
    ...[
      'datalist',
      'dialog',
      'head',
      'title',
      'link',
      'meta',
      'base',
      'map',
      'rp',
      'option',
      'plaintext',
      'xmp',
    ],
  ],
  // The article is shown in a root of its own, where names are in nobody's way.
  clobberPrefix: '',
  tagNames: [...blockElements, ...inlineElements],
  attributes: {
    '*': ['lang', 'dir', 'id'],
    a: ['href'],
    img: ['src', 'alt'],
    td: cell,
    th: [...cell, 'scope'],
    ol: ['start', 'reversed'],
    time: ['dateTime'],
    abbr: ['title'],
    // Who changed it, and when.
    ins: ['title'],
    del: ['title'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
}
