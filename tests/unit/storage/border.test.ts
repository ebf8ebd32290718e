import { told } from '../../support/told.ts'
import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import {
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import type { Backend } from '../../support/backend.ts'
import { Enclosure } from '../../../src/storage/enclosure.ts'
import { ReadModel } from '../../../src/storage/read-model.ts'
import { some } from '../../support/length.ts'
import { addArticle, createApp, newNotebook, reopen } from '../../support/notebooks.ts'

/** A notebook with an article and a claim, closed; and a file outside of it that must never change. */
async function closedNotebook() {
  const { app, backend, folder, home } = await newNotebook()
  const article = await addArticle(backend, 'The ferry sails at noon.')
  const claim = (await backend.claims.create({ statement: 'The ferry sails at noon' })).id
  await app.close()
  const outside = join(home, 'outside.txt')
  await writeFile(outside, 'line one\nline two without an end')
  return { app, backend, folder, home, article, claim, outside }
}

const untouched = (file: string): Promise<string> => readFile(file, 'utf8')
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'went through',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

describe('an enclosure', () => {
  it('takes no name that leads out of it', async () => {
    const { home } = await closedNotebook()
    const enclosure = new Enclosure(join(home, 'notebook'))
    for (const name of [
      '../outside.txt',
      'log/../../outside.txt',
      '/etc/passwd',
      'a//b',
      '',
      'log\\x',
      'a\0b',
    ])
      expect(() => enclosure.at(name), name).toThrow('is no name of a file')
  })

  it('reads no file that is larger than may be, and no pipe', async () => {
    const { home } = await closedNotebook()
    const enclosure = new Enclosure(home)
    expect(await refusal(enclosure.read('outside.txt', 10))).toContain('at most')
    expect(() => enclosure.readSync('outside.txt', 10)).toThrow('at most')
    execFileSync('mkfifo', [join(home, 'pipe')])
    expect(await refusal(enclosure.read('pipe', 10))).toContain('a device, pipe or socket')
    expect(() => enclosure.readSync('pipe', 10)).toThrow('a device, pipe or socket')
    expect(await enclosure.read('nothing', 10)).toBeNull()
  })
})

describe('a link in a notebook', () => {
  for (const name of ['log/2099-01.jsonl', 'log/applied.json', 'log/2099-01.jsonl.gz'])
    it(`at ${name} is named, not followed, and the notebook can be read`, async () => {
      const { app, folder, home, outside, claim } = await closedNotebook()
      await rm(join(folder, name), { force: true })
      await symlink(outside, join(folder, name))
      const { backend } = await reopen(app, folder, home)
      expect(await untouched(outside)).toBe('line one\nline two without an end')
      expect((await backend.claims.get({ id: claim })).claim.statement).toBe('The ferry sails at noon')
      expect(await refusal(backend.claims.create({ statement: '$(touch evil)' }))).toContain(name)
      expect((await backend.health.check()).map(({ where }) => where)).toContain(name)
      expect(await untouched(outside)).toBe('line one\nline two without an end')
    })

  for (const name of some(['claims', 'articles', 'texts', 'originals', 'log', 'sources'], 3))
    it(`for the folder ${name} keeps edits from going outside`, async () => {
      const { app, folder, home } = await closedNotebook()
      const elsewhere = join(home, 'elsewhere')
      await mkdir(elsewhere)
      await rm(join(folder, name), { recursive: true, force: true })
      await symlink(elsewhere, join(folder, name))
      const { app: next, backend } = await reopen(app, folder, home)
      expect(await refusal(backend.claims.create({ statement: 'One more' }))).toContain(`“${name}” is a link`)
      expect(await refusal(addArticle(backend, 'More text.'))).toContain(`“${name}” is a link`)
      expect((await backend.health.check()).map(({ where }) => where)).toContain(name)
      await next.close()
      expect(await readdir(elsewhere)).toEqual([])
    })

  it('put in while the notebook is open keeps the next edit from going outside', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.claims.create({ statement: 'First' })
    await app.store.save()
    const elsewhere = join(home, 'elsewhere')
    await rename(join(folder, 'log'), elsewhere)
    await symlink(elsewhere, join(folder, 'log'))
    const [month = ''] = (await readdir(elsewhere)).filter((name) => name.endsWith('.jsonl'))
    const before = await untouched(join(elsewhere, month))
    expect(await refusal(backend.claims.create({ statement: 'Second' }))).toContain('“log” is a link')
    expect(await untouched(join(elsewhere, month))).toBe(before)
  })

  it('for a document is damage of that document alone', async () => {
    const { app, folder, home, claim, outside } = await closedNotebook()
    const document = join(folder, 'claims', `${claim}.json`)
    await rename(document, join(home, 'moved.json'))
    await symlink(join(home, 'moved.json'), document)
    const { backend } = await reopen(app, folder, home)
    expect(await refusal(backend.claims.get({ id: claim }))).toContain('is a link')
    const { id } = await backend.claims.create({ statement: 'Another' })
    expect((await backend.claims.get({ id })).claim.statement).toBe('Another')
    const { left } = await backend.health.repair()
    expect(left.map(({ where }) => where)).toContain(`claims/${claim}.json`)
    expect((await lstat(document)).isSymbolicLink()).toBe(true)
    expect(await untouched(outside)).toBe('line one\nline two without an end')
  })

  it('for the lock or for a file beside it is not opened', async () => {
    for (const name of ['.lock', '.lock-journal']) {
      const { app, backend, folder, home, outside } = await closedNotebook()
      await rm(join(folder, name), { force: true })
      await symlink(outside, join(folder, name))
      const { backend: next } = await reopen(app, folder, home)
      expect(await refusal(next.claims.create({ statement: 'x' }))).toContain(name)
      expect(await untouched(outside)).toBe('line one\nline two without an end')
      expect(backend).toBeDefined()
    }
  })

  it('is not needed to be hostile: a journal that says something beside the lock goes unread', async () => {
    const { app, folder, home } = await closedNotebook()
    const endsWithName = Buffer.concat([Buffer.alloc(504, 7), Buffer.from('d9d505f920a163d7', 'hex')])
    await writeFile(join(folder, '.lock-journal'), endsWithName)
    const { app: next } = await reopen(app, folder, home)
    expect(next.store.readOnly).toBeNull()
    expect((await readFile(join(folder, '.lock-journal'))).includes(Buffer.alloc(16, 7))).toBe(false)
    // What the one who writes keeps there is left alone by others.
    const { ino } = await stat(join(folder, '.lock-journal'))
    const reader = createApp(home)
    await reader.open(folder)
    expect(told(reader.store.readOnly)).toContain('open in another')
    await reader.close()
    expect((await stat(join(folder, '.lock-journal'))).ino).toBe(ino)
  })

  it('for the cache is left alone: lists are made in memory', async () => {
    const { app, folder, home, claim } = await closedNotebook()
    const elsewhere = join(home, 'elsewhere')
    await rename(join(folder, '.cache'), elsewhere)
    await symlink(elsewhere, join(folder, '.cache'))
    const before = await readdir(elsewhere)
    const { app: next, backend } = await reopen(app, folder, home)
    await backend.claims.create({ statement: 'Whole' })
    expect((await backend.claims.list({})).rows.map(({ id }) => id)).toContain(claim)
    await next.close()
    expect(await readdir(elsewhere)).toEqual(before)
    expect((await lstat(join(folder, '.cache'))).isSymbolicLink()).toBe(true)
  })

  it('to the notebook itself is followed: a notebook may lie on another disk', async () => {
    const { app, folder, home } = await closedNotebook()
    await symlink(folder, join(home, 'linked'))
    const { backend } = await reopen(app, join(home, 'linked'), home)
    await backend.claims.create({ statement: 'Through a link' })
    expect(await backend.health.check()).toEqual([])
  })
})

