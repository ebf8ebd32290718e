import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { dialog, ipcMain, nativeTheme, shell, type IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import type { App } from '../backend/app.ts'
import { hostChannels, themes, type ChosenFile } from '../contract/host.ts'
import { openLink, origin } from './origin.ts'

const Purpose = z.enum(['notebook', 'export'])

/** Answers what the preload passes on, for our own page only, and parses all that comes from there. */
export function answerHost(backend: App): void {
  const answer = (channel: string, work: (input: unknown) => unknown): void => {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, input: unknown) => {
      if (event.senderFrame?.url.startsWith(`${origin}/`) !== true) throw new Error('not our page')
      return work(input)
    })
  }
  answer(hostChannels.openFiles, openFiles)
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
  answer(hostChannels.setTheme, (input) => {
    nativeTheme.themeSource = z.enum(themes).parse(input)
  })
}

async function openFiles(): Promise<ChosenFile[]> {
  const { importers } = await import('../core/import/registry.ts')
  const extensions = importers.flatMap((importer) => importer.extensions)
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Articles', extensions: [...extensions] },
      { name: 'All files', extensions: ['*'] },
    ],
  })
  return Promise.all(filePaths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })))
}

async function chooseFolder(purpose: z.infer<typeof Purpose>): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    properties: purpose === 'export' ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
  })
  return filePaths[0] ?? null
}
