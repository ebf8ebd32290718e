import { asciidoc } from './asciidoc.ts'
import { docx } from './docx/docx.ts'
import { epub } from './epub/epub.ts'
import { gzip } from './gzip.ts'
import { html } from './html.ts'
import type { Importer } from './importer.ts'
import { mail } from './mail/mail.ts'
import { mbox } from './mail/mbox.ts'
import { markdown } from './markdown.ts'
import { org } from './org.ts'
import { picture } from './ocr/picture.ts'
import { odt } from './odt/odt.ts'
import { pdf } from './pdf/pdf.ts'
import { plainText } from './plain-text.ts'
import { rtf } from './rtf/rtf.ts'
import { mhtml } from './saved/mhtml.ts'
import { readerJson } from './saved/reader-json.ts'
import { singleFileZip } from './saved/singlefile-zip.ts'
import { warc, wacz } from './saved/warc.ts'
import { webarchive } from './saved/webarchive.ts'

/** Every format that articles come in. Dialogs, the command line and messages are made of this list. */
export const importers: readonly Importer[] = [
  ...[html, pdf, docx, odt, rtf, epub, mail, mbox, mhtml, singleFileZip, webarchive, warc, wacz, picture],
  ...[markdown, org, asciidoc, plainText, readerJson, gzip],
]
