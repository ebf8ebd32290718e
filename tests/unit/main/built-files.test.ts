import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../support/ascribe.ts'

/** Reads each file of a folder as a module, without running it. */
const script = `
  import { readdirSync, readFileSync } from 'node:fs'
  import { SourceTextModule } from 'node:vm'
  for (const name of readdirSync('.').filter((one) => one.endsWith('.js')))
    try { new SourceTextModule(readFileSync(name, 'utf8')) } catch (error) { console.log(name + ': ' + error.message) }
`

it('every built file can be read: what a package declares does not collide with what the build puts before it', () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', script],
    { cwd: join(root, 'out/main'), encoding: 'utf8' },
  )
  expect(stdout).toBe('')
})
