/** Turns pushed values into an async iterator that ends when the signal aborts. */
export async function* eventQueue<T>(
  subscribe: (push: (value: T) => void) => () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const waiting: T[] = []
  let wake: () => void = () => undefined
  const unsubscribe = subscribe((value) => {
    waiting.push(value)
    wake()
  })
  const stop = (): void => wake()
  signal?.addEventListener('abort', stop)
  try {
    while (signal?.aborted !== true) {
      const value = waiting.shift()
      if (value !== undefined) yield value
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    unsubscribe()
  }
}
