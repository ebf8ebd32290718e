import { asId } from '../../../src/core/records/base.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineRow } from '../../../src/core/listing/picture-rows.ts'
import type { SourceName } from '../../../src/core/listing/rows.ts'
import { FileNames } from '../../../src/renderer/src/components/pictures/file-names.ts'
import { ConfidentialNames } from '../../../src/core/confidential/confidential-names.ts'
import type { ConfidentialChoice } from '../../../src/core/confidential/withhold.ts'
import { toSvg, withFoot } from '../../../src/renderer/src/components/pictures/shapes.ts'
import { spread } from '../../../src/renderer/src/views/claims/spread.ts'
import { nodeInFile } from '../../../src/renderer/src/views/graph/graph-looks.ts'
import { makeRoom, wide } from '../../../src/renderer/src/views/graph/room-for-names.ts'
import { inLines, type PlacedName, NamePlaces } from '../../../src/renderer/src/views/graph/graph-names.ts'
import { partOf } from '../../../src/renderer/src/views/graph/graph-parts.ts'
import { matrixInFile } from '../../../src/renderer/src/views/matrix/matrix-shapes.ts'
import {
  extentOf,
  lanesOf,
  layOut,
  rowsInFile,
  spanOf,
} from '../../../src/renderer/src/views/timeline/timeline-layout.ts'

describe('names beside figures', () => {
  const limits = { least: 0, most: 300 }

  it('stay where they are when they have room, and go apart around their middle when not', () => {
    expect(spread([10, 100, 200], 16, limits)).toEqual([10, 100, 200])
    expect(spread([100, 100], 16, limits)).toEqual([92, 108])
    expect(spread([100, 104], 16, limits)).toEqual([94, 110])
    expect(spread([0, 0], 16, limits)).toEqual([0, 16])
  })

  it('never cover each other, and keep their order', () => {
    const places = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 15 })
    fc.assert(
      fc.property(places, (before) => {
        const order = before.map((_, index) => index).sort((a, b) => (before[a] ?? 0) - (before[b] ?? 0))
        const after = spread(before, 16, { least: -1e6, most: 1e6 })
        const sorted = order.map((index) => after[index] ?? 0)
        for (const [at, place] of sorted.entries())
          if (at > 0) expect(place - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9)
      }),
    )
  })
})