describe('a notebook whose folder is moved while it is open', () => {
  it('does not begin again in an empty folder', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.claims.create({ statement: 'First' })
    await app.store.save()
    await rename(folder, join(home, 'moved'))
    expect(await refusal(backend.claims.create({ statement: 'Second' }))).toContain('moved or deleted')
    await app.store.save().catch(() => undefined)
    expect(await readdir(home)).not.toContain('notebook')
    await rename(join(home, 'moved'), folder)
    await backend.claims.create({ statement: 'Third' })
    expect((await backend.claims.list({})).rows.map(({ statement }) => statement).toSorted()).toEqual([
      'First',
      'Third',
    ])
  })

  it('takes in what it has in its log when it is back', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await backend.claims.create({ statement: 'First' })
    await app.store.save()
    const model = ReadModel.start(folder, () => Promise.resolve([]))
    await model.open('memory', await app.store.log.end())
    await model.whole
    await backend.claims.create({ statement: 'Second' })
    const [, second] = await Array.fromAsync(app.store.log.read(null))
    if (second === undefined) throw new Error('the Change is not in the log')
    await app.close()
    const claimCount = async () => (await model.ask('overview')).counts.claims
    await rename(folder, join(home, 'moved'))
    await expect(model.apply(second.place)).rejects.toThrow('moved or deleted')
    expect(await claimCount()).toBe(1)
    await rename(join(home, 'moved'), folder)
    expect(await claimCount()).toBe(2)
    await model.close()
  })

  it('loses nothing that is looked at while it is away', async () => {
    const made = await newNotebook()
    const { folder, home } = made
    const { id } = await made.backend.claims.create({ statement: 'First' })
    // Opened anew, it is not in memory.
    const { app, backend } = await reopen(made.app, folder, home)
    await rename(folder, join(home, 'moved'))
    // What was written shortly before is looked at a moment later, when the folder may be elsewhere.
    await app.store.takeIn([`claims/${id}.json`])
    await rename(join(home, 'moved'), folder)
    expect((await backend.claims.list({})).rows.map(({ statement }) => statement)).toEqual(['First'])
    expect(await backend.health.check()).toEqual([])
  })
})

