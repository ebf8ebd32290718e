import { spawnSync } from 'node:child_process'
import { buildIfNeeded, root } from './build-if-needed.ts'
import { ensureChromium } from './find-chromium.ts'

/** `npm test`: builds, and tries what was built; stops at the first part that fails. Types, lint and layers: `npm run check`. */

const chromium = ensureChromium()
if (chromium === undefined) {
  console.error(
    'The tests need a Chromium and could not get one. Install Chrome or Chromium, or name one: ASCRIBE_CHROMIUM=/path/to/chrome npm test',
  )
  process.exit(1)
}
if (!buildIfNeeded()) process.exit(1)

const env = { ...process.env, ASCRIBE_CHROMIUM: chromium }
for (const part of ['test:unit', 'test:browser', 'test:e2e']) {
  console.log(`\n— npm run ${part}`)
  const { status } = spawnSync('npm', ['run', '-s', part], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
