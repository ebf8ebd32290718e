import type { ChangeEvent } from '../../contract/shared.ts'
import { base } from '../base.ts'
import { eventQueue } from '../program/event-queue.ts'

/** Keeps every open window current. */
export const changes = base.changes.handler(({ context, signal }) =>
  eventQueue<ChangeEvent>((push) => {
    context.app.on('event', push)
    push({ type: 'ready' })
    return () => context.app.off('event', push)
  }, signal),
)
