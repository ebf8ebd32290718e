import type { Exporter } from '../exporter.ts'
import { liveNotes } from './live-notes.ts'

/** CommonMark with YAML frontmatter: a file per article, claim and source, and `index.md`. */
export const markdownExporter: Exporter = {
  format: 'markdown',
  name: 'Markdown',
  profiles: [
    { name: 'obsidian', label: 'Obsidian', hint: 'wiki links, aliases, properties, callouts, block ids' },
    {
      name: 'pandoc',
      label: 'Pandoc',
      hint: 'citations, with references.json and references.bib beside them',
    },
    { name: 'plain', label: 'Plain', hint: 'CommonMark and tables only, as GitHub shows them' },
  ],
  options: [
    {
      name: liveNotes,
      label: 'Notes with their HTML, images and queries',
      hint: 'write notes as they are: with HTML, images of the web and queries that other programs run',
    },
  ],
  // What it is made with is loaded only when it is asked for.
  write: async (input, request) => (await import('./write-markdown.ts')).writeMarkdown(input, request),
}
