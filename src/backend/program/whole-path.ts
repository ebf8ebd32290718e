import { isAbsolute } from 'node:path'
import { Problem } from '../../core/problem.ts'

/** A folder as it was typed: where the program was started is nothing that a path could go on from. @throws Problem `bad-input` */
export function wholePath(folder: string): string {
  if (isAbsolute(folder)) return folder
  throw new Problem(
    'bad-input',
    `“${folder}” is not a whole path.`,
    'Write the path from the beginning, such as /home/me/notebooks/harbour.',
  )
}
