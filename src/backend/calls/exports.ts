import type { ExportEvent, VaultEdit } from '../../contract/exports.ts'
import { wordsOf } from '../../core/export/exporter.ts'
import { problem } from '../../core/problem.ts'
import { base, type Context } from '../base.ts'
import { inTurnsAll } from '../export/in-turns.ts'
import { planOf, type Selection } from '../export/plan.ts'
import { prepareExport } from '../export/prepare-export.ts'
import { assertOutside, exportInto, mustChoose } from '../export/run-export.ts'
import { zipExport } from '../export/zip-export.ts'
import { wholePath } from '../program/whole-path.ts'

const preview = base.exports.preview.handler(async ({ context, input }) => {
  const prepared = await prepareExport(context.app, await planOf(input))
  const files = await inTurnsAll(prepared.files)
  const { named, withheld, offTheRecord } = prepared
  const shown = files.find((file) => file.path === input.path) ?? files[0]
  if (!shown) throw problem('nothing-to-read', 'nothingToExport', {})
  return {
    files: files.map((file) => file.path),
    path: shown.path,
    content: wordsOf(shown),
    named,
    offTheRecord: offTheRecord(),
    withheld,
  }
})

async function* run(
  context: Context,
  input: Selection & { folder?: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent> {
  try {
    if (input.folder === undefined) yield* zipped(context, input, signal)
    else yield* exportInto(context.app, input, await exportFolder(context, input.folder), signal)
  } catch (error) {
    yield { type: 'failed', problem: context.app.report('exports.run', error) }
  }
}

async function* zipped(
  { app }: Context,
  input: Selection,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent> {
  const prepared = await prepareExport(app, await planOf(input))
  const files = await inTurnsAll(prepared.files)
  const { withheld, replaced, omitted, named } = prepared
  if (mustChoose(prepared, input)) {
    yield { type: 'named', named }
    return
  }
  const name = yield* zipExport(app, { files }, signal)
  yield {
    type: 'done',
    written: files.length,
    unchanged: 0,
    removed: 0,
    merged: [],
    left: [],
    obsolete: [],
    withheld,
    replaced,
    omitted,
    named,
    offTheRecord: prepared.offTheRecord(),
    earlier: { removed: [], left: [] },
    folder: null,
    download: `/files/exports/${name}`,
  }
}

/** @throws Problem for a folder that nobody chose, and within the notebook itself */
async function exportFolder({ app }: Context, wanted: string): Promise<string> {
  const folder = app.checkGranted(wholePath(wanted))
  await assertOutside(app.store.folder, folder)
  return folder
}

const runCall = base.exports.run.handler(({ context, input, signal }) => run(context, input, signal))

const live = base.exports.live.handler(({ context }) => context.app.live)

const follow = base.exports.follow.handler(async ({ context, input }) => {
  const { folder, ...selection } = input
  context.app.store.assertWritable()
  // Whoever is to be named from now on, nobody was asked about.
  if (selection.confidential === 'include') throw problem('bad-input', 'liveNamesSomebody', {})
  return context.app.follow({ folder: await exportFolder(context, folder), selection })
})

const unfollow = base.exports.unfollow.handler(async ({ context }) => {
  await context.app.follow(null)
  return {}
})

const formats = base.exports.formats.handler(async () => {
  const { exporters } = await import('../../core/export/registry.ts')
  return exporters.map(
    ({ needsTemplate = false, isTable = false, takesBack = false, profiles, options, ...exporter }) => ({
      format: exporter.format,
      name: exporter.name,
      needsTemplate,
      isTable,
      takesBack,
      profiles: [...profiles],
      options: [...options],
    }),
  )
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
  const isSeen = (edit: VaultEdit): boolean =>
    input.seen?.some((one) => one.id === edit.id && one.field === edit.field && one.now === edit.now) ?? true
  const chosen = all.filter((edit) => (input.only?.includes(edit.n) ?? true) && isSeen(edit))
  if (input.seen && chosen.length < input.seen.length) throw problem('bad-input', 'editsChanged', {})
  await takeBack(store, chosen)
  return chosen
})

export const exports = {
  formats,
  preview,
  run: runCall,
  edits,
  takeBack: takeBackCall,
  live,
  follow,
  unfollow,
}
