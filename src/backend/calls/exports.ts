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
import type { ExportTarget } from '../export/write-export.ts'
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

/** Which format it is that is asked for, and what its files in a folder are told from others by. */
async function formatOf({ format, profile, template }: Selection) {
  const { exporterFor, profileOf } = await import('../../core/export/registry.ts')
  const exporter = exporterFor(format)
  const chosen = profileOf(exporter, profile)
  // Files of a memo go by its profile, those of templates by the template; Markdown has the same files for each program.
  const parts = [format, ...(format === 'memo' ? [chosen] : []), ...(template ? [template.fileName] : [])]
  return { exporter, profile: chosen, by: parts.join('/') }
}

async function prepare(
  context: Context,
  selection: Selection,
  places?: ReadonlyMap<string, string>,
): Promise<Prepared> {
  const { articles, claims, confidential, options, template, language } = selection
  const { exporter, profile } = await formatOf(selection)
  const input = await readExportInput(context.app.store, { articles, claims })
  const request = { options, profile, places, template, language }
  const outgoing = await outgoingExport(exporter, input, confidential, request)
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
    const target = folder === null ? null : await targetOf(input, folder)
    const prepared = await prepare(context, input, target?.before.places)
    const { withheld, replaced, omitted, named, files } = prepared
    if (named.certain > 0 && input.confidential === undefined) {
      yield { type: 'named', named }
      return
    }
    const said = { withheld, replaced, omitted, named }
    if (target === null) {
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
      const { writeExport } = await import('../export/write-export.ts')
      const copies = await copiesFor(context, target)
      const result = yield* writeExport({ ...target, copies }, { ...prepared, by: target.by }, signal)
      yield { type: 'done', ...result, ...said, folder, download: null }
    }
  } catch (error) {
    yield { type: 'failed', problem: toReport(error) }
  }
}

/** Where an export goes, and what is there; nothing is made yet. */
async function targetOf(
  selection: Selection,
  path: string,
): Promise<Omit<ExportTarget, 'copies'> & { by: string }> {
  const folder = new Enclosure(path)
  const { by } = await formatOf(selection)
  return { folder, by, before: await folderBefore(folder, by) }
}

/** What was written into a folder last; null for a notebook that cannot be written to. Makes the folder. */
async function copiesFor(
  { app }: Context,
  { folder, by }: { folder: Enclosure; by: string },
): Promise<KeptCopies | null> {
  await makeFolder(folder.root)
  return app.store.readOnly === null ? KeptCopies.of(new Enclosure(app.store.folder), folder.root, by) : null
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

const edits = base.exports.edits.handler(async ({ context, input }) => {
  const { editsInFolder } = await import('../export/take-back.ts')
  return editsInFolder(context.app.store, await exportFolder(context, input.folder))
})

const takeBackCall = base.exports.takeBack.handler(async ({ context, input }) => {
  const { editsInFolder, takeBack } = await import('../export/take-back.ts')
  const { store } = context.app
  const all = await editsInFolder(store, await exportFolder(context, input.folder))
  const unknown = input.only?.find((n) => !all.some((edit) => edit.n === n))
  if (unknown !== undefined) throw problem('not-found', 'noSuchEdit', { n: unknown, count: all.length })
  const chosen = all.filter(({ n }) => input.only?.includes(n) ?? true)
  await takeBack(store, chosen)
  return chosen
})

export const exports = { formats, preview, run: runCall, edits, takeBack: takeBackCall }
