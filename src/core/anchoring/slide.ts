import { linked, oldWords, type Alignment } from './alignment.ts'

/** So many words at most are moved from one end of a change to the other. */
const farthest = 50

/**
 * Puts changes where people would say that they are. Of “Alpha said so. Beta said so.” without the first sentence, words that both
 * have may be what is left of either; the change is taken to begin with a line, where it can. Linear in the texts.
 */
export function slideToLines(alignment: Alignment): void {
  slideRemoved(alignment)
  slideAdded(alignment)
}

const isLineStart = ({ text, starts, ends }: Alignment['before'], word: number): boolean =>
  word === 0 || text.slice(ends[word - 1], starts[word]).includes('\n')

/** How many words a change of [from, until) is moved back so that it begins with a line; 0 where it cannot or need not be. */
function stepsBack(
  words: Alignment['before'],
  from: number,
  until: number,
  isLinked: (step: number) => boolean,
): number {
  if (isLineStart(words, from)) return 0
  for (let step = 1; step <= Math.min(farthest, from); step += 1) {
    if (words.ids[from - step] !== words.ids[until - step] || !isLinked(step)) return 0
    if (isLineStart(words, from - step)) return step
  }
  return 0
}

function slideRemoved(alignment: Alignment): void {
  const { before, to } = alignment
  for (let from = 0; from < before.count; from += 1) {
    if (to[from] !== -1) continue
    let until = from
    while (until < before.count && to[until] === -1) until += 1
    const place = from === 0 ? 0 : (to[from - 1] ?? 0) + 1
    // What was put in at the same place makes it another sentence.
    const isGoneOnly = until === before.count ? place === alignment.after.count : to[until] === place
    const steps = isGoneOnly ? stepsBack(before, from, until, (step) => to[from - step] === place - step) : 0
    for (let step = 1; step <= steps; step += 1) relink(alignment, from - step, until - step, place - step)
    from = until
  }
}

function slideAdded(alignment: Alignment): void {
  const { after, to, taken } = alignment
  const back = oldWords(alignment)
  for (let from = 0; from < after.count; from += 1) {
    if (taken[from] === 1) continue
    let until = from
    while (until < after.count && taken[until] === 0) until += 1
    const word = from === 0 ? 0 : (back[from - 1] ?? 0) + 1
    const isNewOnly = until === after.count ? word === alignment.before.count : back[until] === word
    const steps = isNewOnly ? stepsBack(after, from, until, (step) => back[from - step] === word - step) : 0
    for (let step = 1; step <= steps; step += 1) {
      to[word - step] = until - step
      taken[until - step] = 1
      taken[from - step] = 0
    }
    from = until
  }
}

function relink({ to, manners }: Alignment, old: number, now: number, place: number): void {
  to[now] = place
  manners[now] = manners[old] ?? linked.between
  to[old] = -1
  manners[old] = linked.not
}
