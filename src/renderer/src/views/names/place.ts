import { SpellCheck } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const names = place({
  name: 'names',
  words: {
    en: { title: 'Name variants', go: 'Go to name variants' },
    de: { title: 'Namensformen', go: 'Zu den Namensformen' },
    ar: { title: 'صيغ الأسماء', go: 'انتقل إلى صيغ الأسماء' },
  },
  group: 'work',
  key: 'N',
  icon: SpellCheck,
  keys: listKeys,
  component: () => import('./NamesView.vue'),
})
