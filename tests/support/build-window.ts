import { buildIfNeeded } from '../../scripts/build-if-needed.ts'

/** Before tests of the built window and shell: what is tested is what is written, not what was built some time ago. */
export default function setup(): void {
  if (!buildIfNeeded()) throw new Error('the window could not be built')
}
