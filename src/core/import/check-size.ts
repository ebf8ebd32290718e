import { Problem } from '../problem.ts'

/** Larger files are refused: no article is that long, and the window must stay quick. */
export const maximumBytes = 64 * 1024 * 1024

/** @throws Problem `empty-file`, `too-large`: asked before the bytes are read, too */
export function checkSize(name: string, bytes: number): void {
  if (bytes === 0)
    throw new Problem('empty-file', `“${name}” is empty.`, 'Save or download it again, then import it.')
  if (bytes <= maximumBytes) return
  const megabytes = (count: number): number => Math.round(count / 1024 / 1024)
  throw new Problem(
    'too-large',
    `“${name}” has ${megabytes(bytes)} MB; an article may have at most ${megabytes(maximumBytes)} MB.`,
    'Import the part that you need.',
  )
}
