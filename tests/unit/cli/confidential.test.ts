import { appendFile, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ascribe, temporaryFolder } from '../../support/ascribe.ts'
import { addArticle, newNotebook } from '../../support/notebooks.ts'
import { linkEvidence } from '../../support/claim-edits.ts'

const name = 'Renée Kovář'

/** A notebook that was exported before a source of it became confidential. */
async function exportedBefore() {
  const { app, backend, folder, home } = await newNotebook('Papers')
  const article = await addArticle(
    backend,
    `${name} carried the papers. The clerk saw it.`,
    'How the papers came',
  )
  const { id: claim } = await backend.claims.create({ statement: `${name} carried the papers` })
  await linkEvidence(backend, { claim, stance: 'supports', chain: [{ name, kind: 'person' }] })
  const source = await backend.sources.named({ name, kind: 'person' })
  await backend.claims.create({ statement: 'Mr Kovář was there' })
  await app.close()
  const target = join(home, 'vault')
  const before = await ascribe(home, 'export', folder, target)
  expect(before.code).toBe(0)
  const reopened = await newNotebook().then(({ app: other }) => other)
  await reopened.open(folder)
  const { plainBackend } = await import('../../support/backend.ts')
  await plainBackend(reopened).sources.update({ id: source.id, fields: { confidential: true } })
  await reopened.close()
  return { folder, home, target, article }
}

const everythingIn = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true })
  const texts = await Promise.all(
    names.map(async (file) =>
      (await stat(join(folder, file))).isFile() ? readFile(join(folder, file), 'utf8') : '',
    ),
  )
  return [...names, ...texts].join('\n')
}

describe('an export on the command line that would name a confidential source', () => {
  it('is refused with the places, until it is said what becomes of them', async () => {
    const { folder, home } = await exportedBefore()
    const target = join(home, 'other')
    const refused = await ascribe(home, 'export', folder, target)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('--confidential replace, omit or include')
    expect(refused.stdout).toContain('claims/Renée Kovář carried')
    expect(await readdir(home)).not.toContain('other')
    const asJson = JSON.parse((await ascribe(home, 'export', folder, target, '--json')).stdout) as {
      error: { code: string }
      places: unknown[]
    }
    expect(asJson.error.code).toBe('confidential')
    expect(asJson.places.length).toBeGreaterThan(3)

    for (const choice of ['replace', 'omit'] as const) {
      const out = join(home, choice)
      const done = await ascribe(home, 'export', folder, out, '--confidential', choice)
      expect(done.code, done.stderr).toBe(0)
      expect(await everythingIn(out)).not.toMatch(/ren[eé]e[ -]kov[aá][rř]/i)
      // A surname alone is listed, for a person to look at.
      expect(done.stdout).toContain('Mr Kovář was there')
    }
    const included = await ascribe(home, 'export', folder, join(home, 'include'), '--confidential', 'include')
    expect(included.code).toBe(0)
    expect(included.stdout).toContain('as you wanted')
    expect(await everythingIn(join(home, 'include'))).toContain(name)
  })

  it('removes what an earlier one wrote of her, and names what somebody edited', async () => {
    const { folder, home, target } = await exportedBefore()
    const page = (await readdir(join(target, 'claims'))).find((file) => file.startsWith('Ren')) ?? ''
    await appendFile(join(target, 'claims', page), '\nMy own words.\n')
    await writeFile(join(target, 'mine.md'), `I met ${name}.`)
    const done = await ascribe(home, 'export', folder, target, '--confidential', 'replace', '--json')
    expect(done.code, done.stdout).toBe(0)
    const { earlier } = JSON.parse(done.stdout) as { earlier: { removed: string[]; left: string[] } }
    expect(earlier.removed.some((path) => path.startsWith('sources/Renée Kovář'))).toBe(true)
    expect(earlier.left.toSorted()).toEqual([`claims/${page}`, 'mine.md'])
    expect(await readFile(join(target, 'claims', page), 'utf8')).toContain('My own words.')
    expect(await readdir(join(target, 'sources')).catch(() => [])).toEqual([])
  })

  it('follows no link in the folder that it goes to', async () => {
    const { folder, home } = await exportedBefore()
    const outside = await temporaryFolder()
    onTestFinished(outside.remove)
    const target = await temporaryFolder()
    onTestFinished(target.remove)
    await symlink(outside.path, join(target.path, 'claims'))
    const refused = await ascribe(home, 'export', folder, target.path, '--confidential', 'replace')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('“claims” is a link')
    expect(await readdir(outside.path)).toEqual([])
  })
})
