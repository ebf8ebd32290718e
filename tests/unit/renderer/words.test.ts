import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { terms } from '../../../src/core/words/terms.ts'
import { en } from '../../../src/renderer/src/locales/en.ts'
import { root } from '../../support/ascribe.ts'

const folder = join(root, 'src/renderer/src')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:vue|ts)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** What stands under a key in the catalogue of the window; undefined for nothing. */
function under(key: string): unknown {
  let found: unknown = { ...en, terms }
  for (const part of key.split('.')) {
    if (found === null || typeof found !== 'object') return undefined
    found = Object.entries(found).find(([name]) => name === part)?.[1]
  }
  return found
}

describe('the words of the window', () => {
  it('are there for every key that is asked for', () => {
    const missing: string[] = []
    for (const { name, text } of sources) {
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([\w-]+(?:\.[\w-]+)+)'/g))
        if (typeof under(key) !== 'string' && !key.startsWith('places.')) missing.push(`${name}: ${key}`)
      // A key that is put together begins with a part of the catalogue that has words, or all of its choices do.
      for (const [, start = '', choices = '', rest = ''] of text.matchAll(
        /\bt\(\s*`([\w-]+(?:\.[\w-]+)*)\.\$\{([^}`]*)\}([^`]*)`/g,
      )) {
        if (start === 'places') continue
        const named = [...choices.matchAll(/[?:]\s*'([\w-]+)'/g)].map(([, choice = '']) => choice)
        const keys = named.length > 0 ? named.map((choice) => `${start}.${choice}`) : [start]
        for (const key of keys)
          if (
            under(key) === undefined ||
            (rest === '' && named.length === 0 && typeof under(key) !== 'object')
          )
            missing.push(`${name}: ${key}`)
      }
    }
    expect(sources.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})
