import { Waypoints } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const graph = place({
  name: 'graph',
  words: { en: { title: 'Graph', go: 'Go to the graph' } },
  group: 'pictures',
  key: 'G',
  icon: Waypoints,
  component: () => import('./GraphView.vue'),
  isLarge: true,
})
