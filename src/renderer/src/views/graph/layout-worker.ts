import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { LayoutStep, LayoutTask } from './layout-messages.ts'
import { makeRoom, mostWithRoom } from './room-for-names.ts'

/** As many rounds as are done between two messages. */
const roundsAStep = 20
const treeFrom = 400

/** Moves nodes to where their links pull them; the window paints each step, and stops it by ending the thread. */
self.addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  const graph = new Graph()
  data.sizes.forEach((size, index) => {
    const [x = 0, y = 0] = data.positions.subarray(2 * index)
    graph.addNode(index, { x, y, size })
  })
  for (let at = 0; at < data.links.length; at += 2) graph.mergeEdge(data.links[at], data.links[at + 1])
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: data.sizes.length > treeFrom,
    strongGravityMode: false,
    gravity: 0.6,
    scalingRatio: 8,
    adjustSizes: false,
  }
  for (let round = 0; round < data.rounds; round += roundsAStep) {
    forceAtlas2.assign(graph, { iterations: roundsAStep, settings })
    const positions = new Float32Array(data.positions.length)
    graph.forEachNode((node, { x, y }) => {
      positions[2 * Number(node)] = Number(x)
      positions[2 * Number(node) + 1] = Number(y)
    })
    const isLast = round + roundsAStep >= data.rounds
    const hasRoom = isLast && data.sizes.length <= mostWithRoom
    const step: LayoutStep = {
      positions: hasRoom ? makeRoom(positions) : positions,
      done: Math.min(1, (round + roundsAStep) / data.rounds),
    }
    self.postMessage(step)
  }
})
