/** How far something is. */
export interface ProgressReport {
  done: number
  total: number
}

/** What work yields, with how far it is in between. */
export async function* withProgress<T>(
  work: (onProgress: (done: number, total: number) => void) => AsyncGenerator<T>,
): AsyncGenerator<T | ProgressReport> {
  let latest: ProgressReport | undefined
  let wake: () => void = () => undefined
  const items = work((done, total) => {
    latest = { done, total }
    wake()
  })
  try {
    for (;;) {
      const next = items.next()
      for (;;) {
        const news = new Promise<'news'>((resolve) => (wake = () => resolve('news')))
        const answer = await Promise.race([next, news])
        if (answer !== 'news') {
          if (answer.done === true) return
          yield answer.value
          break
        }
        if (latest) yield latest
      }
    }
  } finally {
    await items.return(undefined)
  }
}
