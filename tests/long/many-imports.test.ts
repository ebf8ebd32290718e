import { expect, it } from 'vitest'
import { TextThreads } from '../../src/backend/tasks/text-threads.ts'

it('work after work in one thread is charged for itself, however much there was before', async () => {
  const threads = new TextThreads()
  const before = 'one two three four five six seven eight '.repeat(6_000)
  const after = before.replaceAll('four', 'fore')
  const start = process.cpuUsage()
  let done = 0
  // Longer than any one may take, in pieces that are none of them long.
  while (process.cpuUsage(start).user < 12e6) {
    await threads.run('compareTexts', { before: before.slice(done), after }, {})
    done += 1
  }
  expect(done).toBeGreaterThan(5)
  await threads.close()
})
