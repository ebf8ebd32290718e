/**
 * How long tests are that try something many times. Short ones run with `npm test` and try every kind of thing; `npm run test:long`
 * tries them all, or with many more seeds.
 */
const isLong = process.env['TEST_LENGTH'] === 'long'

/** A number of tries. */
export const tries = (short: number, long: number): number => (isLong ? long : short)

/** Those of some cases that are tried; in a short run every so many of them, another part of them each day. */
export const some = <T>(cases: readonly T[], every: number): T[] => {
  const day = Math.floor(Date.now() / 86_400_000)
  return isLong ? [...cases] : cases.filter((_, at) => (at + day) % every === 0)
}
