import { Library } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const library = place({
  name: 'library',
  words: {
    en: { title: 'Library', go: 'Go to the library' },
    de: { title: 'Bibliothek', go: 'Zur Bibliothek' },
    ar: { title: 'المكتبة', go: 'انتقل إلى المكتبة' },
  },
  group: 'records',
  key: 'L',
  icon: Library,
  count: (counts) => counts.articles,
  keys: listKeys,
  component: () => import('./LibraryView.vue'),
})
