import { join } from 'node:path'
import * as z from 'zod'
import { ExportSelection } from '../../contract/exports.ts'
import { readIfThere, writeAtomically } from '../../storage/files.ts'

const Recent = z.object({
  folder: z.string(),
  title: z.string(),
  /** Where in the window it was left: a path of ids, without what was looked for there. */
  place: z.string().max(500).optional(),
  /** The folder that follows it, and what is written there. It stands here and not in the notebook, which may come from somebody else. */
  following: z.object({ folder: z.string(), selection: ExportSelection }).optional(),
})
const Kept = z.object({
  recent: z.array(Recent),
  /** The folder of the notebook that was open when the program ended. */
  open: z.string().nullable().default(null),
})
type Kept = z.infer<typeof Kept>
type Recent = z.infer<typeof Recent>

const recentKept = 12

/**
 * The notebooks that were open here, the last one first, and where each of them was left; in a file beside them. It is a convenience:
 * a damaged file starts again, and what cannot be written is not remembered.
 */
export class RecentNotebooks {
  readonly #path: string
  #turn: Promise<unknown> = Promise.resolve()

  /** @param home the folder that new notebooks are made in */
  constructor(home: string) {
    this.#path = join(home, '.recent.json')
  }

  async all(): Promise<Recent[]> {
    return (await this.#read()).recent
  }

  /** The folder of the notebook that was open when the program ended; null after one was closed. */
  async leftOpen(): Promise<string | null> {
    return (await this.#read()).open
  }

  /** A notebook is open now. */
  opened(folder: string, title: string): Promise<void> {
    return this.#change(({ recent }) => {
      const before = recent.find((entry) => entry.folder === folder)
      const others = recent.filter((entry) => entry !== before)
      return { recent: [{ ...before, folder, title }, ...others].slice(0, recentKept), open: folder }
    })
  }

  /** No notebook is open any more, or none is to be opened by itself. */
  closed(): Promise<void> {
    return this.#change(({ recent }) => ({ recent, open: null }))
  }

  /** Somebody is at a place of a notebook. */
  at(folder: string, place: string): Promise<void> {
    return this.#change(({ recent, open }) => ({
      recent: recent.map((entry) => (entry.folder === folder ? { ...entry, place } : entry)),
      open,
    }))
  }

  /** A folder follows a notebook from now on, or none any more. */
  follow(folder: string, following: Recent['following'] | null): Promise<void> {
    return this.#change(({ recent, open }) => ({
      recent: recent.map((entry) =>
        entry.folder === folder ? { ...entry, following: following ?? undefined } : entry,
      ),
      open,
    }))
  }

  async #read(): Promise<Kept> {
    const content = await readIfThere(this.#path).catch(() => null)
    try {
      return Kept.parse(JSON.parse(content?.toString('utf8') ?? '{"recent":[]}'))
    } catch {
      return { recent: [], open: null }
    }
  }

  /** One change after another: two at once would lose one. */
  #change(change: (kept: Kept) => Kept): Promise<void> {
    const turn = this.#turn.then(async () => {
      const kept = change(await this.#read())
      await writeAtomically(this.#path, `${JSON.stringify(kept, null, 2)}\n`)
    })
    this.#turn = turn.catch(() => undefined)
    return turn.catch(() => undefined)
  }
}
