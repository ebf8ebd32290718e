import { oc } from '@orpc/contract'
import * as z from 'zod'
import { nameReasons } from '../core/names/name-likeness.ts'
import { idOf } from '../core/records/base.ts'
import { Source, sourceKinds } from '../core/records/source.ts'

const NamePair = z.object({
  sources: z.tuple([idOf('source'), idOf('source')]),
  score: z.number(),
  reasons: z.array(z.enum([...nameReasons, 'role', 'affiliation'])),
})
export const Names = z.object({
  clusters: z.array(z.object({ sources: z.array(idOf('source')), pairs: z.array(NamePair) })),
  sources: z.record(
    z.string(),
    z.object({
      id: idOf('source'),
      name: z.string(),
      kind: z.enum(sourceKinds),
      role: z.string(),
      affiliation: z.string(),
      aliases: z.array(z.string()),
      uses: z.int(),
    }),
  ),
})
export type Names = z.infer<typeof Names>

const Two = z.object({ id: idOf('source'), other: idOf('source') })

export const names = {
  /** Spellings that are probably of one; nothing is merged by itself. */
  clusters: oc.output(Names),
  /** The same name, but another one: they are never offered again, and cannot be merged. */
  refuse: oc.input(Two).output(Source),
  /** Takes that back. */
  allow: oc.input(Two).output(Source),
}
