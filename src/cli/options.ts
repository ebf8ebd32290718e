import { InvalidArgumentError } from 'commander'
import { problem } from '../core/problem.ts'
import { asId, RecordId, type Id } from '../core/records/base.ts'
import type { RecordKind } from '../core/records/kinds.ts'
import { noun, speak } from '../core/words/say.ts'

/** A whole number from 1 on. @throws InvalidArgumentError */
export function positive(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return value
}

/** A whole number from 0 on. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('It must be a whole number from 0 on.')
  return value
}

/** @throws InvalidArgumentError */
export function portNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return value
}

/** @throws InvalidArgumentError */
export function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.')
  return text
}

/** For options that may be given several times. */
export const collect = (value: string, earlier: string[]): string[] => [...earlier, notEmpty(value)]

/** For options that take several numbers, also as “1,2,3”. @throws InvalidArgumentError */
export const collectNumbers = (value: string, earlier: number[]): number[] => [
  ...earlier,
  ...value.split(',').map(positive),
]

/** @throws Problem `not-found` for what cannot be the id of a record of this kind */
export const checkId = <K extends RecordKind>(text: string, kind: K): Id<K> =>
  asId(checkRecordId(text, speak(noun(kind))))

/** @throws Problem `not-found` for what cannot be an id */
export function checkRecordId(text: string, what: string): RecordId {
  const { success, data } = RecordId.safeParse(text)
  if (success) return data
  throw problem('not-found', 'noRecordNamed', { what, name: text })
}
