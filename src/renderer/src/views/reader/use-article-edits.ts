import type { ArticleFields, OpenArticle } from '../../../../contract/articles.ts'
import type { Article } from '../../../../core/records/article.ts'
import { backend } from '../../backend.ts'
import { useRemember } from '../../composables/queries.ts'
import { useEdits } from '../../composables/use-edits.ts'

/** Edits of what is known about an article. */
export function useArticleEdits(article: () => Article) {
  const remember = useRemember()
  return useEdits<Article, ArticleFields, Pick<Article, 'tags'>>(
    article,
    (change) => backend.articles.update({ id: article().id, ...change }),
    (answer, sent) =>
      remember<OpenArticle>(['articles', answer.id], (shown) => ({ ...shown, article: answer }), {
        id: answer.id,
        sent,
      }),
  )
}
