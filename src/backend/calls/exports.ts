import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type * as z from 'zod'
import type { ExportEvent, ExportSelection } from '../../contract/exports.ts'
import { outgoingExport, type OutgoingExport } from '../../core/confidential/outgoing-export.ts'
import { wordsOf, type ExportedFile } from '../../core/export/exporter.ts'
import { problem } from '../../core/problem.ts'
import { base, type Context } from '../base.ts'
import { inSlices } from '../export/in-slices.ts'
import { readExportInput } from '../export/read-export-input.ts'
import { folderBefore } from '../export/folder-before.ts'
import { KeptCopies } from '../export/kept-copies.ts'
import { editsInFolder, takeBack } from '../export/take-back.ts'
import { writeExport } from '../export/write-export.ts'
import { zipExport } from '../export/zip-export.ts'
import { Enclosure } from '../../storage/enclosure.ts'
import { makeFolder } from '../../storage/files.ts'
import { toReport } from '../program/problems.ts'
import { wholePath } from '../program/whole-path.ts'

type Selection = z.infer<typeof ExportSelection>

/** Every file of an export, made, and what stands in them. */
interface Prepared extends Omit<OutgoingExport, 'files'> {
  files: ExportedFile[]
}

async function prepare(
  context: Context,
  { format, articles, claims, confidential, options, profile, template }: Selection,
  places?: ReadonlyMap<string, string>,
): Promise<Prepared> {
  const { checkProfile, exporterFor } = await import('../../core/export/registry.ts')
  const exporter = exporterFor(format)
  checkProfile(exporter, profile)
  const input = await readExportInput(context.app.store, { articles, claims })
  const outgoing = await outgoingExport(exporter, input, confidential, {
    options,
    profile,
    places,
    template,
  })
  return { ...outgoing, files: await inSlices(outgoing.files) }
}

const preview = base.exports.preview.handler(async ({ context, input }) => {
  const { files, named, withheld } = await prepare(context, input)
  const shown = files.find((file) => file.path === input.path) ?? files[0]
  if (!shown) throw problem('nothing-to-read', 'nothingToExport', {})
  return { files: files.map((file) => file.path), path: shown.path, content: wordsOf(shown), named, withheld }
})

async function* run(
  context: Context,
  input: Selection & { folder?: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent> {
  try {
    const folder = input.folder === undefined ? null : await exportFolder(context, input.folder)
    const before = folder === null ? null : await folderBefore(new Enclosure(folder))
    const prepared = await prepare(context, input, before?.places)
    const { withheld, replaced, omitted, named, files } = prepared
    if (named.certain > 0 && input.confidential === undefined) {
      yield { type: 'named', named }
      return
    }
    const said = { withheld, replaced, omitted, named }
    if (folder === null || before === null) {
      const name = yield* zipExport(context.app, prepared, signal)
      yield {
        type: 'done',
        written: files.length,
        unchanged: 0,
        removed: 0,
        merged: [],
        left: [],
        obsolete: [],
        ...said,
        earlier: { removed: [], left: [] },
        folder: null,
        download: `/files/exports/${name}`,
      }
    } else {
      const target = { folder: new Enclosure(folder), before, copies: await copiesFor(context, folder) }
      const result = yield* writeExport(target, { ...prepared, by: byOf(input) }, signal)
      yield { type: 'done', ...result, ...said, folder, download: null }
    }
  } catch (error) {
    yield { type: 'failed', problem: toReport(error) }
  }
}

/** Which files of earlier exports are those of this one: files of a memo go by its profile, those of templates by the template. */
function byOf({ format, profile, template }: Selection): string {
  if (format === 'memo') return `${format}/${profile ?? 'html'}`
  return template === undefined ? format : `${format}/${template.fileName}`
}

/** What was written into a folder last; null for a notebook that cannot be written to. Makes the folder. */
async function copiesFor({ app }: Context, folder: string): Promise<KeptCopies | null> {
  await makeFolder(folder)
  if (app.store.readOnly !== null) return null
  return KeptCopies.of(new Enclosure(app.store.folder), folder)
}

/** @throws Problem for a folder that nobody chose, and within the notebook itself */
async function exportFolder({ app }: Context, wanted: string): Promise<string> {
  const folder = app.checkGranted(wholePath(wanted))
  const [notebook, target] = await Promise.all(
    [app.store.folder, folder].map((path) => realpath(path).catch(() => path)),
  )
  const isInside = target === notebook || target?.startsWith(`${notebook ?? ''}${sep}`) === true
  if (isInside) throw problem('bad-input', 'exportIntoNotebook', { path: wanted })
  return folder
}

const runCall = base.exports.run.handler(({ context, input, signal }) => run(context, input, signal))

const formats = base.exports.formats.handler(async () => {
  const { exporters } = await import('../../core/export/registry.ts')
  return exporters.map(({ format, name, profiles, options, needsTemplate = false }) => ({
    format,
    name,
    needsTemplate,
    profiles: [...profiles],
    options: [...options],
  }))
})

const edits = base.exports.edits.handler(async ({ context, input }) =>
  editsInFolder(context.app.store, await exportFolder(context, input.folder)),
)

const takeBackCall = base.exports.takeBack.handler(async ({ context, input }) => {
  const { store } = context.app
  const all = await editsInFolder(store, await exportFolder(context, input.folder))
  const unknown = input.only?.find((n) => !all.some((edit) => edit.n === n))
  if (unknown !== undefined) throw problem('not-found', 'noSuchEdit', { n: unknown, count: all.length })
  const chosen = all.filter(({ n }) => input.only?.includes(n) ?? true)
  await takeBack(store, chosen)
  return chosen
})

export const exports = { formats, preview, run: runCall, edits, takeBack: takeBackCall }
