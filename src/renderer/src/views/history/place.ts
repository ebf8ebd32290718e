import { History } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const history = place({
  name: 'history',
  words: {
    en: { title: 'History', go: 'Go to the history' },
    de: { title: 'Verlauf', go: 'Zum Verlauf' },
    ar: { title: 'التاريخ', go: 'انتقل إلى التاريخ' },
  },
  group: 'keeping',
  key: 'H',
  icon: History,
  keys: listKeys,
  component: () => import('./HistoryView.vue'),
})
