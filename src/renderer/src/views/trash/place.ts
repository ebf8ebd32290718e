import { Trash2 } from '@lucide/vue'
import { listKeys, place } from '../../places/place.ts'

export const trash = place({
  name: 'trash',
  words: {
    en: { title: 'Trash', go: 'Go to the trash' },
    de: { title: 'Papierkorb', go: 'Zum Papierkorb' },
    ar: { title: 'المهملات', go: 'انتقل إلى المهملات' },
  },
  group: 'keeping',
  key: 'X',
  icon: Trash2,
  keys: listKeys,
  component: () => import('./TrashView.vue'),
})
