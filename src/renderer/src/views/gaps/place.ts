import { ListTodo } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const gaps = place({
  name: 'gaps',
  words: { en: { title: 'Open work', go: 'Go to open work' } },
  group: 'work',
  key: 'W',
  icon: ListTodo,
  component: () => import('./GapsView.vue'),
})
