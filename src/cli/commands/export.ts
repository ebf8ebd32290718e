import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { orProblem } from '../../backend/program/problems.ts'
import type { Backend } from '../../backend/router.ts'
import type { ExportEvent, Named } from '../../contract/exports.ts'
import { confidentialChoices, type ConfidentialChoice } from '../../core/confidential/withhold.ts'
import { exporters } from '../../core/export/registry.ts'
import { Problem, wrong } from '../../core/problem.ts'
import { languages, type Language } from '../../core/words/language.ts'
import { checkId, collect, notEmpty } from '../options.ts'
import { print, printJson, warn } from '../output.ts'
import { withNotebook } from '../session.ts'

interface Options {
  format: string
  article: string[]
  claim: string[]
  confidential?: ConfidentialChoice
  profile?: string
  language: Language
  template?: string
  takeBack?: true
  only: string[]
  json?: true
}

/** What the formats offer besides, each by one flag. */
const optionsOfFormats = [
  ...new Map(exporters.flatMap(({ options }) => options.map((one) => [one.name, one] as const))).values(),
]

/** The one that writes what a template makes. */
const ofTemplates = exporters.find(({ needsTemplate }) => needsTemplate)

export const exportCommand = (): Command => {
  const command = new Command('export')
    .description('write a notebook, or some of it, as files for people')
    .argument('<notebook>', 'the folder of the notebook')
    .argument('<folder>', 'where to write; what others wrote into it stays', notEmpty)
    .addOption(
      new Option('--format <format>', 'the format')
        .choices(exporters.map(({ format }) => format))
        .default(exporters[0]?.format),
    )
    .addOption(
      new Option(
        '--profile <profile>',
        'for which program, where a format can be written for several',
      ).choices([...new Set(exporters.flatMap(({ profiles }) => profiles.map(({ name }) => name)))]),
    )
    .addOption(
      new Option('--language <language>', 'what is written beside the words of the notebook')
        .choices(languages)
        .default(languages[0]),
    )
    .option('--template <file>', 'write what this template in Liquid makes of the notebook')
    .option('--take-back', 'list what people changed in the files of the last export: notes, tags, statuses')
    .option('--only <n>', 'with --take-back: take this one into the notebook (can be repeated)', collect, [])
    .option('--article <id>', 'only this article and what was made from it (can be repeated)', collect, [])
    .option('--claim <id>', 'only this claim and what it rests on (can be repeated)', collect, [])
    .addOption(
      new Option(
        '--confidential <choice>',
        'what becomes of words that name a confidential source: replaced, their item left out, or written all the same',
      ).choices(confidentialChoices),
    )
    .action(async (notebook: string, folder: string, options: Options) => {
      await withNotebook(notebook, async (backend) => {
        if (options.takeBack) {
          await takeBack(backend, resolve(folder), options)
          return
        }
        const events = await backend.exports.run({
          format: options.template === undefined ? options.format : ofTemplates?.format,
          template: options.template === undefined ? undefined : await templateAt(options.template),
          articles: options.article.map((id) => checkId(id, 'article')),
          claims: options.claim.map((id) => checkId(id, 'claim')),
          folder: resolve(folder),
          confidential: options.confidential,
          profile: options.profile,
          language: options.language,
          options: optionsOfFormats.flatMap(({ name }) =>
            command.getOptionValue(camelCase(name)) === true ? [name] : [],
          ),
        })
        for await (const event of events) {
          if (event.type === 'failed')
            throw new Problem(
              event.problem.code,
              event.problem.said ??
                wrong('inWords', { message: event.problem.message, action: event.problem.action ?? '' }),
            )
          if (event.type === 'named') {
            refuse(event.named, options.json)
            return
          }
          if (event.type !== 'done') continue
          if (options.json) printJson(withoutType(event))
          else tell(event)
          await tellLack(backend)
        }
      })
    })
  for (const { name, hint } of optionsOfFormats) command.option(`--${name}`, hint.en)
  return command
}

