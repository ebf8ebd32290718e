import { told } from '../../support/told.ts'
import type fs from 'node:fs/promises'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { makeClaim } from '../../../src/core/records/claim.ts'
import { makeTag } from '../../../src/core/records/tag.ts'
import { some } from '../../support/length.ts'
import { Problem } from '../../../src/core/problem.ts'
import { NotebookStore } from '../../../src/storage/notebook-store.ts'
import { inspect } from '../../support/crash.ts'

/**
 * What goes wrong at which operation of the file layer. `short` writes half of what it should and then has no space left;
 * `full` is a disk that stays full from then on.
 */
const kinds = ['EIO', 'ENOSPC', 'EACCES', 'short', 'full'] as const
type Kind = (typeof kinds)[number]

const fault = vi.hoisted(() => ({
  isOn: false,
  /** Counts the operations. */
  count: 0,
  at: Infinity,
  kind: 'EIO',
  /** The operation that failed. */
  failed: '',
}))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>()
  const writes = new Set(['appendFile', 'writeFile', 'write', 'open', 'rename', 'mkdir', 'sync', 'datasync'])
  /** Whether this operation is to fail, and is to leave half of its work done. */
  const strike = (name: string, what: unknown): boolean => {
    if (!fault.isOn) return false
    const n = fault.count
    fault.count += 1
    const isFull = fault.kind === 'full' && n >= fault.at && writes.has(name)
    if (n !== fault.at && !isFull) return false
    fault.failed ||= `${name} ${typeof what === 'string' ? what.split('/').slice(-2).join('/') : ''}`
    if (fault.kind === 'short' && ['appendFile', 'writeFile', 'write'].includes(name)) return true
    const code = fault.kind === 'short' || fault.kind === 'full' ? 'ENOSPC' : fault.kind
    throw Object.assign(new Error(`${code}: injected, ${name}`), { code })
  }
  const half = (content: unknown): Buffer => {
    const bytes = Buffer.from(content as string)
    return bytes.subarray(0, bytes.length >> 1)
  }
  const noSpace = (): Error => Object.assign(new Error('ENOSPC: injected'), { code: 'ENOSPC' })
  const wrapHandle = (handle: fs.FileHandle, path: unknown): fs.FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        if (name === 'close' || name === 'fd') return value.bind(target) as unknown
        return async (...args: unknown[]) => {
          if (strike(String(name), path)) {
            await target.appendFile(half(args[0]))
            throw noSpace()
          }
          return (value as (...all: unknown[]) => unknown).apply(target, args)
        }
      },
    })
  const wrapped: Record<string, unknown> = {}
  for (const name of [
    'rename',
    'rm',
    'mkdir',
    'readFile',
    'readdir',
    'stat',
    'truncate',
    'appendFile',
    'access',
  ] as const) {
    const value = real[name] as (...args: unknown[]) => Promise<unknown>
    wrapped[name] = async (...args: unknown[]) => {
      if (strike(name, args[0])) throw noSpace()
      return value(...args)
    }
  }
  wrapped['open'] = async (path: string, flags: string, mode: number) => {
    strike('open', path)
    return wrapHandle(await real.open(path, flags, mode), path)
  }
  return { ...real, ...wrapped, default: { ...real, ...wrapped } }
})

interface Outcome {
  acknowledged: Set<string>
  /** What the user was told. */
  told: string[]
}

