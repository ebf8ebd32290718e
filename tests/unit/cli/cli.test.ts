import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import {
  ascribe,
  ascribeProcess,
  ascribeWithoutRights,
  root,
  startAscribe,
  temporaryFolder,
  type CliResult,
} from '../../support/ascribe.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let notebook: string
const run = (...args: string[]): Promise<CliResult> => ascribe(folder.path, ...args)
const json = async <T>(...args: string[]): Promise<T> =>
  JSON.parse((await run(...args, '--json')).stdout) as T

beforeAll(async () => {
  folder = await temporaryFolder()
  notebook = join(folder.path, 'notebook')
  expect((await run('init', notebook, '--title', 'From the command line')).code).toBe(0)
})
afterAll(() => folder.remove())

describe('the main job on the command line', () => {
  it('imports, annotates, links, lists, searches, exports, checks', async () => {
    const page = join(root, 'tests/fixtures/pages/saved-news-page.html')
    const [article] = await json<{ id: string }[]>('import', notebook, page)
    expect(article).toEqual({
      id: expect.any(String) as string,
      title: 'Ferry contract went to director’s cousin',
      authors: ['Jonna Birk'],
      outlet: 'The Tideway Courier',
      published: '2031-05-12',
      language: 'en-GB',
      characters: expect.any(Number) as number,
      warnings: [],
      version: 1,
      carried: null,
    })
    const id = article?.id ?? ''
    const [again] = await json<{ id: string }[]>('import', notebook, page)
    expect(again?.id).toBe(id)
    const made = await json<{ annotation: { id: string; exact: string }; claim: { id: string } }>(
      ...[
        'annotate',
        notebook,
        id,
        '--quote',
        'the price had not been discussed at all',
        '--note',
        'Ask for the *minutes*.',
      ],
      ...['--tag', 'Procurement', '--tag', 'Harbour', '--claim', 'The price was not discussed.'],
    )
    expect(made.annotation.exact).toBe('the price had not been discussed at all')
    const claim = await json<{ evidence: { stance: string; chain: object[] }[] }>(
      ...[
        'link',
        notebook,
        made.claim.id,
        '--source',
        'A second board member',
        '--kind',
        'anonymous',
        '--stance',
        'supports',
      ],
      ...['--via', 'The Tideway Courier', '--annotation', made.annotation.id],
    )
    expect(claim.evidence).toMatchObject([
      { stance: 'supports', chain: [{ mode: 'says' }, { mode: 'reports' }] },
    ])
    expect(await json<object[]>('list', notebook, 'tags')).toHaveLength(2)
    expect(await json<object[]>('list', notebook, 'sources')).toHaveLength(2)
    expect(await json<object[]>('list', notebook, 'annotations')).toMatchObject([
      { exact: made.annotation.exact },
    ])
    expect(await json<object[]>('list', notebook, 'claims')).toMatchObject([{ supports: 1 }])
    expect(await json<object[]>('search', notebook, 'price', 'discussed')).not.toHaveLength(0)
    const target = join(folder.path, 'export')
    expect(await json('export', notebook, target, '--claim', made.claim.id)).toMatchObject({ folder: target })
    expect(await readFile(join(target, 'index.md'), 'utf8')).toContain('The price was not discussed.')
    expect(await json('check', notebook)).toEqual({ findings: [] })
  }, 60_000)

  it('tells the history, and undoes and redoes across runs', async () => {
    const [newest] = await json<{ label: string }[]>('history', notebook, '--limit', '1')
    expect(newest?.label).toContain('Add evidence')
    expect((await run('undo', notebook)).stdout).toContain(newest?.label)
    expect(await json('redo', notebook)).toMatchObject({ label: newest?.label, steps: { redo: null } })
    expect((await run('redo', notebook)).code).toBe(1)
  })

  it('adds versions of an article, and shows what changed and what that touches', async () => {
    const place = join(folder.path, 'versions')
    await mkdir(place)
    const [old, now] = [join(place, 'old.txt'), join(place, 'new.txt')]
    await writeFile(old, 'Nine ships left the harbour on Friday, officials said.\n\nNo reason was given.')
    await writeFile(now, 'Two ships left the harbour on Friday, officials said.\n\nNo reason was given.')
    const [{ id }] = await json<[{ id: string }]>('import', notebook, old)
    await json('annotate', notebook, id, '--quote', 'Nine ships left', '--claim', 'Nine ships left.')
    expect(await json('import', notebook, '--version-of', id, now)).toMatchObject([
      { id, version: 2, carried: { exact: 0, moved: 0, review: 1, orphan: 0 } },
    ])
    expect(await json('list', notebook, 'annotations', '--filter', `article=${id}`)).toMatchObject([
      {
        article: id,
        version: 2,
        state: 'review',
        start: 0,
        end: 14,
        score: expect.any(Number) as number,
        exact: 'Nine ships left',
        text: 'Two ships left',
      },
    ])
    const { stdout } = await run('versions', notebook, id)
    expect(stdout).toContain('[-Nine-]{+Two+} ships left the harbour')
    expect(stdout).toMatch(/touches the highlight .*“Nine ships left”/)
    expect(stdout).toMatch(/touches the claim .*Nine ships left\./)
    expect(await json('versions', notebook, id)).toMatchObject({
      from: 1,
      to: 2,
      changes: [{ claims: [{ statement: 'Nine ships left.' }] }],
    })
  })

  it('reads standard input and whole folders', async () => {
    const pages = join(folder.path, 'pages')
    await mkdir(join(pages, 'deeper'), { recursive: true })
    await writeFile(join(pages, 'a.txt'), 'Text a.')
    await writeFile(join(pages, 'deeper', 'b.md'), '# B\n\nText b.')
    await writeFile(join(pages, 'photo.jpg'), new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))
    await writeFile(join(pages, 'deeper', 'data.json'), '{}')
    const result = await run('import', notebook, pages, '--json')
    expect(JSON.parse(result.stdout)).toMatchObject([{ title: 'a' }, { title: 'B' }])
    expect(result.code).toBe(0)
    // What is in a folder besides is told, not passed over.
    expect(result.stderr).toMatch(/Left out: “.*photo\.jpg” is a picture\./)
    expect(result.stderr).toMatch(/Left out: “.*data\.json” is JSON data/)
  })
})

