import { oc } from '@orpc/contract'
import * as z from 'zod'

/** What the program is, what it is made of, and what went wrong in it. */
export const About = z.object({
  version: z.string(),
  /** The programs it runs on, with their versions. */
  runsOn: z.array(z.object({ name: z.string(), version: z.string() })),
  /** The licences of everything that is bundled, as text. */
  licences: z.string(),
  log: z.object({ path: z.string(), text: z.string() }),
})
export type About = z.infer<typeof About>

export const about = {
  /** Something went wrong in the window. */
  note: oc.input(z.object({ name: z.string().max(60), stack: z.string().max(8_000) })).output(z.object({})),
  get: oc.output(About),
}
