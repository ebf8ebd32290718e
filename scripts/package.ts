import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded, root } from './build-if-needed.ts'
import { findElectron } from './find-electron.ts'

/**
 * `npm run package`: everything that this machine can build of what people install. Each part that it cannot build is named
 * with its reason; the others are built all the same.
 */
const done: string[] = []
const left: string[] = []

function run(what: string, command: string, args: string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status === 0) done.push(what)
  else left.push(`${what}: failed, as told above`)
}

const has = (command: string): boolean =>
  spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' }).status === 0

if (!buildIfNeeded()) process.exit(1)
mkdirSync(join(root, 'dist'), { recursive: true })
run('npm package (Node, without Electron)', 'npm', ['pack', '--pack-destination', 'dist'])

const electron = findElectron()
const builder = join(root, 'node_modules/.bin/electron-builder')
const targets: Record<string, { flag: string; needs: string[] }> =
  process.platform === 'darwin'
    ? { dmg: { flag: '--mac', needs: ['hdiutil'] } }
    : process.platform === 'win32'
      ? { nsis: { flag: '--win', needs: [] } }
      : {
          deb: { flag: '--linux', needs: ['ar'] },
          rpm: { flag: '--linux', needs: ['rpmbuild'] },
          flatpak: { flag: '--linux', needs: ['flatpak', 'flatpak-builder'] },
          AppImage: { flag: '--linux', needs: [] },
        }
if (electron === undefined || !existsSync(builder))
  left.push(
    `${Object.keys(targets).join(', ')}: Electron’s binary is not here; “npx install-electron” downloads it where there is a network`,
  )
else
  for (const [target, { flag, needs }] of Object.entries(targets)) {
    const missing = needs.filter((command) => !has(command))
    if (missing.length > 0) left.push(`${target}: needs ${missing.join(' and ')}`)
    else run(target, builder, [flag, target])
  }

for (const what of done) console.log(`built   ${what}`)
for (const why of left) console.log(`not     ${why}`)
process.exitCode = done.length > 0 ? 0 : 1
