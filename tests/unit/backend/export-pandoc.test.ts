import { execFileSync, spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { plainBackend } from '../../support/backend.ts'
import { temporaryFolder } from '../../support/ascribe.ts'
import { createApp } from '../../support/notebooks.ts'

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

describe.runIf(hasPandoc)('the sample, written for Pandoc', () => {
  it('is read by it without a warning, and every citation is found', async () => {
    const { path: home, remove } = await temporaryFolder()
    const app = createApp(home)
    onTestFinished(async () => {
      await app.close()
      await remove()
    })
    await app.openSample()
    await app.store.model.whole
    const folder = join(home, 'out')
    const options = ['texts', 'tag-pages', 'wordings']
    for await (const event of await plainBackend(app).exports.run({ folder, profile: 'pandoc', options }))
      expect(event.type).not.toBe('failed')
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'))
    expect(files.length).toBeGreaterThan(25)
    const told = spawnSync(
      'pandoc',
      ['--citeproc', '--bibliography', 'references.json', '--from', 'markdown', '--to', 'html', ...files],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(told.stderr).toBe('')
    expect(told.status).toBe(0)
    expect(told.stdout).not.toContain('???')
    expect(
      execFileSync('pandoc', ['--from', 'biblatex', '--to', 'csljson', join(folder, 'references.bib')], {
        encoding: 'utf8',
      }),
    ).toContain('Envoys met in secret')
  })
})