describe('a cache that came from elsewhere', () => {
  it('is not believed', async () => {
    const { app, folder, home } = await closedNotebook()
    const copy = join(home, 'copy')
    await cp(folder, copy, { recursive: true })
    const db = new DatabaseSync(join(copy, '.cache', 'read-model.db'))
    db.exec("UPDATE claim SET statement = 'Something else altogether'")
    db.close()
    const { backend } = await reopen(app, copy, home)
    expect((await backend.claims.list({})).rows.map(({ statement }) => statement)).toEqual([
      'The ferry sails at noon',
    ])
  })
})

describe('pipes, devices and monsters', () => {
  it('do not keep a notebook from opening', async () => {
    const { app, folder, home, claim } = await closedNotebook()
    const other = '0190a5b2-0000-7000-8000-000000000001'
    execFileSync('mkfifo', [join(folder, 'claims', `${other}.json`)])
    await symlink('/dev/zero', join(folder, 'sources', `${other}.json`)).catch(async () => {
      await mkdir(join(folder, 'sources'))
      await symlink('/dev/zero', join(folder, 'sources', `${other}.json`))
    })
    const huge = join(folder, 'notes', `${other}.json`)
    await mkdir(join(folder, 'notes'), { recursive: true })
    await pipeline([Buffer.alloc(1)], createWriteStream(huge, { start: 300 << 20, flags: 'w' }))
    const { backend } = await reopen(app, folder, home)
    expect((await backend.claims.get({ id: claim })).claim.statement).toBe('The ferry sails at noon')
    const found = await backend.health.check()
    for (const name of [`claims/${other}.json`, `sources/${other}.json`, `notes/${other}.json`])
      expect(found.map(({ where }) => where)).toContain(name)
  })

  it('nested deeper than anything end neither the check nor the notebook', async () => {
    const { app, folder, home } = await closedNotebook()
    const { app: next, backend } = await reopen(app, folder, home)
    const { id } = await backend.sources.named({ name: 'A register', kind: 'document' })
    await next.close()
    const file = join(folder, 'sources', `${id}.json`)
    const text = await readFile(file, 'utf8')
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    await writeFile(file, text.replace('"csl": null', `"csl": ${deep}`))
    const { backend: last } = await reopen(app, folder, home)
    expect((await last.health.check()).map(({ where }) => where)).toContain(`sources/${id}.json`)
    expect((await last.claims.list({})).rows).toHaveLength(1)
  })
})

