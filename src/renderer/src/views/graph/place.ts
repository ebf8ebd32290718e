import { Waypoints } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const graph = place({
  name: 'graph',
  words: {
    en: { title: 'Graph', go: 'Go to the graph' },
    de: { title: 'Netz', go: 'Zum Netz' },
    ar: { title: 'الشبكة', go: 'انتقل إلى الشبكة' },
  },
  group: 'pictures',
  key: 'G',
  icon: Waypoints,
  component: () => import('./GraphView.vue'),
  isLarge: true,
})
