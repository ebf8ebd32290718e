import type { DrawnGraph } from './graph-place.ts'
import { onScopeDispose, ref, type Ref } from 'vue'
import type { LayoutStep, LayoutTask } from './layout-messages.ts'
import { wide } from './room-for-names.ts'

const goldenAngle = Math.PI * (3 - Math.sqrt(5))
const rounds = 400

/** Where nodes begin that have no place yet: on a spiral, the same every time. */
export const startOf = (index: number): { x: number; y: number } => {
  const [radius, angle] = [10 * Math.sqrt(index + 1), index * goldenAngle]
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** Lays a graph out in a thread of its own; its nodes move while that goes on. */
export function useLayout(): {
  /** From 0 to 1; null while nothing is laid out. */
  progress: Ref<number | null>
  start: (graph: DrawnGraph) => void
  stop: () => void
} {
  const progress = ref<number | null>(null)
  let worker: Worker | undefined

  function stop(): void {
    worker?.terminate()
    worker = undefined
    progress.value = null
  }
  function start(graph: DrawnGraph): void {
    stop()
    if (graph.order < 2) return
    const nodes = graph.nodes()
    const places = new Map(nodes.map((node, index) => [node, index]))
    const task: LayoutTask = {
      positions: Float32Array.from(
        nodes.flatMap((node) => [
          graph.getNodeAttribute(node, 'x') / wide,
          graph.getNodeAttribute(node, 'y'),
        ]),
      ),
      sizes: Float32Array.from(nodes, (node) => graph.getNodeAttribute(node, 'size')),
      links: Uint32Array.from(
        graph.mapEdges((_, __, from, to) => [places.get(from) ?? 0, places.get(to) ?? 0]).flat(),
      ),
      rounds,
    }
    progress.value = 0
    const thread = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker = thread
    thread.addEventListener('message', ({ data }: MessageEvent<LayoutStep>) => {
      if (worker !== thread) return
      graph.updateEachNodeAttributes(
        (node, attributes) => {
          const at = 2 * (places.get(node) ?? 0)
          return { ...attributes, x: (data.positions[at] ?? 0) * wide, y: data.positions[at + 1] ?? 0 }
        },
        { attributes: ['x', 'y'] },
      )
      progress.value = data.done
      if (data.done >= 1) stop()
    })
    thread.postMessage(task)
  }
  onScopeDispose(stop)
  return { progress, start, stop }
}
