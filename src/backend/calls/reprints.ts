import type { CommonPassage } from '../../contract/reprints.ts'
import { base } from '../base.ts'
import { pairOf, reprintRows } from '../reprints/reprints.ts'
import { textOfVersion } from '../versions/version-text.ts'

const list = base.reprints.list.handler(async ({ context: { app }, signal }) => {
  const pairs = await app.reprints.pairs({ signal, onProgress: app.progressOf('reprints') })
  return reprintRows(app.store, pairs)
})

const passages = base.reprints.passages.handler(
  async ({ context: { app }, input, signal }): Promise<CommonPassage[]> => {
    const { articles, passages: found } = pairOf(await app.reprints.pairs({ signal }), input.articles)
    const [one, other] = await Promise.all(
      input.articles.map(async (id) => {
        const article = await app.store.need('article', id)
        return textOfVersion(app.store, article, article.versions.length)
      }),
    )
    // A pair is asked for in either order, and answered in that.
    const isTurned = articles[0] !== input.articles[0]
    return found.map(({ spans: [first, second], likeness }) => {
      const spans: CommonPassage['spans'] = isTurned ? [second, first] : [first, second]
      return {
        spans,
        likeness,
        texts: [
          (one ?? '').slice(spans[0].start, spans[0].end),
          (other ?? '').slice(spans[1].start, spans[1].end),
        ],
      }
    })
  },
)

export const reprints = { list, passages }
