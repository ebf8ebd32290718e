import { Grid3x3 } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const matrix = place({
  name: 'matrix',
  words: { en: { title: 'Tag matrix', go: 'Go to the tag matrix' } },
  group: 'pictures',
  key: 'M',
  icon: Grid3x3,
  component: () => import('./MatrixView.vue'),
})
