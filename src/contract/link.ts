import * as z from 'zod'
import { idOf } from '../core/records/base.ts'

const protocol = 'ascribe:'
/** `ascribe://app` is the window itself. */
const host = 'open'

const LinkTarget = z.object({
  notebook: idOf('notebook'),
  article: idOf('article'),
  highlight: idOf('annotation').optional(),
})
/** A place in a notebook that a link leads to. */
export type LinkTarget = z.infer<typeof LinkTarget>

/** The path of a place in the window. */
export const pathOf = ({ article, highlight }: Omit<LinkTarget, 'notebook'>): string =>
  `/articles/${article}${highlight === undefined ? '' : `?highlight=${highlight}`}`

/** `ascribe://open/<notebook>/articles/<article>?highlight=<highlight>` */
export const linkTo = (place: LinkTarget): string => `${protocol}//${host}/${place.notebook}${pathOf(place)}`

/** @returns null for what is no link to a place in a notebook */
export function parseLink(link: string): LinkTarget | null {
  if (!URL.canParse(link)) return null
  const url = new URL(link)
  const [, notebook, what, article] = /^\/+([^/]+)\/([^/]+)\/([^/]+)\/?$/.exec(url.pathname) ?? []
  if (url.protocol !== protocol || url.host !== host || what !== 'articles') return null
  const parsed = LinkTarget.safeParse({
    notebook,
    article,
    highlight: url.searchParams.get('highlight') ?? undefined,
  })
  return parsed.success ? parsed.data : null
}