describe('a backup', () => {
  const zipOf = async (
    file: string,
    entries: Record<string, string | Buffer>,
    mode = 0o100644,
  ): Promise<void> => {
    const zip = new ZipFile()
    for (const [name, content] of Object.entries(entries))
      zip.addBuffer(Buffer.from(content), name, { mode: name.startsWith('link') ? 0o120777 : mode })
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(file))
  }
  const notebookJson = async (folder: string): Promise<Buffer> => readFile(join(folder, 'notebook.json'))

  it('names what it could not take, and is not called whole', async () => {
    const { backend, folder, home } = await newNotebook()
    const outside = join(home, 'outside.txt')
    await writeFile(outside, 'secret')
    await symlink(outside, join(folder, 'aside.txt'))
    await mkdir(join(folder, 'aside'))
    await symlink(outside, join(folder, 'aside', 'linked'))
    const made = await backend.backups.create({ file: join(home, 'copy.zip') })
    expect(made.leftOut).toEqual(['aside.txt', 'aside/linked'])
    expect((await readFile(join(home, 'copy.zip'))).includes('secret')).toBe(false)
  })

  it('takes nothing hidden from a zip, no link, and nothing that leads out', async () => {
    const { backend, folder, home } = await newNotebook()
    const file = join(home, 'hostile.zip')
    const hidden = [
      '.git/hooks/post-checkout',
      '.cache/read-model.db',
      '.lock',
      '.lock-journal',
      'log/.envrc',
    ]
    await zipOf(file, {
      'notebook.json': await notebookJson(folder),
      'link.txt': '/etc/passwd',
      ...Object.fromEntries(hidden.map((name) => [name, 'x'])),
    })
    const target = join(home, 'restored')
    const { leftOut } = await backend.backups.restore({ file, folder: target })
    expect(leftOut.toSorted()).toEqual(['link.txt', ...hidden].toSorted())
    expect(await lstat(join(target, 'link.txt')).catch(() => null)).toBeNull()
    expect(await lstat(join(target, '.git')).catch(() => null)).toBeNull()
  })

  it('that would fill the disk is refused before anything is written', async () => {
    const { backend, folder, home } = await newNotebook()
    const file = join(home, 'bomb.zip')
    await zipOf(file, {
      'notebook.json': await notebookJson(folder),
      'log/2031-01.jsonl': Buffer.alloc(200 << 20),
    })
    expect((await stat(file)).size).toBeLessThan(1 << 20)
    expect(await refusal(backend.backups.restore({ file, folder: join(home, 'restored') }))).toContain(
      'far larger',
    )
    expect((await readdir(home)).filter((name) => name.startsWith('restored'))).toEqual([])
  })

  it('leaves nothing behind that a crash interrupted', async () => {
    const { app, folder, home } = await closedNotebook()
    await mkdir(join(home, 'gone.restoring-999999999'))
    await writeFile(join(folder, '.1-1.tmp'), 'half')
    await writeFile(join(folder, 'claims', '.1-2.tmp'), 'half')
    const { app: next, backend } = await reopen(app, folder, home)
    const { file } = await backend.backups.create({})
    await writeFile(`${file}.part`, 'half')
    await reopen(next, folder, home)
    expect((await readdir(home)).filter((name) => name.includes('restoring'))).toEqual([])
    expect((await readdir(join(file, '..'))).filter((name) => name.endsWith('.part'))).toEqual([])
    const left = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))
    expect(left).toEqual([])
  })
})

describe('other users of the machine', () => {
  const modes = async (folder: string): Promise<Record<string, string>> => {
    const names = await readdir(folder, { recursive: true })
    const states = await Promise.all(
      names.map(async (name) => [name, (await stat(join(folder, name))).mode] as const),
    )
    return Object.fromEntries(
      states.filter(([, mode]) => (mode & 0o077) !== 0).map(([name, mode]) => [name, mode.toString(8)]),
    )
  }
  const everything = async (backend: Backend): Promise<void> => {
    await addArticle(backend, 'The ferry sails at noon.')
    await backend.claims.create({ statement: 'One' })
    await backend.backups.create({})
  }

  it('can open nothing of a notebook, its log, its cache or its copies', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await everything(backend)
    await app.store.save()
    expect((await stat(folder)).mode & 0o077).toBe(0)
    expect(await modes(folder)).toEqual({})
    expect(await modes(join(home, 'Backups'))).toEqual({})
    expect(await backend.health.openToOthers()).toEqual({ count: 0 })
  })

  it('are shut out of an older notebook when the user says so', async () => {
    const { app, backend, folder, home } = await newNotebook()
    await everything(backend)
    await app.close()
    for (const name of ['', ...(await readdir(folder, { recursive: true }))])
      await chmod(join(folder, name), 0o755)
    const { backend: next } = await reopen(app, folder, home)
    const { count } = await next.health.openToOthers()
    expect(count).toBeGreaterThan(5)
    expect(await next.health.closeToOthers()).toEqual({ count })
    expect(await next.health.openToOthers()).toEqual({ count: 0 })
    expect(await modes(folder)).toEqual({})
  })
})

it('a program that is made twice finds the same notebook', async () => {
  const { app, folder, home } = await closedNotebook()
  const next = createApp(home)
  await next.open(folder)
  await next.close()
  expect(app).toBeDefined()
})
