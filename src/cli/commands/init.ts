import { resolve } from 'node:path'
import { Command } from 'commander'
import { notEmpty } from '../options.ts'
import { print, printJson } from '../output.ts'
import { createApp } from '../session.ts'

export const initCommand = (): Command =>
  new Command('init')
    .description('make a new notebook')
    .argument('<notebook>', 'the folder, new or empty')
    .requiredOption('--title <text>', 'its title', notEmpty)
    .action(async (folder: string, options: { title: string; json?: true }) => {
      const app = createApp()
      try {
        const { notebook } = await app.create(options.title, resolve(folder))
        if (options.json) printJson({ id: notebook?.id, title: notebook?.title, folder: notebook?.folder })
        else print(`Made the notebook “${options.title}” in ${resolve(folder)}.`)
      } finally {
        await app.close()
      }
    })
