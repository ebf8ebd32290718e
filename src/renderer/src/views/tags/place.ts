import { Tags } from '@lucide/vue'
import { place } from '../../places/place.ts'

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
  component: () => import('./TagsView.vue'),
})
