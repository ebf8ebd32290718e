import { SpellCheck } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const names = place({
  name: 'names',
  words: { en: { title: 'Name variants', go: 'Go to name variants' } },
  group: 'work',
  key: 'N',
  icon: SpellCheck,
  component: () => import('./NamesView.vue'),
})
