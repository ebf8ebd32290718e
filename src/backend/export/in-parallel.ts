import { problem } from '../../core/problem.ts'

/** As many files are read or written at a time: more wait for the same disk. */
const atOnce = 16

/** @throws Problem `cancelled` */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw problem('cancelled', 'exportCancelled', {})
}

/** What becomes of each of some items, in their order; some at a time. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += atOnce) {
    stopIfCancelled(signal)
    for (const one of await Promise.allSettled(items.slice(at, at + atOnce).map(work))) {
      // Only when nothing of it goes on: what is still being written would be written behind the failure.
      if (one.status === 'rejected') throw one.reason
      results.push(one.value)
    }
  }
  return results
}
