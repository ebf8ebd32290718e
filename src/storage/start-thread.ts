import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker, type ResourceLimits } from 'node:worker_threads'

let builtThreads: string | null = null

/** Lets threads start from a build although the program runs from its sources: that takes a third of the time. */
export function useBuiltThreads(folder: string): void {
  builtThreads = folder
}

/**
 * Starts a thread. Its code is beside the source file that starts it, or, in the built program, all in one folder. What Node
 * compiles of it is kept for the next start, in the folder for temporary files.
 * @param from `import.meta.url` of the file that starts it
 * @param source its path from there
 * @param built its name in the build
 */
export function startThread(
  from: string,
  source: string,
  built: string,
  resourceLimits: ResourceLimits = {},
): Worker {
  enableCompileCache()
  const worker = new Worker(threadUrl(from, source, built), { resourceLimits })
  // Only what is awaited of it keeps the program alive.
  worker.unref()
  return worker
}

/**
 * Where the code of a thread is. The desktop program is in an archive, from which no thread can be started; what threads need is
 * unpacked beside it (electron-builder.yml).
 */
export function threadUrl(from: string, source: string, built: string): URL {
  if (builtThreads !== null) return pathToFileURL(join(builtThreads, `${built}.js`))
  const base = from.replace('/app.asar/', '/app.asar.unpacked/')
  return new URL(from.endsWith('.ts') ? source : `./${built}.js`, base)
}
