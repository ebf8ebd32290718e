import { Users } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const sources = place({
  name: 'sources',
  words: {
    en: { title: 'Sources', go: 'Go to sources' },
    de: { title: 'Quellen', go: 'Zu den Quellen' },
    ar: { title: 'المصادر', go: 'انتقل إلى المصادر' },
  },
  group: 'records',
  key: 'S',
  icon: Users,
  count: (counts) => counts.sources,
  keys: listKeys,
  component: () => import('./SourcesView.vue'),
})

export const source = place({
  name: 'source',
  path: '/sources/:id',
  under: 'sources',
  words: { en: { title: 'Source' }, de: { title: 'Quelle' }, ar: { title: 'مصدر' } },
  component: () => import('./SourcePage.vue'),
})
