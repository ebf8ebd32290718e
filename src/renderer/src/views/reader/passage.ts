/** A span of the text of record in UTF-16 code units, end exclusive. */
export interface Passage {
  start: number
  end: number
}

/** How a highlight is painted: a colour that goes with a form of line, so that colour is never the only cue. */
export const paints = [
  'yellow',
  'blue',
  'green',
  'red',
  'violet',
  'grey',
  'teal',
  'orange',
  'review',
] as const
export type Paint = (typeof paints)[number]

export interface Painted extends Passage {
  id: string
  paint: Paint
}

/** The stretches that more than one passage covers, merged. */
export function overlaps(passages: readonly Passage[]): Passage[] {
  const borders = passages
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step)
  const found: Passage[] = []
  let depth = 0
  let since = 0
  for (const { at, step } of borders) {
    if (depth === 1 && step === 1) since = at
    if (depth === 2 && step === -1 && at > since) found.push({ start: since, end: at })
    depth += step
  }
  return found
}
