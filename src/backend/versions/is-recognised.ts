import type { ArticleVersion } from '../../core/records/article.ts'

/** Whether the words of a version were recognised in pictures of pages: then somebody may read them better. */
export const isRecognised = ({ original }: ArticleVersion, html: string): boolean =>
  original.mediaType.startsWith('image/') ||
  (original.mediaType === 'application/pdf' && html.includes('<mark>'))
