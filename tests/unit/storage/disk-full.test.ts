import fs from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { newNotebook, reopen } from '../../support/notebooks.ts'

/** How many bytes may still be written; the file handles below count them down. */
const disk = vi.hoisted(() => ({ free: Infinity }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>()
  const full = (): Error =>
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const open: typeof fs.open = async (path, flags, mode) => {
    const handle = await real.open(path, flags, mode)
    const limited = async (content: unknown): Promise<void> => {
      const bytes = Buffer.from(content as string)
      const fits = Math.min(bytes.length, disk.free)
      disk.free -= fits
      // A full disk takes what fits, and then fails: the worst case, a torn write.
      await handle.write(bytes.subarray(0, fits))
      if (fits < bytes.length) throw full()
    }
    return new Proxy(handle, {
      get(target, name) {
        if (name === 'appendFile' || name === 'writeFile') return limited
        if (name === 'write')
          return async (content: Uint8Array) => {
            await limited(content)
            return { bytesWritten: content.length }
          }
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
  }
  return { ...real, default: { ...real, open }, open }
})

describe('a full disk', () => {
  it('is told, changes nothing, and loses nothing once there is space again', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.tags.create({ name: 'Before' })
    disk.free = 40
    await expect(backend.tags.create({ name: 'Too much' })).rejects.toMatchObject({
      data: { code: 'disk-full' },
      message: expect.stringMatching(/disk is full/) as string,
    })
    expect((await backend.tags.list()).map(({ name }) => name)).toEqual(['Before'])
    disk.free = Infinity
    await backend.tags.create({ name: 'After' })
    const again = await reopen(app, folder, home)
    expect((await again.backend.tags.list()).map(({ name }) => name)).toEqual(['After', 'Before'])
    expect(await again.backend.health.check()).toEqual([])
  })

  it('while documents are written is told; the change is safe in the log', async () => {
    const { app, backend, folder, home } = await newNotebook()
    const told = new Promise((resolve) =>
      app.on('event', (event) => event.type === 'unsaved' && resolve(event)),
    )
    await backend.tags.create({ name: 'Safe' })
    disk.free = 0
    expect(await told).toMatchObject({ problem: { code: 'disk-full' } })
    await expect(readFile(join(folder, 'tags.json'), 'utf8')).rejects.toThrow()
    disk.free = Infinity
    const again = await reopen(app, folder, home)
    expect((await again.backend.tags.list()).map(({ name }) => name)).toEqual(['Safe'])
  })
})
