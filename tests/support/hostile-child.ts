import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { plainBackend } from './backend.ts'
import { createApp } from './app.ts'
import { hostileFiles } from './hostile-files.ts'

/**
 * Imports one file into a new notebook, and prints what that took: `node hostile-child.ts <folder> <name> <size>`. In a
 * process of its own, so that the memory is that of this import.
 */
const [folder = '', name = '', size = ''] = process.argv.slice(2)
const file = hostileFiles.find((candidate) => candidate.name === name)
if (!file) throw new Error(`there is no file ${name}`)
const content = file.make(Number(size))
const source = new File([typeof content === 'string' ? content : new Uint8Array(content)], name)
const made = process.cpuUsage()

const app = createApp(folder)
await app.create('Hostile', join(folder, 'notebook'))
const backend = plainBackend(app)
const opened = process.cpuUsage()
const begun = performance.now()
let outcome = ''
for await (const event of await backend.articles.import({ files: [source] })) {
  if (event.type === 'imported') outcome = 'imported'
  if (event.type === 'failed') outcome = `${event.problem.code}: ${event.problem.message}`
}
const seconds = (performance.now() - begun) / 1_000
await app.store.model.whole
const after = process.cpuUsage(opened)
await app.close()
await stat(join(folder, 'notebook', 'notebook.json'))
await readFile(join(folder, 'notebook', 'notebook.json'))
const { user, system } = process.cpuUsage(made)
console.log(
  JSON.stringify({
    outcome,
    seconds,
    importSeconds: (after.user + after.system) / 1e6,
    processorSeconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: source.size,
  }),
)
