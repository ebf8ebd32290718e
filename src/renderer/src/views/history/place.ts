import { History } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const history = place({
  name: 'history',
  words: { en: { title: 'History', go: 'Go to the history' } },
  group: 'keeping',
  key: 'H',
  icon: History,
  component: () => import('./HistoryView.vue'),
})
