import { diffIndices } from 'node-diff3'
import { claimStatuses } from '../../records/claim.ts'
import { propertiesIn, splitProperties } from '../merge-properties.ts'
import { inertMarkdown } from './inert.ts'

/** What somebody changed in the file of a record that the notebook has a field for. */
export interface FieldEdit {
  field: 'status' | 'tags' | 'note'
  was: string
  now: string
}

/** Of longer files the lines are not compared. */
const mostLines = 20_000

/**
 * The edits of a file that can be taken into the notebook: its status, its tags, its note. What else somebody wrote stays in the file.
 * @param base as it was written
 * @param edited as it is
 * @param notes the notes that it may have been written with, the likeliest first
 */
export function editsIn(base: string, edited: string, notes: readonly string[]): FieldEdit[] {
  const [before, after] = [base, edited.replaceAll('\r\n', '\n')]
  const [was, now] = [propertiesOf(before), propertiesOf(after)]
  const edits: FieldEdit[] = []
  if (was && now) {
    const status = claimStatuses.find((one) => one === now['status'])
    if (typeof was['status'] === 'string' && status !== undefined && status !== was['status'])
      edits.push({ field: 'status', was: was['status'], now: status })
    const [oldTags, newTags] = [tagsIn(was), tagsIn(now)]
    if (oldTags.join() !== newTags.join())
      edits.push({ field: 'tags', was: oldTags.join(', '), now: newTags.join(', ') })
  }
  for (const note of notes.map((one) => one.trim())) {
    const changed = note === '' ? null : changedNote(before, after, note)
    if (changed === null) continue
    edits.push({ field: 'note', was: note, now: changed })
    break
  }
  return edits
}

/** The properties at the top of a file; null where they cannot be read. */
function propertiesOf(markdown: string): Record<string, unknown> | null {
  const parts = splitProperties(markdown)
  return parts && propertiesIn(parts.head)
}

/** Tags as Obsidian takes them: a list, or one line; with or without `#`. */
function tagsIn({ tags }: Record<string, unknown>): string[] {
  const list: unknown[] = Array.isArray(tags) ? tags : typeof tags === 'string' ? tags.split(/[,\s]+/) : []
  const names = list.flatMap((one) => (typeof one === 'string' ? [one.replace(/^#/, '').trim()] : []))
  return [...new Set(names.filter((name) => name !== ''))].sort()
}

/** The note as it is now, by the changes within its lines; null where there are none. */
function changedNote(base: string, edited: string, note: string): string | null {
  const [was, now] = [base.split('\n'), edited.split('\n')]
  if (Math.max(was.length, now.length) > mostLines) return null
  const written = [note, inertMarkdown(note)].find((one) => base.includes(`\n${one}\n`))
  if (written === undefined) return null
  const first = base.slice(0, base.indexOf(`\n${written}\n`) + 1).split('\n').length - 1
  const lines = written.split('\n')
  const behind = first + lines.length
  const changed = diffIndices(was, now)
    .filter(({ buffer1: [start, length] }) =>
      // What was put before or behind it is a part of its own.
      length === 0 ? start > first && start < behind : start >= first && start + length <= behind,
    )
    .toReversed()
  for (const { buffer1, buffer2Content } of changed)
    lines.splice(buffer1[0] - first, buffer1[1], ...buffer2Content)
  return changed.length === 0 ? null : lines.join('\n').trim()
}
