import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeThree, mergeWhatCan } from '../../../src/core/export/merge-three.ts'

const lines = (...all: string[]): string => all.join('\n')

describe('a file that two have changed', () => {
  it.each([
    ['only what is new', lines('a', 'b'), lines('a', 'b'), lines('a', 'c'), lines('a', 'c')],
    ['only edits', lines('a', 'b'), lines('a', 'x', 'b'), lines('a', 'b'), lines('a', 'x', 'b')],
    [
      'both, apart',
      lines('a', 'b', 'c', 'd', 'e'),
      lines('mine', 'a', 'b', 'c', 'd', 'e'),
      lines('a', 'b', 'c', 'd', 'new'),
      lines('mine', 'a', 'b', 'c', 'd', 'new'),
    ],
    [
      'something added below what is renewed',
      lines('a', 'b'),
      lines('a', 'b', 'mine'),
      lines('a', 'new'),
      lines('a', 'new', 'mine'),
    ],
    [
      'something added above it',
      lines('a', 'b'),
      lines('a', 'mine', 'b'),
      lines('a', 'new'),
      lines('a', 'mine', 'new'),
    ],
    ['both at the end', lines('a'), lines('a', 'mine'), lines('a', 'new'), lines('a', 'new', 'mine')],
  ])('has %s', (_what, base, theirs, mine, merged) => {
    expect(mergeThree(base, theirs, mine)).toBe(merged)
  })

  it('has properties by their names, however an editor writes them', () => {
    const file = (properties: string): string => `---\n${properties}---\n\n# A\n`
    const base = file('type: claim\nstatus: unverified\ntags:\n  - a\n')
    const theirs = file('type: claim\nmine: 1\ntags: [a, b]\nstatus: unverified\n')
    const mine = file('type: claim\nstatus: disputed\ntags:\n  - a\n')
    expect(mergeThree(base, theirs, mine)).toBe(
      file('type: claim\nstatus: disputed\ntags: [a, b]\nmine: 1\n'),
    )
    expect(mergeThree(base, file('status: refuted\n'), mine)).toBeNull()
  })

  it('keeps remarks in properties, and numbers as somebody writes them', () => {
    const file = (properties: string): string => `---\n${properties}---\n\n# A\n`
    const base = file('type: claim\nstatus: unverified\n')
    const mine = file('type: claim\nstatus: disputed\n')
    const noted = '# of the desk\ntype: claim # sic\nphone: 0044123\nversion: 1.10\ncase: 1e3\n'
    expect(mergeThree(base, file(`${noted}status: unverified\n`), mine)).toBe(
      file('# of the desk\ntype: claim # sic\nstatus: disputed\nphone: 0044123\nversion: 1.10\ncase: 1e3\n'),
    )
    // A remark about what is new is somebody's to move.
    expect(mergeThree(base, file('type: claim\nstatus: unverified # why?\n'), mine)).toBeNull()
    expect(mergeThree(base, file('type: claim # sic\nstatus: unverified\n'), base)).toBe(
      file('type: claim # sic\nstatus: unverified\n'),
    )
    const lines = 'words: |\n  one # two\n\n  three\n'
    expect(mergeThree(base, file(`type: claim\n${lines}status: unverified\n`), mine)).toBe(
      file(`type: claim\nstatus: disputed\n${lines}`),
    )
  })

  it('is left where both changed the same line', () => {
    expect(mergeThree(lines('a', 'b'), lines('a', 'x'), lines('a', 'y'))).toBeNull()
  })

  it('keeps the line ends of the editor that somebody uses', () => {
    expect(mergeThree('a\nb\nc\nd', 'mine\r\na\r\nb\r\nc\r\nd', 'a\nb\nc\nnew')).toBe(
      'mine\r\na\r\nb\r\nc\r\nnew',
    )
  })

  it('loses no line of either, whoever edits in turn', () => {
    const line = fc.constantFrom('a', 'b', 'c', '', '- d')
    const edit = fc.record({ who: fc.constantFrom('person', 'program'), at: fc.nat(30), add: fc.boolean() })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(edit, { maxLength: 25 }), (start, edits) => {
        let [base, theirs, mine] = [start.join('\n'), start.join('\n'), start.join('\n')]
        const written: string[] = []
        const current: string[] = []
        for (const [n, { who, at, add }] of edits.entries()) {
          const text = (who === 'person' ? theirs : mine).split('\n')
          const own = `${who} ${n}`
          const place = at % (text.length + 1)
          // A person only adds; the program renews lines that are its own, too.
          if (who === 'person' || add) text.splice(place, 0, own)
          else text.splice(place, 1, own)
          if (who === 'person') [theirs] = [text.join('\n'), written.push(own)]
          else mine = text.join('\n')
          const merged = mergeThree(base, theirs, mine)
          if (merged === null) continue
          ;[base, theirs] = [mine, merged]
          current.splice(0, current.length, ...mine.split('\n'))
          for (const one of [...written, ...current]) expect(merged.split('\n')).toContain(one)
        }
        for (const one of written) expect(theirs.split('\n')).toContain(one)
      }),
      { numRuns: 300 },
    )
  })
})

it('lists in properties have what either put in, without what either took out, each once', () => {
  const file = (...tags: string[]): string =>
    `---\ntype: claim\ntags:\n${tags.map((tag) => `  - ${tag}\n`).join('')}---\n\n# A\n`
  expect(mergeThree(file('a', 'b'), file('a', 'b', 'new'), file('b', 'new', 'other'))).toBe(
    file('b', 'new', 'other'),
  )
  expect(mergeThree(file('a', 'b'), file('a', 'mine'), file('a', 'b', 'ours'))).toBe(
    file('a', 'ours', 'mine'),
  )
  // What is no list of names is not mixed.
  const odd = (value: string): string => `---\ntags: ${value}\n---\n\n# A\n`
  expect(mergeThree(odd('[1]'), odd('[1, 2]'), odd('[3]'))).toBeNull()
})

it('leaves only the lines that both changed, renews the rest, and tells so each time', () => {
  const base = lines('# A', 'is open', 'b', 'c', 'd', 'two')
  const theirs = lines('# A', 'is open, I think', 'b', 'c', 'd', 'two')
  const mine = lines('# A', 'is shut', 'b', 'c', 'd', 'three')
  const first = mergeWhatCan(base, theirs, mine)
  expect(first).toEqual({
    text: lines('# A', 'is open, I think', 'b', 'c', 'd', 'three'),
    isLeft: true,
    base: lines('# A', 'is open', 'b', 'c', 'd', 'three'),
  })
  const newer = lines('# A', 'is shut', 'b', 'c', 'd', 'four')
  expect(mergeWhatCan(first?.base ?? '', first?.text ?? '', newer)).toMatchObject({
    text: lines('# A', 'is open, I think', 'b', 'c', 'd', 'four'),
    isLeft: true,
  })
})

it('loses no line that somebody wrote, whatever both changed', () => {
  const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  fc.assert(
    fc.property(some, some, some, fc.array(fc.nat(8), { maxLength: 3 }), (base, rest, mine, places) => {
      const theirs: string[] = [...rest]
      for (const [n, place] of places.entries()) theirs.splice(place, 0, `own ${n}`)
      const merged = mergeWhatCan(lines(...base), lines(...theirs), lines(...mine))
      for (const n of places.keys()) expect(merged?.text.split('\n')).toContain(`own ${n}`)
    }),
  )
})
