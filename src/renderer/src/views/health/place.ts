import { HeartPulse } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const health = place({
  name: 'health',
  words: {
    en: { title: 'Notebook health', go: 'Go to notebook health and backups' },
    de: { title: 'Zustand des Notizbuchs', go: 'Zum Zustand des Notizbuchs und zu den Sicherungen' },
    ar: { title: 'سلامة الدفتر', go: 'انتقل إلى سلامة الدفتر ونسخه' },
  },
  group: 'keeping',
  key: 'E',
  icon: HeartPulse,
  component: () => import('./HealthView.vue'),
})
