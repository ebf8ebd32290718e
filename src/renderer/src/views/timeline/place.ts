import { CalendarRange } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const timeline = place({
  name: 'timeline',
  words: {
    en: { title: 'Timeline', go: 'Go to the timeline' },
    de: { title: 'Zeitleiste', go: 'Zur Zeitleiste' },
    ar: { title: 'خط الزمن', go: 'انتقل إلى خط الزمن' },
  },
  group: 'pictures',
  key: 'I',
  icon: CalendarRange,
  component: () => import('./TimelineView.vue'),
})
