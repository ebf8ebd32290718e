import type { Article } from './article.ts'

/**
 * One line that says where words come from: who wrote it, what it is called, where and when it appeared, its address. What is
 * not known is left out.
 */
export function citationOf(
  article: Pick<Article, 'title' | 'authors' | 'byline' | 'published' | 'urls'>,
  outlet: string,
): string {
  const authors = article.authors.length > 0 ? article.authors.join(', ') : article.byline
  const parts = [authors, `“${article.title}”`, outlet, article.published ?? '', article.urls[0] ?? '']
  return `${parts.filter((part) => part !== '').join(', ')}.`
}

/** Words with where they come from, as one pastes them into a text. */
export const quotedWithCitation = (
  words: string,
  article: Parameters<typeof citationOf>[0],
  outlet: string,
): string => `“${words.replace(/\s+/g, ' ').trim()}” (${citationOf(article, outlet).replace(/\.$/, '')})`
