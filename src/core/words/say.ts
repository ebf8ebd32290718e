import {
  compile,
  createCoreContext,
  registerMessageCompiler,
  registerMessageResolver,
  resolveValue,
  translate,
} from '@intlify/core-base'
import * as z from 'zod'
import type { RecordKind } from '../records/kinds.ts'
import { isShallow } from '../records/shallow.ts'
import { catalogues } from './catalogues.ts'
import { en } from './en.ts'
import { pluralRules, type Language } from './language.ts'

/** A sentence by its key in the catalogue, with what stands in it. It is kept and sent like this, and spoken where it is read. */
export interface Said {
  say: string
  with: Record<string, string | number | Said>
}
const Sentence: z.ZodType<Said> = z.object({
  say: z.string(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => Sentence)])),
})
/** From outside it may name what no catalogue has; then its key is said. What comes out has nothing of what came but what fits. */
export const Said: z.ZodType<Said> = z.preprocess((value) => (isShallow(value) ? value : null), Sentence)

type Catalogue = typeof en
/** The keys of all sentences: `history.deleteClaim`, `refers.claim.chain`. */
type KeysOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}` }[keyof T &
  string]
export type SentenceKey = KeysOf<Catalogue>
type At<T, K extends string> = K extends `${infer First}.${infer Rest}`
  ? First extends keyof T
    ? At<T[First], Rest>
    : never
  : K extends keyof T
    ? T[K]
    : never
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
/** What stands in a sentence: a value for each `{name}`. */
export type ValuesIn<S> = { [Name in NamesIn<S>]: string | number | Said }
export type ValuesOf<K extends SentenceKey> = ValuesIn<At<Catalogue, K>>

/** What `said` takes after the key: nothing where nothing stands in the sentence. */
export type ValuesAfter<K extends SentenceKey> = keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>]

/** A sentence of the catalogue. @param values what stands in it; `count` chooses its form, too */
export const said = <K extends SentenceKey>(key: K, ...[values]: ValuesAfter<K>): Said => ({
  say: key,
  with: { ...values },
})

/** What people call the records of a kind. */
export const noun = (kind: RecordKind): Said => said(`kinds.${kind}`)

/** What a record has to do with one that it refers to. @param field as a `Reference` has it: `claim.chain` */
export const refers = (field: string): Said => ({ say: `refers.${field}`, with: {} })

registerMessageCompiler(compile)
registerMessageResolver(resolveValue)
const context = createCoreContext({
  locale: 'en',
  // The library takes what it is given for its own.
  messages: { ...catalogues },
  pluralRules,
  missingWarn: false,
  fallbackWarn: false,
})

/** What was spoken already of sentences in which no words of people stand: lists and exports say them ten thousand times. */
const spokenBefore = new Map<string, string>()
/** Keys may come from outside: more are not kept. */
const mostKept = 5_000

/** A sentence in words. What an older program wrote in words is said as it is. */
export function speak(sentence: Said | string, language: Language = 'en'): string {
  if (typeof sentence === 'string') return sentence
  const mark = markOf(sentence)
  if (mark === null) return spoken(sentence, language)
  const key = `${language} ${mark}`
  const words = spokenBefore.get(key) ?? spoken(sentence, language)
  if (spokenBefore.size < mostKept) spokenBefore.set(key, words)
  return words
}

/** A sentence in which only numbers and other such sentences stand, as a key; null for others. */
function markOf({ say, with: values }: Said): string | null {
  let mark = say
  for (const name in values) {
    const value = values[name]
    const part = typeof value === 'object' ? markOf(value) : value
    if (part === undefined || part === null || typeof value === 'string') return null
    mark += `(${name} ${part})`
  }
  return mark
}

function spoken(sentence: Said, language: Language): string {
  const values = Object.entries(sentence.with).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'object'
      ? speak(value, language)
      : typeof value === 'string' && isQuoted(sentence.say, name, language)
        ? withInnerMarks(value)
        : value,
  ])
  const named = Object.fromEntries<unknown>(values)
  const { count } = sentence.with
  const plural = typeof count === 'number' ? { plural: count } : {}
  const words = translate(context, sentence.say, named, { locale: language, ...plural })
  return typeof words === 'string' ? words : sentence.say
}

/** Whether a label of the history puts quotation marks around a value. What else is quoted (names of files, words of a text) stays as it is. */
function isQuoted(key: string, name: string, language: Language): boolean {
  if (!key.startsWith('history.')) return false
  const words = resolveValue(catalogues[language], key)
  return typeof words === 'string' && ['“', '„', '«'].some((mark) => words.includes(`${mark}{${name}}`))
}

/** What is quoted within a quotation has single marks: ‘’, ‚‘, ‹›. */
const withInnerMarks = (value: string): string =>
  value.replace(/[“”„«»]/g, (mark) => innerMarks[mark] ?? mark)
const innerMarks: Record<string, string> = { '“': '‘', '”': '’', '„': '‚', '«': '‹', '»': '›' }

/** Whether the catalogue has this key. */
export const isKnown = (key: string): boolean => resolveValue(en, key) !== null
