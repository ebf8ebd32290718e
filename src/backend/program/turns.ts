/** A turn that was taken: whoever took it waits until it begins, and says when it is over. */
export interface Turn {
  begins: Promise<void>
  over: () => void
}

/** The order in which things are done that may be made ready side by side. */
export class Turns {
  #last: Promise<void> = Promise.resolve()

  /** The next turn: it begins when all that were taken before are over. */
  take(): Turn {
    let over = (): void => undefined
    const mine = new Promise<void>((resolve) => (over = resolve))
    const begins = this.#last
    this.#last = begins.then(() => mine)
    return { begins, over: () => over() }
  }
}
