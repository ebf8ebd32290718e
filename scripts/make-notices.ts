import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enginePackages } from './engine-files.ts'
import { root } from './build-if-needed.ts'

/** `npm run notices`: the licences of everything that is bundled, made from the lock file and the installed packages. */

interface Locked {
  version?: string
  license?: string
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}

/** Packages that the source imports by name; Electron comes with licences of its own, Node is not bundled. */
function imported(folder: string, found = new Set<string>()): Set<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) imported(path, found)
    else if (/\.(?:ts|vue)$/.test(entry.name))
      for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(
        /(?:from|import)\s*\(?\s*'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g,
      ))
        if (!name.startsWith('.') && name !== 'electron') found.add(name)
  }
  return found
}

/** Where npm puts a package that another one asks for: with it, or further up. */
function placeOf(name: string, from: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`
    if (place in lock.packages) return place
    if (base === '') return undefined
  }
}

/** Everything that is bundled, by its place: what is imported, and what that asks for. */
export function bundledPackages(): string[] {
  const open = [...imported(join(root, 'src')), ...enginePackages].flatMap((name) => placeOf(name, '') ?? [])
  const seen = new Set<string>()
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue
    seen.add(place)
    const { dependencies = {}, peerDependencies = {} } = lock.packages[place] ?? {}
    for (const name of [...Object.keys(dependencies), ...Object.keys(peerDependencies)]) {
      const next = placeOf(name, place)
      // Types and tools that a package asks for beside it are in no bundle.
      if (next !== undefined && !/node_modules\/(?:@types\/|typescript$|vite$)/.test(next)) open.push(next)
    }
  }
  return [...seen].sort()
}

function notice(place: string): string {
  const { version = '', license = 'see below' } = lock.packages[place] ?? {}
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const folder = join(root, place)
  const files = existsSync(folder)
    ? readdirSync(folder).filter(
        (file) => /^(?:licen[cs]e|copying|notice|ofl)(?:[-.].*)?$/i.test(file) && !/\.(?:js|ts)$/.test(file),
      )
    : []
  const texts = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return [`${name} ${version} (${license})`, ...texts].join('\n\n')
}

export const noticesFile = join(root, 'resources/third-party-notices.txt')

export function makeNotices(): string {
  const line = `\n\n${'-'.repeat(78)}\n\n`
  const head =
    'Ascribe is built from these packages. The desktop program also has Electron, which comes with licences of its own.'
  return `${[head, ...bundledPackages().map(notice)].join(line)}\n`
}

if (import.meta.main) {
  writeFileSync(noticesFile, makeNotices())
  console.log(`${bundledPackages().length} packages in ${noticesFile.slice(root.length + 1)}`)
}
