import { zipSync, strToU8 } from 'fflate'

/** An archive with these parts. */
export const makeArchive = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const xml = '<?xml version="1.0" encoding="UTF-8"?>'

/** A Word document with this body. @param more other parts of it, by their names below `word/` */
export const makeDocx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  makeArchive({
    '[Content_Types].xml': `${xml}<Types/>`,
    'word/document.xml': `${xml}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(more).map(([name, content]) => [
        `word/${name}`,
        `${xml}${content.replace(/^<(w:\w+)/, `<$1 ${word}`)}`,
      ]),
    ),
  })

const office = [
  ...['office', 'text', 'style', 'table', 'meta'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(' ')

/** An OpenDocument text with this text, and these automatic styles. */
export const makeOdt = (text: string, styles = ''): Uint8Array =>
  makeArchive({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${xml}<office:document-content ${office}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
  })

/** A book with these chapters, each the inside of its body. */
export const makeEpub = (chapters: readonly string[]): Uint8Array =>
  makeArchive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${xml}<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    'OPS/book.opf': `${xml}<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Lorne Papers</dc:title><dc:creator>Marrin, Ilse</dc:creator><dc:language>en</dc:language><dc:date>2031-03-04</dc:date></metadata><manifest>${chapters.map((_, at) => `<item id="c${at}" href="text/c${at}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(
      chapters.map((body, at) => [
        `OPS/text/c${at}.xhtml`,
        `${xml}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`,
      ]),
    ),
  })
