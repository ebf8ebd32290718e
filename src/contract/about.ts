import { oc } from '@orpc/contract'
import * as z from 'zod'

export const about = {
  /** What the program is, what it is made of, and what went wrong in it. */
  get: oc.output(
    z.object({
      version: z.string(),
      /** The programs it runs on, with their versions. */
      runsOn: z.array(z.object({ name: z.string(), version: z.string() })),
      /** The licences of everything that is bundled, as text. */
      licences: z.string(),
      log: z.object({ path: z.string(), text: z.string() }),
    }),
  ),
}
