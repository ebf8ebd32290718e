import type { App } from 'vue'
import { backend } from './backend.ts'

/** More than so many say nothing new. */
const most = 20

/** Whatever nobody has caught in the window is noted in the log of defects, without its message, which may quote a notebook. */
export function noteDefects(app: App): void {
  let noted = 0
  const note = (error: unknown): void => {
    if (noted >= most || !(error instanceof Error)) return
    noted += 1
    const { name, stack = '' } = error
    // Where it cannot be noted, the console has it.
    void backend.about.note({ name: name.slice(0, 60), stack: stack.slice(0, 8_000) }).catch(() => undefined)
  }
  // As if nobody had caught it: the console has it, and it is noted below.
  app.config.errorHandler = (error) => reportError(error)
  window.addEventListener('error', ({ error }: ErrorEvent) => note(error))
  window.addEventListener('unhandledrejection', ({ reason }) => note(reason))
}
