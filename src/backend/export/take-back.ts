import type { VaultEdit } from '../../contract/exports.ts'
import type { Draft } from '../../core/changes/draft.ts'
import { ChangedMeanwhile } from '../../core/changes/meanwhile.ts'
import { mergeThree } from '../../core/export/merge-three.ts'
import { shorten } from '../../core/records/shorten.ts'
import { editsIn, type FieldEdit } from '../../core/export/markdown/edits-in.ts'
import { Families } from '../../core/export/markdown/families.ts'
import type { Article } from '../../core/records/article.ts'
import type { Claim } from '../../core/records/claim.ts'
import type { Source } from '../../core/records/source.ts'
import { tagPath } from '../../core/export/markdown/tag-path.ts'
import { asId, type Id } from '../../core/records/base.ts'
import { titleOf } from '../../core/records/record.ts'
import { claimStatuses } from '../../core/records/claim.ts'
import { makeTag, type Tag } from '../../core/records/tag.ts'
import { said } from '../../core/words/say.ts'
import { mostBytes, Enclosure } from '../../storage/enclosure.ts'
import type { NotebookStore } from '../../storage/notebook-store.ts'
import { folderBefore } from './folder-before.ts'
import { keyOf, LastExport, wordsBehind } from './last-export.ts'
import { sha256 } from '../../storage/content-store.ts'
import { readAll } from './read-export-input.ts'

const kinds = ['claim', 'source', 'article'] as const
/** What people changed in the files of the last export that the notebook has a field for, in the order of the files. */
export async function editsInFolder(store: NotebookStore, folder: string): Promise<VaultEdit[]> {
  const { exporters } = await import('../../core/export/registry.ts')
  const by = exporters.find(({ takesBack }) => takesBack)?.format
  if (by === undefined) return []
  const target = new Enclosure(folder)
  // What another program keeps is that one's.
  const notebook = store.readOnly === null ? new Enclosure(store.folder) : null
  const last = await LastExport.open(notebook, folder, by)
  try {
    return await editsSince(store, target, by, last)
  } finally {
    last.close()
  }
}

async function editsSince(
  store: NotebookStore,
  target: Enclosure,
  by: string,
  last: LastExport,
): Promise<VaultEdit[]> {
  const { written } = await folderBefore(target, by, last)
  const found: VaultEdit[] = []
  const pathsOf = pathsIn(await readAll(store, 'tag'))
  let n = 0
  for (const { hash, about, path } of written.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const bytes = about === undefined ? null : await target.read(path, mostBytes.document)
    if (about === undefined || bytes === null) continue
    const kept = last.file(keyOf({ about, path }), hash)
    const now = sha256(bytes)
    const base = kept ? wordsBehind(kept, now) : null
    if (base === null || [hash, kept?.hash, kept?.before].includes(now)) continue
    const there = bytes.toString('utf8')
    for (const kind of kinds) {
      const record = await store.get<(typeof kinds)[number]>(kind, asId(about))
      if (record === null) continue
      for (const edit of editsIn(base, there, await notesOf(store, kind, record))) {
        if (edit.field === 'status' && kind !== 'claim') continue
        // What was taken in keeps its number: those of the others, which somebody may have noted, stay the same.
        n += 1
        if (isTaken(edit, record, pathsOf)) continue
        found.push({ n, path, kind, id: record.id, title: titleOf<typeof kind>(kind, record), ...edit })
      }
    }
  }
  return found
}

/** The note of a record, and those that it had before: the file was written with one of them. */
async function notesOf(
  store: NotebookStore,
  kind: (typeof kinds)[number],
  record: Claim | Source | Article,
): Promise<string[]> {
  const states = await store.statesOf<(typeof kinds)[number]>(kind, record.id)
  return [...new Set([record.note, ...states.flatMap((state) => state?.note ?? []).toReversed()])]
}

