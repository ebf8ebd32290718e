import { base } from '../base.ts'

const of = base.corroboration.of.handler(({ context, input }) =>
  context.app.store.model.askNow('originsOf', input.claims ?? null),
)

export const corroboration = { of }
