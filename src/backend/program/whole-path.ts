import { isAbsolute } from 'node:path'
import { problem } from '../../core/problem.ts'

/** A folder as it was typed: where the program was started is nothing that a path could go on from. @throws Problem `bad-input` */
export function wholePath(folder: string): string {
  if (isAbsolute(folder)) return folder
  throw problem('bad-input', 'notWholePath', { path: folder })
}
