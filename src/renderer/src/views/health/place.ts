import { HeartPulse } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const health = place({
  name: 'health',
  words: { en: { title: 'Notebook health', go: 'Go to notebook health and backups' } },
  group: 'keeping',
  key: 'E',
  icon: HeartPulse,
  component: () => import('./HealthView.vue'),
})
