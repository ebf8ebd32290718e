import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import MarkdownIt from 'markdown-it'
import { allowList } from '../../text/allow-list.ts'
import { directions, type Language } from '../../words/language.ts'

/** What the program wrote may have `bdi`; whatever else notes have in them is taken out behind it. */
const reader = new MarkdownIt({ html: true, linkify: false, typographer: false })

/** Markdown as one page of HTML that needs nothing else: no script, no fetch, dark and light, to be printed. */
export function memoPage(markdown: string, title: string, language: Language): string {
  // Pictures of notes would be fetched when the page is opened.
  const body = reader.render(markdown).replace(/<img\b[^>]*>/gi, '')
  // Words of others have a direction of their own.
  const clean = toHtml(sanitize(fromHtml(body, { fragment: true }), allowList)).replaceAll(
    /<(blockquote|h[1-4])>/g,
    '<$1 dir="auto">',
  )
  const name = toHtml({ type: 'text', value: title })
  return `<!doctype html>
<html lang="${language}" dir="${directions[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<style>${style}</style>
</head>
<body>
<main>
${clean}
</main>
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; --ink: #1d1f23; --quiet: #565b64; --line: #d5d8de; --page: #fff; --mark: #f4f5f7; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e9ec; --quiet: #a7adb8; --line: #3a3f48; --page: #17191d; --mark: #1f2228; }
}
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 Georgia, "Source Serif 4", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1, h2, h3, h4, table { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: .9rem; margin: 1.25rem 0 .5rem; color: var(--quiet); }
blockquote { margin: 1rem 0 .5rem; padding: .5rem 1rem; border-inline-start: 3px solid var(--line); background: var(--mark); }
blockquote p { margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; margin: 1.25rem 0; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; }
ul { padding-inline-start: 1.25rem; }
li { margin: .2rem 0; }
a { color: inherit; }
pre { white-space: pre-wrap; background: var(--mark); padding: .75rem; }
@media print {
  :root { --ink: #000; --quiet: #444; --line: #bbb; --page: #fff; --mark: #fff; }
  main { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  blockquote, tr, li { break-inside: avoid; }
  @page { margin: 2cm; }
}
`
