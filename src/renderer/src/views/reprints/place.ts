import { Copy } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const reprints = place({
  name: 'reprints',
  words: {
    en: { title: 'Reprints', go: 'Go to reprints' },
    de: { title: 'Nachdrucke', go: 'Zu den Nachdrucken' },
    ar: { title: 'إعادات النشر', go: 'انتقل إلى إعادات النشر' },
  },
  group: 'work',
  key: 'R',
  icon: Copy,
  component: () => import('./ReprintsView.vue'),
})
