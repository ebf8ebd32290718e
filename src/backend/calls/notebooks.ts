import { base } from '../base.ts'
import { wholePath } from '../program/whole-path.ts'

export const notebooks = {
  state: base.notebooks.state.handler(({ context }) => context.app.stateWhenOpen()),
  create: base.notebooks.create.handler(({ context, input }) => context.app.create(input.title)),
  open: base.notebooks.open.handler(({ context, input }) => context.app.open(wholePath(input.folder))),
  openSample: base.notebooks.openSample.handler(({ context }) => context.app.openSample()),
  pauseIndexing: base.notebooks.pauseIndexing.handler(async ({ context, input }) => {
    await context.app.store.model.pause(input.isPaused)
    return {}
  }),
  keepView: base.notebooks.keepView.handler(async ({ context: { app }, input }) => {
    await app.store.changeViews((views) => [...views.filter(({ name }) => name !== input.name), input])
    app.emit('event', { type: 'health' })
    return {}
  }),
  forgetView: base.notebooks.forgetView.handler(async ({ context: { app }, input }) => {
    await app.store.changeViews((views) => views.filter(({ name }) => name !== input.name))
    app.emit('event', { type: 'health' })
    return {}
  }),
  close: base.notebooks.close.handler(({ context }) => context.app.leave()),
  at: base.notebooks.at.handler(async ({ context, input }) => {
    await context.app.at(input.place)
    return {}
  }),
}
