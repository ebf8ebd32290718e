/** What the window asks the layout for: nodes by index, with where they are now as x, y, x, y, … */
export interface LayoutTask {
  positions: Float32Array
  sizes: Float32Array
  /** Pairs of indices: from, to, from, to, … */
  links: Uint32Array
  rounds: number
}
/** Where the nodes are after some rounds. */
export interface LayoutStep {
  positions: Float32Array
  /** From 0 to 1. */
  done: number
}
