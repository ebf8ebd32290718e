import type { Exporter } from '../exporter.ts'

/** Chosen claims as one document, for an editor or a lawyer. */
export const memoExporter: Exporter = {
  format: 'memo',
  name: 'Story memo',
  profiles: [
    { name: 'html', label: 'Web page', hint: 'one page without scripts, to read, print and send' },
    { name: 'docx', label: 'Word', hint: 'a document for Word and its like' },
    { name: 'markdown', label: 'Markdown', hint: 'one Markdown file' },
  ],
  options: [],
  // What it is made with is loaded only when it is asked for.
  write: async (input, request) => (await import('./write-memo.ts')).writeMemo(input, request),
}
