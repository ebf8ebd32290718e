import { Copy } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

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
  keys: listKeys,
  component: () => import('./ReprintsView.vue'),
})
