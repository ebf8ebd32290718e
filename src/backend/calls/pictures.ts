import { base } from '../base.ts'

export const pictures = {
  timeline: base.pictures.timeline.handler(({ context, input }) =>
    context.app.store.model.askNow('timeline', input),
  ),
  graph: base.pictures.graph.handler(({ context, input }) => context.app.store.model.askNow('graph', input)),
  matrix: base.pictures.matrix.handler(({ context, input }) =>
    context.app.store.model.askNow('tagMatrix', input),
  ),
}
