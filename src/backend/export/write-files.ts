import { Enclosure, ManyFiles } from '../../storage/enclosure.ts'

/** Files as they are to stand in a folder. */
export interface FilesToWrite {
  folder: string
  files: readonly { path: string; content: string | Uint8Array }[]
}

/** Writes files that can be made again, in a thread that holds nobody up. @throws Problem `no-permission`, `disk-full` */
export async function writeFiles({ folder, files }: FilesToWrite): Promise<void> {
  const many = new ManyFiles(new Enclosure(folder))
  for (const { path, content } of files) await many.write(path, content)
}
