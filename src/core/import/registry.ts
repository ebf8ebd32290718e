import { gzip } from './gzip.ts'
import { html } from './html.ts'
import type { Importer } from './importer.ts'
import { markdown } from './markdown.ts'
import { pdf } from './pdf/pdf.ts'
import { plainText } from './plain-text.ts'

/** Every format that articles come in. Dialogs, the command line and messages are made of this list. */
export const importers: readonly Importer[] = [html, pdf, markdown, plainText, gzip]
