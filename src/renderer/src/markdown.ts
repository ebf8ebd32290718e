import MarkdownIt from 'markdown-it'

/** HTML in notes is shown as text, and nothing is loaded from elsewhere: images stay links in words. */
const renderer = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image')

/** Markdown as HTML. */
export const markdownToHtml = (text: string): string => renderer.render(text)
