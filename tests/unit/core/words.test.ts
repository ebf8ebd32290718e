import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ChangedMeanwhile } from '../../../src/core/changes/meanwhile.ts'
import { actionOf, messageOf, Problem, problem } from '../../../src/core/problem.ts'
import { en } from '../../../src/core/words/en.ts'
import { firstOf } from '../../../src/core/words/lists.ts'
import { history } from '../../../src/core/words/history.ts'
import { problems } from '../../../src/core/words/problems.ts'
import { isKnown, noun, said, Said, speak } from '../../../src/core/words/say.ts'
import { warnings } from '../../../src/core/words/warnings.ts'
import { kinds } from '../../../src/core/records/record.ts'
import { root } from '../../support/ascribe.ts'

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.(ts|vue)$/.test(name))
  .map(({ parentPath, name }) => join(parentPath, name))
  .filter((path) => !path.includes(join('core', 'words')))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

describe('a sentence', () => {
  it('has its values put in, and its form chosen by how many', () => {
    expect(speak(said('history.changeClaims', { count: 1 }))).toBe('Change one claim')
    expect(speak(said('history.changeClaims', { count: 12 }))).toBe('Change 12 claims at once')
    const merge = said('history.mergeSeveral', { kind: noun('claim'), title: 'A', into: 'B', count: 2 })
    expect(speak(merge)).toBe('Merge claim “A” and 2 more into “B”')
  })

  it('takes what stands in it as it is, whatever signs it has', () => {
    const tag = "{count} | @:history.change {'x'} <b> \\ %"
    expect(speak(said('history.addTag', { tag }))).toBe(`Add tag “${tag}”`)
    const name = 'The “port”.html'
    expect(speak(said('problems.emptyFile.message', { name }))).toContain(`“${name}”`)
  })

  it('of the history has single marks within its own', () => {
    const article = '“We will close it”, the „mayor“ says'
    expect(speak(said('history.importArticle', { article }))).toBe(
      'Import “‘We will close it’, the ‚mayor‘ says”',
    )
    expect(speak(said('history.importArticle', { article: '«سنغلقه»' }), 'ar')).toBe('استيراد «‹سنغلقه›»')
  })

  it('that no catalogue has is named, and what is in words already is said as it is', () => {
    expect(speak({ say: 'history.ofTheFuture', with: { title: 'A' } })).toBe('history.ofTheFuture')
    expect(speak({ say: '__proto__', with: {} })).toBe('__proto__')
    expect(speak('Import “A | B {x}”')).toBe('Import “A | B {x}”')
  })

  it('from outside is one, and not nested without end', () => {
    let deep: Said = said('history.change')
    for (let n = 0; n < 1_000; n += 1) deep = { say: 'lists.and', with: { one: deep, rest: '' } }
    expect(Said.safeParse(deep).success).toBe(false)
    for (const wrong of ['x', null, [], { say: 1, with: {} }, { say: 'x', with: { a: [] } }, { say: 'x' }])
      expect(Said.safeParse(wrong).success).toBe(false)
    expect(Said.safeParse(said('history.addTag', { tag: 'A' })).success).toBe(true)
  })

  it('from outside has no name that would be more than a name', () => {
    for (const value of ['null', '{"say":1}']) {
      const odd: unknown = JSON.parse(`{"say":"history.addTag","with":{"tag":"A","__proto__":${value}}}`)
      expect(speak(Said.parse(odd))).toBe('Add tag “A”')
    }
  })

  it('of many parts is one still', () => {
    const conflicts = Array.from({ length: 200 }, (_, n) => ({ field: `f${n}`, mine: n, theirs: -n }))
    const { said: many } = new ChangedMeanwhile('A', conflicts, '')
    expect(Said.safeParse(many).success).toBe(true)
    const words = speak(messageOf(many))
    for (const n of [0, 1, 100, 199]) expect(words).toContain(`f${n}`)
    expect(words.indexOf('f0')).toBeLessThan(words.indexOf('f199'))
  })

  it('names three of a long list', () => {
    expect(firstOf(['a', 'b', 'c'])).toBe('a, b, c')
    expect(
      speak({ say: 'lists.and', with: { one: firstOf(['a', 'b', 'c', 'd', 'e']), rest: '' } }),
    ).toContain('a, b, c and 2 more')
  })
})

describe('the catalogue', () => {
  it('has no problem, warning or label that nobody says', () => {
    for (const [name, group] of Object.entries({ history, warnings }))
      for (const key of Object.keys(group))
        expect(sources.includes(`${name}.${key}`) || sources.includes(`'${key}'`), `${name}.${key}`).toBe(
          true,
        )
    for (const key of Object.keys(problems)) expect(sources.includes(`'${key}'`), key).toBe(true)
  })

  it('has words for every field that refers to another record', () => {
    for (const [kind, { references }] of Object.entries(kinds))
      for (const field of Object.keys(references))
        expect(isKnown(`refers.${kind}.${field}`), field).toBe(true)
    expect(Object.keys(en.kinds).sort()).toEqual(Object.keys(kinds).sort())
  })
})

describe('a problem', () => {
  it('says what is wrong and what to do, and can be said again where it is read', () => {
    const failure = problem('in-use', 'sourceInUse', { name: 'North Wire', count: 3 })
    expect(failure).toBeInstanceOf(Problem)
    expect(failure.message).toBe('“North Wire” is used 3 times and cannot be deleted.')
    expect(failure.action).toContain('Take it out of the chains')
    expect(speak(messageOf(failure.said))).toBe(failure.message)
  })

  it('may leave nothing to be done', () => {
    expect(problem('nothing-to-undo', 'nothingToUndo', {}).action).toBeUndefined()
    const inFile = problem('not-text', 'inFile', { file: 'a', what: 'it is not text.', then: '' })
    expect(inFile.message).toBe('“a”: it is not text.')
    expect(actionOf(inFile.said)).toBeUndefined()
  })
})
