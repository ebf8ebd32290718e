import { Scale } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const contradictions = place({
  name: 'contradictions',
  words: {
    en: { title: 'Contradictions', go: 'Go to contradictions' },
    de: { title: 'Widersprüche', go: 'Zu den Widersprüchen' },
    ar: { title: 'التناقضات', go: 'انتقل إلى التناقضات' },
  },
  group: 'work',
  key: 'D',
  icon: Scale,
  keys: listKeys,
  component: () => import('./ContradictionsView.vue'),
})
