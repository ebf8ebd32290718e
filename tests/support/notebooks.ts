import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { App } from '../../src/backend/app.ts'
import { plainBackend, type Backend } from './backend.ts'
import { createApp } from './app.ts'
import { temporaryFolder } from './ascribe.ts'

export { createApp }

/** A program with a new notebook, closed and removed when the test is over. */
export async function newNotebook(
  title = 'Test',
): Promise<{ app: App; backend: Backend; folder: string; home: string }> {
  const temporary = await temporaryFolder()
  const app = createApp(temporary.path)
  onTestFinished(async () => {
    await app.close()
    await temporary.remove()
  })
  const folder = join(temporary.path, 'notebook')
  await app.create(title, folder)
  await app.store.model.whole
  return { app, backend: plainBackend(app), folder, home: temporary.path }
}

/** Opens the same notebook with another program, as after a restart. */
export async function reopen(
  app: App,
  folder: string,
  home: string,
): Promise<{ app: App; backend: Backend }> {
  await app.close()
  const next = createApp(home)
  onTestFinished(async () => {
    await next.close()
  })
  await next.open(folder)
  await next.store.model.whole
  await next.store.takeInAll()
  return { app: next, backend: plainBackend(next) }
}

/** An article from plain text. */
export async function addArticle(backend: Backend, content: string, title = 'An article'): Promise<string> {
  const { id } = await backend.articles.paste({ content, mediaType: 'text/plain', title })
  return id
}
