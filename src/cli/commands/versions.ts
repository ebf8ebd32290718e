import { Command } from 'commander'
import type { VersionComparison, VersionChange } from '../../contract/articles.ts'
import { checkId, positive } from '../options.ts'
import { oneLine, print, printJson } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  from?: number
  to?: number
  json?: true
}

export const versionsCommand = (): Command =>
  new Command('versions')
    .description(
      'show what the publisher of an article changed, and which highlights and claims that touches',
    )
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<article-id>', 'the article')
    .option('--from <n>', 'the older version (default: the one before the newer)', positive)
    .option('--to <n>', 'the newer version (default: the newest)', positive)
    .action(async (notebook: string, article: string, options: Options) => {
      const comparison = await withNotebook(notebook, async (backend) => {
        const id = checkId(article, 'article')
        const newest = (await backend.articles.get({ id })).article.versions.length
        const to = options.to ?? newest
        const from = options.from ?? Math.max(1, to - 1)
        return { id, from, to, ...(await backend.articles.compare({ id, from, to })) }
      })
      if (options.json) printJson(comparison)
      else tell(comparison)
    })

function tell({
  title,
  versions,
  changes,
  from,
  to,
}: VersionComparison & { from: number; to: number }): void {
  print(oneLine(title))
  for (const { n, importedAt } of versions) print(`  version ${n}, brought in ${importedAt}`)
  if (from === to) return
  print(`From version ${from} to version ${to}: ${changes.length === 0 ? 'the same text' : ''}`)
  for (const change of changes) {
    print('')
    print(oneLine(change.parts.map(shown).join('')))
    for (const line of touchedBy(change)) print(`  ${line}`)
  }
}

/** As wdiff marks words. */
const shown = ({ kind, text }: VersionChange['parts'][number]): string =>
  kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`

function touchedBy({ annotations, claims, became }: VersionChange): string[] {
  return [
    ...(became === null
      ? []
      : [became === 'moved' ? 'moved, not rewritten' : 'taken back: a notice quotes it']),
    ...annotations.map(
      ({ id, exact, state }) => `touches the highlight ${id} (${state}): “${oneLine(exact)}”`,
    ),
    ...claims.map(({ id, statement }) => `touches the claim ${id}: ${oneLine(statement)}`),
  ]
}