/** Whether the notebook says already what an edit wants: it was taken in, or done there, too. */
function isTaken(
  { field, now }: FieldEdit,
  record: Claim | Source | Article,
  pathsOf: (tags: readonly Id<'tag'>[]) => string[],
): boolean {
  if (field === 'note') return record.note.trim() === now
  if (field === 'tags') return pathsOf(record.tags).join(', ') === now
  return 'status' in record && record.status === now
}

/** Tags as an export writes them. */
function pathsIn(tags: readonly Tag[]): (ids: readonly Id<'tag'>[]) => string[] {
  const families = new Families(tags)
  const find = (id: Id<'tag'>): Tag | undefined => families.standingFor(id)
  return (ids) => [...new Set(ids.flatMap((id) => find(id) ?? []).map((tag) => tagPath(tag, find)))].sort()
}

/** Takes edits into the notebook, as one Change. */
export async function takeBack(store: NotebookStore, edits: readonly VaultEdit[]): Promise<void> {
  if (edits.length === 0) return
  const tags = await readAll(store, 'tag')
  await store.commit(said('history.takeBack', { count: edits.length }), async (draft) => {
    const made = new Map<string, Id<'tag'>>()
    const pathsOf = pathsIn(tags)
    const at = (path: string): Promise<Id<'tag'>> => tagAt(draft, tags, made, path)
    for (const edit of edits) await takeOne(draft, edit, { at, pathsOf })
  })
}

/** @throws Problem `changed-meanwhile` where the notebook has something else there, too */
async function takeOne(
  draft: Draft,
  { kind, id, field, was, now, title }: VaultEdit,
  tags: { at: (path: string) => Promise<Id<'tag'>>; pathsOf: (tags: readonly Id<'tag'>[]) => string[] },
): Promise<void> {
  const record = await draft.need<(typeof kinds)[number]>(kind, asId(id))
  const refuse = (theirs: string): never => {
    throw new ChangedMeanwhile(shorten(title), [{ field, mine: now, theirs }], record.modified)
  }
  if (field === 'tags') {
    // Only those that came and went: others may have come in the notebook, and two may be written alike.
    const [before, after] = [was, now].map((list) => new Set(list.split(', ').filter((one) => one !== '')))
    const gone = new Set([...(before ?? [])].filter((path) => after?.has(path) !== true))
    const kept = record.tags.filter((tag) => !tags.pathsOf([tag]).some((path) => gone.has(path)))
    const come: Id<'tag'>[] = []
    for (const path of after ?? []) if (before?.has(path) !== true) come.push(await tags.at(path))
    await draft.patch<'claim' | 'source' | 'article'>(kind, asId(id), {
      tags: [...new Set([...kept, ...come])],
    })
  } else if (field === 'note') {
    const isAsWritten = record.note.trim() === was.trim()
    const note = isAsWritten ? now : (mergeThree(was, now, record.note) ?? refuse(record.note))
    await draft.patch<'claim' | 'source' | 'article'>(kind, asId(id), { note })
  } else {
    const status = claimStatuses.find((one) => one === now)
    if ('status' in record && record.status !== was && record.status !== now) refuse(record.status)
    if (status !== undefined) await draft.patch('claim', asId(id), { status })
  }
}

/** The tag that an export writes so (`negotiation/lorne-meeting`); what is not there yet of it is made. */
async function tagAt(
  draft: Draft,
  tags: readonly Tag[],
  made: Map<string, Id<'tag'>>,
  path: string,
): Promise<Id<'tag'>> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const isMeant = (tag: Tag): boolean => tagPath(tag, (id) => byId.get(id)) === path
  const there = made.get(path) ?? tags.find((tag) => tag.mergedInto === null && isMeant(tag))?.id
  if (there !== undefined) return there
  const end = path.lastIndexOf('/')
  const parent = end === -1 ? null : await tagAt(draft, tags, made, path.slice(0, end))
  const tag = await draft.put('tag', makeTag(path.slice(end + 1), { parent }))
  made.set(path, tag.id)
  return tag.id
}
