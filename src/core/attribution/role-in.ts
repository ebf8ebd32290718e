import { escapePattern } from '../text/escape-pattern.ts'
import { splitTitle } from './full-names.ts'

const capital = String.raw`[\p{L}\p{M}’'-]{1,30}`

/**
 * What a text says somebody is who is named in it: before the name (“Interior Minister Karel Dvořák”), before it and a comma (“Halden’s
 * chief executive, Marta Voss,”) or behind it (“Pavel Orlov, the regional governor,”); empty where it does not. By rules for English.
 */
export function roleIn(text: string, name: string): string {
  const who = escapePattern(name)
  const titled = new RegExp(
    String.raw`(?<![\p{L}\p{M}])((?:${capital} ){1,6})${who}(?![\p{L}\p{M}])`,
    'u',
  ).exec(text)
  const before = titled ? splitTitle(withoutBeginning(titled[0])) : undefined
  if (before && before.role !== '' && before.name === name) return before.role
  const beside = new RegExp(
    String.raw`(?:^|[.,;:”"]\s|[ ])((?:the |an? )?(?:[\p{L}\p{M}’'-]{1,30} ){1,7}?[\p{L}\p{M}-]{2,30}), ${who}(?=[,.”"])`,
    'u',
  ).exec(text)?.[1]
  if (beside !== undefined && isOffice.test(beside)) return plainRole(beside)
  const behind = new RegExp(
    String.raw`(?<![\p{L}\p{M}])${who}, ((?:the |an? )?[\p{L}\p{M}][\p{L}\p{M}’' -]{2,80}?)(?=[,.;”"]| (?:who|told|said|says|has|was)(?![\p{L}]))`,
    'u',
  ).exec(text)?.[1]
  return behind !== undefined && isOffice.test(behind) ? plainRole(behind) : ''
}

const isOffice =
  /(?<![\p{L}])(?:minister|president|chancellor|mayor|governor|senator|secretary|judge|prosecutor|general|colonel|captain|commander|chief|head|director|spokes(?:man|woman|person)|professor|chair(?:man|woman|person)?|executive|commissioner|ambassador|leader|founder|owner|manager|editor|speaker|official|officer|lawyer|economist|analyst|researcher|scientist|doctor|nurse|teacher|worker|engineer|farmer|resident|witness|survivor|activist|deputy|envoy|baker|pilot|driver|student)s?(?![\p{L}])/iu

/** Words that begin a sentence before a title. */
const withoutBeginning = (words: string): string =>
  words.replace(
    /^(?:(?:The|And|But|When|While|After|Before|On|In|At|As|If|Then|Yesterday|said|says|told|by|to|and|with|from|of|that|for) )+/u,
    '',
  )

const plainRole = (words: string): string => words.replace(/^(?:the|an?) /i, '').trim()
