import { Copy } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const reprints = place({
  name: 'reprints',
  words: { en: { title: 'Reprints', go: 'Go to reprints' } },
  group: 'work',
  key: 'R',
  icon: Copy,
  component: () => import('./ReprintsView.vue'),
})
