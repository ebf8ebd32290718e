import { Grid3x3 } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const matrix = place({
  name: 'matrix',
  words: {
    en: { title: 'Tag matrix', go: 'Go to the tag matrix' },
    de: { title: 'Schlagwort-Matrix', go: 'Zur Schlagwort-Matrix' },
    ar: { title: 'مصفوفة الوسوم', go: 'انتقل إلى مصفوفة الوسوم' },
  },
  group: 'pictures',
  key: 'M',
  icon: Grid3x3,
  component: () => import('./MatrixView.vue'),
})
