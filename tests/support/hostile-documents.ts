import type { HostileFile } from './hostile-files.ts'
import { makeArchive, makeDocx, makeEpub, makeOdt } from './make-office.ts'
import { makePdf } from './make-pdf.ts'

const many = (n: number, make: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => make(at)).join('')
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
const line = (text: string): string => `<w:p>${run(text)}</w:p>`

/** Documents that were made to hold up whoever reads them; all made by program. */
export const hostileDocuments: readonly HostileFile[] = [
  { name: 'paragraphs.docx', size: 20_000, make: (n) => makeDocx(many(n, (at) => line(`Paragraph ${at}.`))) },
  { name: 'deep.docx', size: 20_000, make: (n) => makeDocx('<w:sdt><w:sdtContent>'.repeat(n) + line('x')) },
  {
    name: 'tables-in-tables.docx',
    size: 150,
    make: (n) => makeDocx('<w:tbl><w:tr><w:tc>'.repeat(n) + line('x') + '</w:tc></w:tr></w:tbl>'.repeat(n)),
  },
  {
    name: 'comments-open.docx',
    size: 3_000,
    make: (n) =>
      makeDocx(`<w:p>${many(n, (at) => `<w:commentRangeStart w:id="${at}"/>${run('x ')}`)}</w:p>`, {
        'comments.xml': `<w:comments>${many(n, (at) => `<w:comment w:id="${at}"><w:p/></w:comment>`)}</w:comments>`,
      }),
  },
  {
    name: 'fields-open.docx',
    size: 20_000,
    make: (n) =>
      makeDocx(
        `<w:p>${many(n, () => '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "x</w:instrText></w:r>')}</w:p>`,
      ),
  },
  {
    name: 'styles-in-circles.docx',
    size: 20_000,
    make: (n) =>
      makeDocx(line('x').replace('<w:p>', '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>'), {
        'styles.xml': `<w:styles>${many(n, (at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${(at + 1) % n}"/></w:style>`)}</w:styles>`,
      }),
  },
  {
    name: 'unpacks.docx',
    size: 150_000_000,
    make: (n) => makeArchive({ 'word/document.xml': new Uint8Array(n).fill(32) }),
  },
  {
    name: 'parts.docx',
    size: 15_000,
    make: (n) => makeArchive(Object.fromEntries(Array.from({ length: n }, (_, at) => [`word/${at}`, '']))),
  },
  {
    name: 'deletions.odt',
    size: 5_000,
    make: (n) =>
      makeOdt(
        `<text:tracked-changes>${many(n, (at) => `<text:changed-region text:id="c${at}"><text:deletion><text:p>x</text:p></text:deletion></text:changed-region>`)}</text:tracked-changes><text:p>${many(n, (at) => `<text:change text:change-id="c${at}"/>`)}</text:p>`,
      ),
  },
  {
    name: 'insertions-open.odt',
    size: 1_000,
    make: (n) =>
      makeOdt(
        `<text:tracked-changes>${many(n, (at) => `<text:changed-region text:id="c${at}"><text:insertion/></text:changed-region>`)}</text:tracked-changes><text:p>${many(n, (at) => `<text:change-start text:change-id="c${at}"/>x `)}</text:p>`,
      ),
  },
  { name: 'groups.rtf', size: 100_000, make: (n) => `{\\rtf1 ${many(n, () => '{\\b x}')}}` },
  { name: 'groups-deep.rtf', size: 1_900, make: (n) => `{\\rtf1 ${'{'.repeat(n)}x${'}'.repeat(n)}}` },
  { name: 'units.rtf', size: 200_000, make: (n) => `{\\rtf1 ${'\\u-10179?'.repeat(n)}}` },
  {
    name: 'chapters.epub',
    size: 3_000,
    make: (n) => makeEpub(Array.from({ length: n }, (_, at) => `<p>Chapter ${at}.</p>`)),
  },
  { name: 'deep.epub', size: 20_000, make: (n) => makeEpub(['<div>'.repeat(n) + '<p>x</p>']) },
  {
    name: 'quoted.eml',
    size: 100_000,
    make: (n) => `From: a@x\nSubject: x\n\n${many(n, (at) => `${'>'.repeat(at % 30)} x\n`)}`,
  },
  {
    name: 'multiparts.eml',
    size: 2_000,
    make: (n) =>
      `From: a@x\nSubject: x\nContent-Type: multipart/mixed; boundary=b0\n\n${many(n, (at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`)}`,
  },
  {
    // Each message is an article, kept for good before the next one: that has its price, however small it is.
    name: 'messages.mbox',
    size: 400,
    make: (n) =>
      many(n, (at) => `From a@x Tue Mar 4 10:00:00 2031\nFrom: a@x\nSubject: ${at}\n\nText ${at}.\n\n`),
  },
  {
    name: 'records.warc',
    size: 20_000,
    make: (n) => many(n, () => 'WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n'),
  },
  {
    name: 'pages.pdf',
    size: 600,
    make: (n) => makePdf(Array.from({ length: n }, (_, at) => ({ words: [[40, 60, 10, `Page ${at}.`]] }))),
  },
  {
    name: 'words.pdf',
    size: 8_000,
    make: (n) =>
      makePdf([
        {
          words: Array.from({ length: n }, (_, at): [number, number, number, string] => [
            (at * 37) % 380,
            (at * 13) % 580,
            6,
            `word ${at}`,
          ]),
        },
      ]),
  },
  {
    name: 'marks.pdf',
    size: 1_500,
    make: (n) =>
      makePdf([
        {
          words: [[40, 60, 10, 'Nobody would say.']],
          marks: Array.from({ length: n }, () => ({
            box: [0, 0, 400, 600],
            author: 'x',
            comment: 'x',
            date: '',
            colour: '0 0 1',
          })),
        },
      ]),
  },
]
