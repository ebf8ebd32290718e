import { hasDialog } from '../actions/use-keys.ts'

/**
 * How long a list may take until it shows what became of it, in milliseconds: at first it is looked for in every frame, then now
 * and then, for a machine may be busy.
 */
const watchClosely = 2_000
const watchFor = 15_000
const nowAndThen = 60
/** What can have the focus by itself. */
export const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)'

/** Finds what can have the focus instead, if it is there. */
type Step = () => HTMLElement | undefined

/** How many watch over the focus just now: what they name is better than what is near. */
let watching = 0
export const isFocusWatched = (): boolean => watching > 0

/**
 * Does something that may take the control away that was used for it, and then keeps the focus near: at the same control
 * (`data-focus`), else in the same item of a list or the next one (`data-item`), else at the heading of the section. Where
 * the user goes elsewhere meanwhile, the focus stays there.
 * @param names the controls that may have the focus then, the best first; that of the control itself if none are named
 */
export async function focusAfter(work: () => unknown, names: readonly string[] = []): Promise<void> {
  const { activeElement: control } = document
  if (!(control instanceof HTMLElement) || control === document.body) {
    await work()
    return
  }
  const own = names.length > 0 ? names : [control.dataset['focus'] ?? '']
  const steps: Step[] = [
    ...own.map((name) => () => named(name)),
    () => (isUsable(control) ? control : undefined),
    ...stepsFrom(control),
  ]
  const abort = new AbortController()
  document.addEventListener('pointerdown', () => abort.abort(), { capture: true, signal: abort.signal })
  watching += 1
  try {
    // The press that began this is over, the next one is another wish.
    await work()
    await keepNear(control, steps, abort.signal)
  } finally {
    watching -= 1
    abort.abort()
  }
}

/** Gives the focus to the first that is there, again and again while what comes late takes it away. */
async function keepNear(control: HTMLElement, steps: readonly Step[], signal: AbortSignal): Promise<void> {
  let expected: Element = control
  const begun = performance.now()
  while (performance.now() < begun + watchFor && !signal.aborted) {
    await (performance.now() < begun + watchClosely ? new Promise(requestAnimationFrame) : rest(nowAndThen))
    if (hasDialog()) continue
    const { activeElement: active } = document
    if (active === expected) continue
    if (active !== null && active !== document.body) break
    for (const step of steps) {
      const next = step()
      if (!next) continue
      next.focus()
      if (document.activeElement !== next) continue
      expected = next
      break
    }
  }
}

const rest = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time))

/** A control, or the first one of a part. @param name what `data-focus` says */
export function named(name: string): HTMLElement | undefined {
  if (name === '') return undefined
  const marked = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`)
  const found = marked?.matches(focusable) ? marked : marked?.querySelector<HTMLElement>(focusable)
  return found && isUsable(found) ? found : undefined
}

export const isUsable = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0

/** From the inside to the outside: the items of lists that a control is in, and the headings above it. */
export function stepsFrom(control: HTMLElement): Step[] {
  const steps: Step[] = []
  for (let node = control.parentElement; node !== null; node = node.parentElement) {
    if (node.matches('[data-item]')) steps.push(inItemOrNext(node, control))
    else if (node.matches('[role=group]')) steps.push(heading(node, node))
    else if (node.matches('section, article, main')) {
      const title = node.querySelector<HTMLElement>('h1, h2, h3')
      if (title) steps.push(heading(node, title))
    }
    if (node.id === 'main') break
  }
  return steps
}

function inItemOrNext(item: HTMLElement, control: HTMLElement): Step {
  const list = item.parentElement
  const items = [...(list?.querySelectorAll<HTMLElement>(':scope > [data-item]') ?? [])]
  const at = items.indexOf(item)
  return () => {
    const there = [item, ...items.slice(at + 1), ...items.slice(0, at).reverse()].find(
      ({ isConnected }) => isConnected,
    )
    const now = list?.isConnected ? [...list.querySelectorAll<HTMLElement>(':scope > [data-item]')] : []
    const next = there ?? now[Math.min(at, now.length - 1)]
    if (!next) return undefined
    const controls = [...next.querySelectorAll<HTMLElement>(focusable)].filter(isUsable)
    const alike = controls.filter(({ className }) => className === control.className)
    return alike.find(({ textContent }) => textContent === control.textContent) ?? alike[0] ?? controls[0]
  }
}

function heading(part: HTMLElement, title: HTMLElement): Step {
  return () => {
    if (!part.isConnected || !title.isConnected) return undefined
    title.tabIndex = -1
    return title
  }
}
