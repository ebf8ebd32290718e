import { Tags } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const tags = place({
  name: 'tags',
  words: {
    en: { title: 'Tags', go: 'Go to tags' },
    de: { title: 'Schlagwörter', go: 'Zu den Schlagwörtern' },
    ar: { title: 'الوسوم', go: 'انتقل إلى الوسوم' },
  },
  group: 'records',
  key: 'T',
  icon: Tags,
  count: (counts) => counts.tags,
  keys: listKeys,
  component: () => import('./TagsView.vue'),
})