describe('claims along time', () => {
  const row = (id: string, date: string, ...lanes: string[]): TimelineRow => ({
    id: asId(id),
    date,
    lanes,
    statement: `Claim ${id}`,
    kind: 'fact',
    status: 'unverified',
  })
  const dates = fc
    .tuple(fc.integer({ min: 1500, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
    .map(([year, month, isYear]) => (isYear ? String(year) : `${year}-${String(month).padStart(2, '0')}`))

  it('stand in lines in which none covers another, at any scale', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 60 }), fc.integer({ min: 10, max: 5_000 }), (all, width) => {
        const lanes = lanesOf(
          all.map((date, n) => row(String(n), date)),
          '',
        )
        const { from, to } = extentOf(lanes)
        const msPerPixel = (to - from) / width
        const [lane] = layOut(lanes, msPerPixel).lanes
        const ends = new Map<number, number>()
        for (const [index, mark] of (lane?.marks ?? []).entries()) {
          const line = lane?.lines[index] ?? -1
          const { x, width: wide } = spanOf(mark, { from, msPerPixel, width })
          expect(x).toBeGreaterThanOrEqual((ends.get(line) ?? -Infinity) - 5)
          ends.set(line, x + wide)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('stand in each of their lanes, those in none last; what has no readable date stands nowhere', () => {
    const lanes = lanesOf([row('a', '2031', 'Z', 'B'), row('b', '2030'), row('c', 'soon', 'B')], 'None')
    expect(lanes.map(({ name, marks }) => [name, marks.map((mark) => mark.row.id)])).toEqual([
      ['B', ['a']],
      ['Z', ['a']],
      ['None', ['b']],
    ])
  })

  it('have an extent also where dates have no end', () => {
    const { from, to } = extentOf(lanesOf([row('a', '../2031'), row('b', '2040/..')], ''))
    expect(from).toBeLessThan(Date.UTC(2032, 0))
    expect(to).toBeGreaterThan(Date.UTC(2040, 0))
    expect([from, to].every(Number.isFinite)).toBe(true)
  })
})

describe('a part of the graph', () => {
  const node = (
    id: string,
    kind: 'claim' | 'source' = 'claim',
  ): Parameters<typeof partOf>[0]['nodes'][0] => ({
    id: asId(id),
    kind,
    title: id,
  })
  const link = (from: string, to: string): Parameters<typeof partOf>[0]['links'][0] => ({
    from: asId(from),
    to: asId(to),
    kind: 'supports',
    weight: 1,
  })
  const whole = {
    nodes: [node('a'), node('b', 'source'), node('c'), node('d'), node('alone')],
    links: [link('a', 'b'), link('b', 'c'), link('c', 'd')],
  }

  it('is what is near a node, as far as kinds that are shown lead there', () => {
    const ids = (steps: number, kinds: ('claim' | 'source')[] = ['claim', 'source']): string[] =>
      partOf(whole, { kinds, around: asId('a'), steps }).nodes.map(({ id }) => id)
    expect(ids(1)).toEqual(['a', 'b'])
    expect(ids(2)).toEqual(['a', 'b', 'c'])
    expect(ids(6)).toEqual(['a', 'b', 'c', 'd'])
    expect(ids(6, ['claim'])).toEqual(['a'])
  })
})

describe('names of sources in a file', () => {
  const source = (id: string, name: string, confidential = false): SourceName => ({
    id: asId(id),
    name,
    confidential,
    absorbed: [],
    kind: 'person',
  })
  const sources = [
    source('a', 'Anna', true),
    source('b', 'Bert'),
    source('c', 'Carl', true),
    // Another one who is called the same, and may be named.
    source('a-2', 'Anna'),
  ]
  const inFile = (all: readonly SourceName[] | null = sources): FileNames =>
    new FileNames(all, (number) => `Unnamed ${number}`)

  it('are withheld where they are confidential, with one number for each source', () => {
    const names = inFile()
    const titles = [
      { id: 'c', name: 'Carl' },
      { id: 'b', name: 'Bert' },
      { id: 'a', name: 'Anna' },
      { id: 'c', name: 'Carl' },
      { id: 'a-2', name: 'Anna' },
    ].map((one) => names.of(one))
    expect(titles).toEqual(['Unnamed 1', 'Bert', 'Unnamed 2', 'Unnamed 1', 'Anna'])
    expect(names.withheld).toBe(2)
  })

  it('are withheld of sources of which nothing is known, and of all of a name where one is confidential', () => {
    const names = inFile()
    expect(names.of({ id: 'gone', name: 'Dora' })).toBe('Unnamed 1')
    expect(['Anna', 'Bert', 'Before it was renamed'].map((name) => names.ofName(name))).toEqual([
      'Unnamed 2',
      'Bert',
      'Unnamed 3',
    ])
    expect(inFile([]).ofName('Bert')).toBe('Unnamed 1')
  })

  it('are there when asked for', () => {
    const names = inFile(null)
    expect([names.of({ id: 'a', name: 'Anna' }), names.ofName('Carl')]).toEqual(['Anna', 'Carl'])
    expect(names.withheld).toBe(0)
  })

  it('are withheld in all three pictures; claims, articles and tags are called what they are called', () => {
    const names = inFile()
    const nodes = (['claim', 'article', 'source', 'anonymous'] as const).map((kind) =>
      nodeInFile(
        { id: asId(kind === 'source' ? 'a' : kind === 'anonymous' ? 'c' : 'x'), kind, title: kind },
        names,
      ),
    )
    expect(nodes.map(({ title }) => title)).toEqual(['claim', 'article', 'Unnamed 1', 'Unnamed 2'])
    const matrix = matrixInFile(
      {
        tags: [{ id: asId('a'), name: 'A tag' }],
        others: [
          { id: asId('a'), name: 'Anna' },
          { id: asId('b'), name: 'Bert' },
        ],
        cells: [],
        left: { tags: 0, others: 0 },
      },
      names,
    )
    expect([...matrix.tags, ...matrix.others].map(({ name }) => name)).toEqual(['A tag', 'Unnamed 1', 'Bert'])
    const row: TimelineRow = {
      id: asId('1'),
      date: '2031',
      lanes: ['Anna', 'Bert'],
      statement: 'Anna was there.',
      kind: 'fact',
      status: 'unverified',
    }
    const lanes = lanesOf(rowsInFile([row], inFile()), '')
    // Anna was before Bert; where an unnamed one stands tells nothing of the name.
    expect(lanes.map(({ name }) => name)).toEqual(['Bert', 'Unnamed 1'])
  })
})

describe('the words of pictures that name a confidential source', () => {
  const secret = 'Renée Kovář'
  const search = new ConfidentialNames([{ id: asId('s'), spellings: [secret], isPerson: true }])
  const picturesWith = (choice: ConfidentialChoice | undefined): { all: string; places: number } => {
    const names = new FileNames([], (number) => `Unnamed ${number}`, {
      names: search,
      choice,
      language: 'en',
    })
    const nodes = (['claim', 'article', 'source'] as const).map((kind) =>
      nodeInFile({ id: asId(kind), kind, title: `${kind} of ${secret}` }, names),
    )
    const matrix = matrixInFile(
      {
        tags: [{ id: asId('a'), name: `tag-${secret}` }],
        others: [{ id: asId('b'), name: `An article by ${secret}` }],
        cells: [],
        left: { tags: 0, others: 0 },
      },
      names,
      false,
    )
    const row: TimelineRow = {
      id: asId('1'),
      date: '2031',
      lanes: [`Tag of ${secret}`],
      statement: `${secret} was there.`,
      kind: 'fact',
      status: 'unverified',
    }
    const rows = rowsInFile([row], names, false)
    return { all: JSON.stringify([nodes, matrix, rows, lanesOf(rows, '')]), places: names.places.length }
  }

  it('are found before anything is written', () => {
    expect(picturesWith(undefined).places).toBeGreaterThan(5)
  })

  it.each(['replace', 'omit'] as const)('name nobody any more: %s', (choice) => {
    expect(picturesWith(choice).all).not.toMatch(/Ren[eé]e|Kov[aá]/i)
  })

  it('say it when the user wants that', () => {
    expect(picturesWith('include').all).toContain(secret)
  })
})

describe('a picture as a file', () => {
  it('has room for a line under it', () => {
    const picture = { width: 200, height: 100, background: 'white', shapes: [] }
    const made = withFoot(picture, 'One is not named.', 'black')
    expect(made.height).toBeGreaterThan(100)
    const words = made.shapes.find((shape) => shape.kind === 'words')
    expect(words).toMatchObject({ text: 'One is not named.', fill: 'black' })
    expect(words?.y).toBeGreaterThan(100)
    expect(words?.y).toBeLessThan(made.height)
  })

  it('is SVG in which what people wrote is text, also where it looks like markup', () => {
    const svg = toSvg({
      width: 10,
      height: 10,
      background: 'white',
      shapes: [
        {
          kind: 'words',
          x: 0,
          y: 0,
          size: 12,
          fill: 'black',
          text: '<script>alert("1")</script> & \u0000\u0008 👩‍👩‍👧',
        },
        { kind: 'box', x: 0, y: 0, width: 5, height: 5, fill: 'red', fades: 'start' },
      ],
    })
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;  👩‍👩‍👧')
    expect(svg.match(/stop-opacity/g)).toHaveLength(1)
  })
})

describe('the names of a graph', () => {
  const view = { width: 400, height: 300 }
  const boxOf = ({ x, y, align, lines }: PlacedName, width: number) => {
    const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2
    return { left, right: left + width, top: y - 11, bottom: y + 4 + 15 * (lines.length - 1) }
  }

  it('lie neither on each other nor on nodes, wherever these are', () => {
    const dot = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      size: fc.integer({ min: 3, max: 12 }),
    })
    fc.assert(
      fc.property(
        fc.array(dot, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 10, max: 200 }),
        (dots, width) => {
          const names = new NamePlaces()
          names.begin(view, dots)
          dots.forEach((one, index) =>
            names.place(String(index), one, { lines: ['a', 'b'].slice(0, 1 + (index % 2)), width }),
          )
          const boxes = [...names.placed.values()].map((at) => boxOf(at, width))
          const all = [
            ...boxes,
            ...dots.map(({ x, y, size }) => ({
              left: x - size,
              right: x + size,
              top: y - size,
              bottom: y + size,
            })),
          ]
          const isInside = boxes.every(
            ({ left, right, top, bottom }) => left >= 0 && right <= 400 && top >= 0 && bottom <= 300,
          )
          return (
            isInside &&
            boxes.every((one) =>
              all.every(
                (other) =>
                  other === one ||
                  one.left >= other.right ||
                  other.left >= one.right ||
                  one.top >= other.bottom ||
                  other.top >= one.bottom,
              ),
            )
          )
        },
      ),
    )
  })

  it('stand within the view where they can', () => {
    const names = new NamePlaces()
    names.begin(view, [])
    const words = { lines: ['A name'], width: 80 }
    expect(names.place('right', { x: 390, y: 100, size: 5 }, words)).toMatchObject({ x: 382, align: 'end' })
    expect(names.place('left', { x: 10, y: 100, size: 5 }, words)).toMatchObject({ x: 18, align: 'start' })
    expect(names.place('outside', { x: 10, y: 900, size: 5 }, words)).toBeNull()
  })

  it('stand in lines, and are cut where there would be more than three', () => {
    expect(inLines('Envoys of both sides met on the island', 14)).toEqual([
      'Envoys of both',
      'sides met on',
      'the island',
    ])
    expect(inLines('One', 14)).toEqual(['One'])
    expect(inLines('a b c d e f g h', 3)).toEqual(['a b', 'c d', 'e f…'])
  })

  it('have room once nodes were moved apart, wherever these were', () => {
    const places = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(places, (all) => {
        const positions = Float32Array.from(all.slice(0, all.length - (all.length % 2)))
        const moved = makeRoom(positions)
        expect(moved).toHaveLength(positions.length)
        expect(moved.every(Number.isFinite)).toBe(true)
      }),
    )
    // Those that lie on each other part.
    const [x, y, otherX, otherY] = makeRoom(Float32Array.from([5, 5, 5, 5]))
    expect(Math.abs((otherX ?? 0) - (x ?? 0)) * wide > 159 || Math.abs((otherY ?? 0) - (y ?? 0)) > 51).toBe(
      true,
    )
  })
})
