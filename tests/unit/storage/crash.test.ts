import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Random } from '../../../scripts/make-notebook/random.ts'
import { createApp } from '../../support/app.ts'
import { temporaryFolder } from '../../support/ascribe.ts'
import { editUntilKilled, inspect } from '../../support/crash.ts'
import { tries } from '../../support/length.ts'

const rounds = Number(process.env['CRASH_ROUNDS'] ?? tries(6, 50))
const perNotebook = 10

it(
  `nothing acknowledged is lost by kill -9, ${rounds} times at random moments`,
  { timeout: rounds * 10_000 },
  async () => {
    const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)
    const random = new Random(seed)
    const temporary = await temporaryFolder()
    let total = 0
    for (let round = 0; round < rounds;) {
      const folder = join(temporary.path, `notebook ${round}`)
      const app = createApp(temporary.path)
      await app.create('Crash', folder)
      await app.close()
      const acknowledged = new Set<string>()
      for (let n = 0; n < perNotebook && round < rounds; n += 1, round += 1) {
        for (const id of await editUntilKilled(folder, random)) acknowledged.add(id)
      }
      total += acknowledged.size
      expect(await inspect(folder, acknowledged), `seed ${seed}`).toEqual([])
    }
    console.log(`${rounds} crashes, ${total} acknowledged changes, none lost (seed ${seed})`)
    expect(total).toBeGreaterThan(rounds)
    await temporary.remove()
  },
)
