import { Users } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const sources = place({
  name: 'sources',
  words: { en: { title: 'Sources', go: 'Go to sources' } },
  group: 'records',
  key: 'S',
  icon: Users,
  count: (counts) => counts.sources,
  component: () => import('./SourcesView.vue'),
})

export const source = place({
  name: 'source',
  path: '/sources/:id',
  under: 'sources',
  words: { en: { title: 'Source' } },
  component: () => import('./SourcePage.vue'),
})
