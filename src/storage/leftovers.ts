import { temporaryFile } from './files.ts'
import type { Enclosure } from './enclosure.ts'
import { folders } from './survey.ts'

/** The temporary files in a notebook: what a crash left of a write. */
export const leftoversIn = (notebook: Enclosure): string[] =>
  ['', ...folders].flatMap((folder) =>
    notebook
      .names(folder)
      .filter((name) => temporaryFile.test(name))
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((name) => notebook.kind(name) === 'file'),
  )

/** Removes them; to be called by the one who may write, before anything is written. One that cannot go stays. */
export async function removeLeftovers(notebook: Enclosure): Promise<void> {
  for (const name of leftoversIn(notebook)) await notebook.remove(name).catch(() => undefined)
}
