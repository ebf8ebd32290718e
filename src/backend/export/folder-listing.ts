import type { Enclosure } from '../../storage/enclosure.ts'

/** How many files and how deep are looked at in the folder of an export. */
const looked = { files: 100_000, depth: 8 }

/** The files in a folder, as they were when it was listed; what begins with a point is left out. */
export class FolderListing {
  readonly paths: ReadonlySet<string>
  readonly #target: Enclosure
  readonly #isWhole: boolean

  constructor(target: Enclosure) {
    const found = new Set<string>()
    let isWhole = true
    const visit = (folder: string, depth: number): void => {
      for (const { name, kind } of target.entries(folder)) {
        if (name.startsWith('.')) continue
        const path = folder === '' ? name : `${folder}/${name}`
        if (kind === 'file') {
          if (found.size < looked.files) found.add(path)
          else isWhole = false
        } else if (kind === 'folder') {
          if (depth < looked.depth) visit(path, depth + 1)
          else isWhole = false
        }
      }
    }
    visit('', 0)
    this.#target = target
    this.paths = found
    this.#isWhole = isWhole
  }

  /** Whether there is a file. */
  has(path: string): boolean {
    return this.paths.has(path) || (!this.#isWhole && this.#target.kind(path) === 'file')
  }
}
