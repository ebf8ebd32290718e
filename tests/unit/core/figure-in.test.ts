import { expect, test } from 'vitest'
import { figureIn } from '../../../src/core/claims/figure-in.ts'

const told = (statement: string): unknown[] | null => {
  const figure = figureIn(statement)
  return figure && [figure.qualifier, figure.low, figure.high, figure.unit]
}

test('the figure of a claim is read with how exactly it is told', () => {
  expect(told('More than 1,480 people had died by 1 March 2031.')).toEqual([
    'more-than',
    1480,
    1480,
    'people',
  ])
  expect(told('Between 700 and 900 people have died.')).toEqual(['exactly', 700, 900, 'people'])
  expect(told('Ticket prices rose by about 12 per cent.')).toEqual(['about', 12, 12, '%'])
})

test('days, years and bare numbers are no figures', () => {
  expect(told('Envoys met on 26 February 2031.')).toBeNull()
  expect(told('It was decided in 2031.')).toBeNull()
  expect(told('Nobody was there.')).toBeNull()
})
