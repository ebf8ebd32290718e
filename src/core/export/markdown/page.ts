import { folderOf, relative } from '../../text/paths.ts'
import type { RecordId } from '../../records/base.ts'
import type { Catalogue } from './catalogue.ts'
import { link, text, wikiLink, type Inline } from './mdast.ts'

/** A file that is being written: where it will be decides how it points at others. */
export class Page {
  readonly catalogue: Catalogue
  readonly path: string
  readonly #told = new Set<RecordId>()

  constructor(catalogue: Catalogue, path: string) {
    this.catalogue = catalogue
    this.path = path
  }

  /** Whether something is to be told of a record here: once in a file. */
  tellOnce(id: RecordId): boolean {
    const isFirst = !this.#told.has(id)
    this.#told.add(id)
    return isFirst
  }

  /** A link to the file of a record, or plain text when that is not exported. @param block the id of a block in it */
  link(label: string, id: RecordId | null, block?: string): Inline {
    const path = id === null ? undefined : this.catalogue.pathOf(id)
    if (path === undefined) return text(label)
    const { isObsidian } = this.catalogue.profile
    const wiki = isObsidian ? wikiLink(path.replace(/\.md$/, ''), label, block) : undefined
    return (
      wiki ?? link(label, relative(folderOf(this.path), path).split('/').map(encodeURIComponent).join('/'))
    )
  }
}