describe('exit codes and sentences', () => {
  it('are those of the process', async () => {
    const codeOf = async (...args: string[]): Promise<number> =>
      (await ascribeProcess(folder.path, ...args)).code
    expect(await codeOf('frobnicate')).toBe(2)
    expect(await codeOf('list', '/', 'articles')).toBe(1)
    expect(await codeOf('list', notebook, 'articles', '--json')).toBe(0)
  })

  it.each([
    ['an unknown command', ['frobnicate'], 2],
    ['a missing argument', ['init'], 2],
    ['a missing option', ['init', 'x'], 2],
    ['a wrong choice', ['list', 'x', 'everything'], 2],
    ['a wrong number', ['annotate', 'x', 'y', '--quote', 'z', '--occurrence', '0'], 2],
    ['help', ['--help'], 0],
    ['help of a command', ['import', '--help'], 0],
    ['a folder that is no notebook', ['list', '/', 'articles'], 1],
    [
      'an article that is not there',
      ['annotate', 'NOTEBOOK', '01950000-0000-7000-8000-000000000000', '--quote', 'x'],
      1,
    ],
    ['an id that is none', ['annotate', 'NOTEBOOK', 'nonsense', '--quote', 'x'], 1],
    ['a file that is not there', ['import', 'NOTEBOOK', '/no/such/file.html'], 1],
    ['an empty folder', ['import', 'NOTEBOOK', 'NOTEBOOK/.cache'], 1],
    ['a second notebook in the same folder', ['init', 'NOTEBOOK', '--title', 'x'], 1],
  ])('for %s', async (_name, args, code) => {
    const result = await run(...args.map((arg) => arg.replace('NOTEBOOK', notebook)))
    expect(result.code, result.stderr).toBe(code)
    expect(result.stderr).not.toMatch(/\n\s+at /)
    if (code === 1) expect(result.stderr.trim()).toMatch(/^[A-Z“][\s\S]+[.!]$/)
  })

  it('a bad file among good ones fails, and the good ones are there', async () => {
    const [good, bad] = [join(folder.path, 'good.txt'), join(folder.path, 'bad.txt')]
    await writeFile(good, 'A good text of its own.')
    await writeFile(bad, new Uint8Array(500))
    const result = await run('import', notebook, bad, good, '--json')
    expect(result.code).toBe(1)
    expect(JSON.parse(result.stdout)).toMatchObject([{ title: 'good' }])
    expect(result.stderr).toContain('“bad.txt”')
  })

  it('a 200 MB file is refused without being read', async () => {
    const big = join(folder.path, 'big.html')
    await writeFile(big, '')
    await (await import('node:fs/promises')).truncate(big, 200 * 1024 * 1024)
    const result = await run('import', notebook, big)
    await rm(big)
    expect(result).toMatchObject({ code: 1 })
    expect(result.stderr).toContain('has 200 MB')
  })

  it('a file and a folder without permission are named, and nothing is changed', async ({ skip }) => {
    const secret = join(folder.path, 'secret.txt')
    await writeFile(secret, 'Not for everybody.')
    await chmod(secret, 0)
    await chmod(folder.path, 0o755)
    // Notebooks are closed to other users; this one is opened to them, to be read.
    for (const name of ['', ...(await readdir(notebook, { recursive: true }))])
      await chmod(join(notebook, name), 0o755)
    const unreadable = await ascribeWithoutRights(folder.path, 'import', notebook, secret)
    if (unreadable === null) skip('there is no user without rights to run as')
    expect(unreadable).toMatchObject({ code: 1 })
    expect(unreadable?.stderr).toMatch(/“.*secret\.txt”/)
    await chmod(notebook, 0o555)
    const page = join(root, 'tests/fixtures/pages/another-page.md')
    const refused = await ascribeWithoutRights(folder.path, 'import', notebook, page)
    expect(refused).toMatchObject({ code: 1 })
    expect(refused?.stderr).toContain('cannot be written')
    expect((await ascribeWithoutRights(folder.path, 'list', notebook, 'articles'))?.code).toBe(0)
    await chmod(notebook, 0o755)
  })

  it('a notebook that a window has open can be read, not written', async () => {
    const running = await startAscribe(folder.path, notebook).catch((error: unknown) => error as Error)
    if (running instanceof Error) {
      // The window is not built in a plain unit run; the lock is tested with two programs elsewhere.
      expect(running.message).toContain('has not been built')
      return
    }
    try {
      expect((await run('list', notebook, 'articles')).code).toBe(0)
      const refused = await run('import', notebook, join(root, 'tests/fixtures/pages/another-page.md'))
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain('open in another Ascribe')
    } finally {
      await running.stop()
    }
  })
})
