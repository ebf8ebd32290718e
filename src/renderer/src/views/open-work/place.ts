import { ListTodo } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const openWork = place({
  name: 'openWork',
  path: '/open-work',
  words: {
    en: { title: 'Open work', go: 'Go to open work' },
    de: { title: 'Offene Arbeit', go: 'Zur offenen Arbeit' },
    ar: { title: 'عمل مفتوح', go: 'انتقل إلى العمل المفتوح' },
  },
  group: 'work',
  key: 'W',
  icon: ListTodo,
  keys: [
    ['step', 'J K'],
    ['take', 'Y O'],
  ],
  component: () => import('./OpenWorkView.vue'),
})