/** Lists the edits of people in a folder; takes those that are named. */
async function takeBack(backend: Backend, folder: string, { only, json }: Options): Promise<void> {
  const numbers = only.map((n) => Number(n))
  const edits =
    numbers.length === 0
      ? await backend.exports.edits({ folder })
      : await backend.exports.takeBack({ folder, only: numbers })
  if (json) {
    printJson(edits)
    return
  }
  for (const { n, path, field, was, now } of edits) print(`${n}  ${path}  ${field}: ${was} → ${now}`)
  if (numbers.length > 0) print(`Took ${edits.length} edits into the notebook.`)
  else if (edits.length === 0) print('Nobody changed a note, tag or status in these files.')
}

/** @throws Problem where it cannot be read */
async function templateAt(path: string): Promise<{ fileName: string; text: string }> {
  const text = await orProblem(path, () => readFile(path, 'utf8'))
  return { fileName: basename(path), text }
}

/** How commander calls the value of a flag. */
const camelCase = (name: string): string =>
  name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase())

type Done = Extract<ExportEvent, { type: 'done' }>

/** What could not be read is not in the export, which is then not whole. */
async function tellLack(backend: Backend): Promise<void> {
  const damaged = (await backend.notebooks.state()).notebook?.damaged ?? []
  if (damaged.length === 0) return
  process.exitCode = 1
  warn(`This export is not whole: ${damaged.length} documents of the notebook could not be read.`)
}

/** What a program is told. */
const withoutType = (done: Done): object =>
  Object.fromEntries(Object.entries(done).filter(([name]) => name !== 'type' && name !== 'download'))

const placeLine = ({ where, excerpt, isCertain }: Named['places'][number]): string =>
  `  ${where}: …${excerpt.trim()}…${isCertain ? '' : ' (a surname alone)'}`

/** More places are only counted; `--json` has them. */
const mostTold = 40

function tellPlaces({ places, certain, doubtful }: Named, isCertain: boolean): void {
  const those = places.filter((place) => place.isCertain === isCertain).slice(0, mostTold)
  for (const place of those) print(placeLine(place))
  const more = (isCertain ? certain : doubtful) - those.length
  if (more > 0) print(`  and ${more} more`)
}

/** Nothing was written. */
function refuse(named: Named, isJson: true | undefined): void {
  process.exitCode = 1
  const message = `Confidential sources are named in ${named.certain} ${named.certain === 1 ? 'place' : 'places'}; nothing was written.`
  const action = 'Choose what becomes of them: --confidential replace, omit or include.'
  if (isJson) {
    printJson({ error: { code: 'confidential', message, action }, ...named })
    return
  }
  warn(message)
  tellPlaces(named, true)
  if (named.doubtful > 0) {
    print('Perhaps also:')
    tellPlaces(named, false)
  }
  warn(action)
}

function tell({
  written,
  unchanged,
  removed,
  withheld,
  replaced,
  omitted,
  named,
  offTheRecord,
  earlier,
  merged,
  left,
  obsolete,
  folder,
}: Done): void {
  print(
    `Wrote ${written} ${written === 1 ? 'file' : 'files'} to ${folder ?? ''} (${unchanged} the same, ${removed} removed, ${withheld} confidential withheld).`,
  )
  if (merged.length > 0) print(`Edits of others were kept beside what is new: ${merged.join(', ')}`)
  if (left.length > 0)
    warn(
      `Left as they are, because they are not Ascribe’s or were edited where there is something new: ${left.join(', ')}`,
    )
  if (obsolete.length > 0) warn(`Edited, and about what is not exported any more: ${obsolete.join(', ')}`)
  if (replaced > 0) print(`Names of confidential sources were replaced in ${replaced} texts.`)
  if (omitted > 0) print(`${omitted} items that name a confidential source were left out.`)
  if (offTheRecord.length > 0)
    warn(
      `Named, though they spoke off the record or on deep background and nobody marked them confidential: ${offTheRecord.join(', ')}`,
    )
  if (named.certain > 0) {
    print(`Confidential sources are named in ${named.certain} places, as you wanted:`)
    tellPlaces(named, true)
  }
  if (named.doubtful > 0) {
    print(`Surnames of confidential sources stand in ${named.doubtful} places; look whether they are meant:`)
    tellPlaces(named, false)
  }
  if (earlier.removed.length > 0)
    print(
      `Removed from an earlier export, because a confidential source was named there: ${earlier.removed.join(', ')}`,
    )
  if (earlier.left.length > 0)
    print(
      `Still in the folder, edited or not written by Ascribe, and naming a confidential source: ${earlier.left.join(', ')}`,
    )
}
