import { resolve } from 'node:path'
import { dialog, ipcMain, nativeTheme, shell, type IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import type { App } from '../backend/app.ts'
import { hostChannels, ShellMenu, themes, type ChosenFile } from '../contract/host.ts'
import { follow } from './links.ts'
import type { ShellMenuBar } from './menu.ts'
import { notebookAt } from './opening.ts'
import { openLink, origin } from './origin.ts'

const Purpose = z.enum(['notebook', 'export'])

/** Answers what the preload passes on, for our own page only, and parses all that comes from there. */
export function answerHost(backend: App, menuBar: ShellMenuBar): void {
  const answer = (channel: string, work: (input: unknown) => unknown): void => {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, input: unknown) => {
      if (event.senderFrame?.url.startsWith(`${origin}/`) !== true) throw new Error('not our page')
      return work(input)
    })
  }
  answer(hostChannels.openFiles, () => openFiles(backend, menuBar.words))
  answer(hostChannels.openNotebook, async (input) => {
    const folder = notebookAt(z.string().min(1).parse(input))
    if (folder !== undefined) await follow(backend, { folder })
    return folder !== undefined
  })
  answer(hostChannels.chooseFolder, async (input) => {
    const folder = await chooseFolder(Purpose.parse(input))
    if (folder !== null) backend.grant(folder)
    return folder
  })
  answer(hostChannels.showFolder, async (input) => {
    const folder = backend.checkGranted(z.string().parse(input))
    await shell.openPath(resolve(folder))
  })
  answer(hostChannels.openLink, (input) => openLink(z.string().parse(input)))
  answer(hostChannels.setMenu, (input) => menuBar.set(ShellMenu.parse(input)))
  answer(hostChannels.setTheme, (input) => {
    nativeTheme.themeSource = z.enum(themes).parse(input)
  })
}

async function openFiles({ chosen }: App, { articles, allFiles }: ShellMenu['words']): Promise<ChosenFile[]> {
  const { importers } = await import('../core/import/registry.ts')
  const extensions = importers.flatMap((importer) => importer.extensions)
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: articles, extensions: [...extensions] },
      { name: allFiles, extensions: ['*'] },
    ],
  })
  return filePaths.map((path) => chosen.add(path))
}

async function chooseFolder(purpose: z.infer<typeof Purpose>): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    properties: purpose === 'export' ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
  })
  return filePaths[0] ?? null
}
