import { afterAll, describe, expect, it } from 'vitest'
import { measureImport } from '../support/hostile.ts'
import { hostileFiles } from '../support/hostile-files.ts'

/** What an import may cost, whatever the file. */
const limit = { seconds: 10, megabytes: 600 }
/** Work that takes less than this, in seconds, says nothing of how it grows. */
const worthComparing = 1
/** Four times the bytes may take so many times the time: linear work takes four times, quadratic sixteen. */
const growth = 8

const rows: string[] = []
afterAll(() => console.log(rows.join('\n')))

// A busy machine may miss a bound once; what misses it three times is over it.
describe.each(hostileFiles)('$name', { retry: 2 }, (file) => {
  it('ends within its budget, or with a sentence', async () => {
    const whole = await measureImport(file, file.size)
    rows.push(
      `${file.name.padEnd(36)} ${String(whole.bytes).padStart(9)} B ${whole.processorSeconds.toFixed(1).padStart(5)} s ${whole.megabytes.toFixed(0).padStart(4)} MB  ${whole.outcome.slice(0, 60)}`,
    )
    expect(whole.outcome).toMatch(/^imported$|^[a-z-]+: .{10}/)
    expect(whole.processorSeconds).toBeLessThan(limit.seconds)
    expect(whole.megabytes).toBeLessThan(limit.megabytes)
  })

  it('takes time in proportion to its size', async ({ skip }) => {
    const large = await measureImport(file, Math.floor(file.size / 2))
    if (large.outcome !== 'imported' || large.importSeconds < worthComparing)
      skip('it is not read for long enough')
    const small = await measureImport(file, Math.floor(file.size / 8))
    expect(large.importSeconds / small.importSeconds).toBeLessThan(growth)
  })
})