/** A day's work in short: some of everything that writes files. */
async function scenario(folder: string): Promise<Outcome> {
  const outcome: Outcome = { acknowledged: new Set(), told: [] }
  const tell = (error: unknown): void =>
    void outcome.told.push(error instanceof Error ? error.message : String(error))
  const attempt = async (work: () => Promise<{ id: string } | null | undefined>): Promise<void> => {
    try {
      const change = await work()
      if (change) outcome.acknowledged.add(change.id)
    } catch (error) {
      tell(error)
    }
  }
  let store: NotebookStore
  try {
    store = await NotebookStore.open(folder)
  } catch (error) {
    tell(error)
    return outcome
  }
  store.on('unsaved', tell)
  if (store.readOnly !== null) tell(told(store.readOnly))
  await store.model.whole
  const claim = makeClaim('It is so.')
  await attempt(async () => (await store.commit('Claim', (draft) => draft.put('claim', claim))).change)
  await attempt(async () => {
    await store.content.putText(`<p>Text ${Math.random()}</p>`)
    return null
  })
  await attempt(async () => (await store.commit('Tag', (draft) => draft.put('tag', makeTag('Late')))).change)
  await attempt(() => store.save().then(() => null))
  await attempt(
    async () => (await store.commit('Note', (draft) => draft.patch('claim', claim.id, { note: 'x' }))).change,
  )
  await attempt(() => store.undo())
  await attempt(async () => {
    const { change } = await store.commit('Two at once', async (draft) => {
      await draft.put('claim', makeClaim('Another.'))
      await draft.remove('claim', claim.id)
    })
    return change
  })
  await store.close().catch(tell)
  return outcome
}

async function withFault<T>(at: number, kind: Kind, work: () => Promise<T>): Promise<T> {
  Object.assign(fault, { isOn: true, count: 0, at, kind, failed: '' })
  try {
    return await work()
  } finally {
    fault.isOn = false
  }
}

/** A notebook with something in it already. */
async function prepare(folder: string): Promise<void> {
  const store = await NotebookStore.create(folder, 'Faults')
  await store.commit('Before', (draft) => draft.put('tag', makeTag('Early')))
  await store.close()
}

describe('a file system that fails', () => {
  it(
    'at any single operation loses nothing that was acknowledged, and is told',
    { timeout: 900_000 },
    async () => {
      const home = await mkdtemp(join(tmpdir(), 'ascribe-faults-'))
      try {
        const template = join(home, 'template')
        await prepare(template)
        const fresh = async (name: string): Promise<string> => {
          const folder = join(home, name)
          await cp(template, folder, { recursive: true })
          return folder
        }
        const trial = await fresh('trial')
        await withFault(Infinity, 'EIO', () => scenario(trial))
        const operations = fault.count
        expect(operations).toBeGreaterThan(60)
        const wanted = process.env['FAULTS'] === 'all' ? kinds : null
        const problems: string[] = []
        // In a short run every sixth operation, others each day; each fails in its own way.
        for (const at of some(
          Array.from({ length: operations }, (_, n) => n),
          6,
        )) {
          for (const kind of wanted ?? [kinds[Math.floor(at / 6) % kinds.length] ?? 'EIO']) {
            const folder = await fresh(`${at}-${kind}`)
            const { acknowledged, told } = await withFault(at, kind, () => scenario(folder))
            const name = `operation ${at} (${fault.failed}) with ${kind}`
            for (const problem of await inspect(folder, acknowledged)) problems.push(`${name}: ${problem}`)
            const isWhole = acknowledged.size === 5
            if (!isWhole && told.length === 0) problems.push(`${name}: nobody was told`)
            await rm(folder, { recursive: true, force: true })
          }
        }
        expect(problems).toEqual([])
      } finally {
        await rm(home, { recursive: true, force: true })
      }
    },
  )

  it('is told in a sentence that says what to do', async () => {
    const home = await mkdtemp(join(tmpdir(), 'ascribe-faults-'))
    try {
      const folder = join(home, 'notebook')
      await prepare(folder)
      const store = await NotebookStore.open(folder)
      await withFault(0, 'full', async () => {
        const failure = await store
          .commit('Tag', (draft) => draft.put('tag', makeTag('A')))
          .catch((error: unknown) => error)
        expect(failure).toBeInstanceOf(Problem)
        expect(failure).toMatchObject({ code: 'disk-full', action: 'Free some space and try again.' })
      })
      await store.close()
    } finally {
      await rm(home, { recursive: true, force: true })
    }
  })
})
