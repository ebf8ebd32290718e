import { Argument, Command } from 'commander'
import type { Backend } from '../../backend/router.ts'
import type { RecordKind } from '../../core/records/kinds.ts'
import { checkId, checkRecordId } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

const mergeable = ['claims', 'sources', 'tags'] as const
type Mergeable = (typeof mergeable)[number]
/** The command asks for one at least. */
type Several = readonly [string, ...string[]]

export const mergeCommand = (): Command =>
  new Command('merge')
    .description('let the first one stand for all others; nothing is rewritten, and `unmerge` takes it back')
    .argument('<notebook>', 'the folder of the notebook')
    .addArgument(new Argument('<kind>', 'what is merged').choices(mergeable))
    .argument('<id>', 'the one that stands for all')
    .argument('<ids...>', 'those that are merged into it')
    .action(
      async (notebook: string, kind: Mergeable, into: string, ids: Several, { json }: { json?: true }) => {
        const merge = merging(kind, into, ids)
        await withNotebook(notebook, merge)
        const merged = [...new Set(ids)]
        if (json) printJson({ into, merged })
        else print(`${into} stands for ${merged.join(', ')} now.`)
      },
    )

/** The call that merges; the ids are looked at before a notebook is opened for it. */
function merging(kind: Mergeable, into: string, ids: Several): (backend: Backend) => Promise<unknown> {
  const merge = <K extends RecordKind>(of: K) => {
    const [id, ...more] = ids
    return { id: checkId(id, of), more: more.map((one) => checkId(one, of)), into: checkId(into, of) }
  }
  if (kind === 'claims') {
    const claims = merge('claim')
    return (backend) => backend.claims.merge(claims)
  }
  if (kind === 'sources') {
    const sources = merge('source')
    return (backend) => backend.sources.merge(sources)
  }
  const tags = merge('tag')
  return (backend) => backend.tags.merge(tags)
}

export const unmergeCommand = (): Command =>
  new Command('unmerge')
    .description('take a claim, source or tag out of the one that it was merged into')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<id>', 'the one that was merged')
    .action(async (notebook: string, id: string, { json }: { json?: true }) => {
      const record = await withNotebook(notebook, (backend) =>
        backend.unmerge({ id: checkRecordId(id, 'merged record') }),
      )
      if (json) printJson(record)
      else print(`“${oneLine(record.title)}” stands for itself again.`)
    })
