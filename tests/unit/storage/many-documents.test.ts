import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeClaim } from '../../../src/core/records/claim.ts'
import { newNotebook, reopen } from '../../support/notebooks.ts'

describe('very many documents in one Change', () => {
  it('are all written, whatever is read meanwhile', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const first = await backend.claims.create({ statement: 'The first.' })
    const committed = app.store.commit('Add claims', async (draft) => {
      for (let n = 0; n < 700; n += 1) await draft.put('claim', makeClaim(`Claim ${n}`))
    })
    for (let n = 0; n < 50; n += 1) await app.store.get('claim', first.id)
    await committed
    await Promise.all([
      app.store.save(),
      ...Array.from({ length: 50 }, () => backend.claims.get({ id: first.id })),
    ])
    expect(await readdir(join(folder, 'claims'))).toHaveLength(701)
    await app.close()
    await rm(join(folder, '.cache'), { recursive: true })
    const again = await reopen(app, folder, home)
    expect((await again.backend.claims.list({})).total).toBe(701)
    expect(await again.backend.search({ text: 'claim', limit: 200 })).toHaveLength(200)
    expect(await again.backend.health.check()).toEqual([])
  })
})
