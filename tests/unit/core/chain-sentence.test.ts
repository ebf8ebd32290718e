import { describe, expect, it } from 'vitest'
import { chainText } from '../../../src/core/attribution/chain-sentence.ts'
import { asId } from '../../../src/core/records/base.ts'
import type { Hop } from '../../../src/core/records/claim.ts'
import { makeSource, type Source } from '../../../src/core/records/source.ts'

const briefed = makeSource('Two people briefed on the talks', 'anonymous')
const wire = makeSource('North Wire', 'outlet')
const post = makeSource('The Harbour Post', 'outlet')
const council = makeSource('Maritime Council', 'organisation')
const all = [briefed, wire, post, council]
const hop = (source: Pick<Source, 'id'>, more: Partial<Hop> = {}): Hop => ({
  source: source.id,
  mode: 'says',
  verbatim: false,
  groundRule: 'unknown',
  words: '',
  ...more,
})
const say = (...chain: Hop[]): string => chainText(chain, (id) => all.find((source) => source.id === id))

describe('a chain in words', () => {
  it('of three tells who told whom, and who reported it', () => {
    expect(
      say(
        hop(briefed, { groundRule: 'background' }),
        hop(wire, { mode: 'reports' }),
        hop(post, { mode: 'reports', groundRule: 'on-record' }),
      ),
    ).toBe(
      'Two people briefed on the talks (not named, on background) told North Wire, as reported by The Harbour Post',
    )
  })

  it('of two and of one', () => {
    expect(
      say(hop(council, { mode: 'denies', groundRule: 'on-record' }), hop(post, { mode: 'reports' })),
    ).toBe('Maritime Council (on the record) denies, as reported by The Harbour Post')
    expect(say(hop(council, { mode: 'writes', verbatim: true }))).toBe('Maritime Council (verbatim) writes')
  })

  it('keeps a denial a denial when it went through somebody', () => {
    expect(say(hop(council, { mode: 'denies' }), hop(wire), hop(post, { mode: 'cites' }))).toBe(
      'Maritime Council denied to North Wire, as cited by The Harbour Post',
    )
  })

  it('names a source that is gone as gone, and is empty for no chain', () => {
    expect(say(hop({ id: asId('gone') }))).toBe('a source that is no longer in the notebook says')
    expect(say()).toBe('')
  })
})
