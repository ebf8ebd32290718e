import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeNotebook, sizeFor } from '../../scripts/make-notebook/make.ts'
import { Random } from '../../scripts/make-notebook/random.ts'
import { App } from '../../src/backend/app.ts'
import { plainBackend, type Backend } from '../../tests/support/backend.ts'
import { formatVersion } from '../../src/core/records/migrations.ts'

/** How many articles the large notebook has; fewer for trying the benchmark out. */
export const largeSize = Number(process.env['BENCH_ARTICLES'] ?? 10_000)

/** A generated notebook in the folder for temporary files, kept for the next run. */
export async function generated(articles: number): Promise<string> {
  const folder = join(tmpdir(), `ascribe-bench-format-${formatVersion}-${articles}`)
  if (existsSync(join(folder, 'notebook.json'))) return folder
  const unfinished = `${folder}.new`
  await rm(unfinished, { recursive: true, force: true })
  await makeNotebook(unfinished, sizeFor(articles), new Random(1), () => undefined)
  await rename(unfinished, folder)
  return folder
}

export interface OpenBench {
  app: App
  backend: Backend
  close: () => Promise<void>
}

export const newApp = (): App =>
  new App({ version: '0', home: join(tmpdir(), 'ascribe-bench-home'), anyPath: true, stays: false })

export async function openNotebook(folder: string): Promise<OpenBench> {
  const app = newApp()
  if (existsSync(join(folder, 'notebook.json'))) await app.open(folder)
  else await app.create('Bench', folder)
  await app.store.model.whole
  return {
    app,
    backend: plainBackend(app),
    close: async () => {
      await app.close()
    },
  }
}
