import type { Tag } from '../../records/tag.ts'

/** Tags stand at most so deep below one another in properties: a notebook that came from elsewhere may have circles of them. */
const mostLevels = 12

/** A tag as properties have it: nested below its parents (`negotiation/lorne-meeting`), without spaces and letter case. */
export function tagPath(tag: Tag, tagOf: (id: Tag['id']) => Tag | undefined): string {
  const names: string[] = []
  for (let one: Tag | undefined = tag; one && names.length < mostLevels;) {
    names.unshift(one.name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-'))
    one = one.parent === null ? undefined : tagOf(one.parent)
  }
  return names.join('/')
}
