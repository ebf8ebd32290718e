import { MessageSquareQuote } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const claims = place({
  name: 'claims',
  words: {
    en: { title: 'Claims', go: 'Go to claims' },
    de: { title: 'Behauptungen', go: 'Zu den Behauptungen' },
    ar: { title: 'الادعاءات', go: 'انتقل إلى الادعاءات' },
  },
  group: 'records',
  key: 'C',
  icon: MessageSquareQuote,
  count: (counts) => counts.claims,
  keys: [
    ['move', '←↑↓→'],
    ['step', 'J K'],
    ['edit', 'F2'],
    ['choose', 'Space'],
    ['open', 'Enter'],
  ],
  component: () => import('./ClaimsView.vue'),
})

export const newClaim = place({
  name: 'newClaim',
  path: '/claims/new',
  under: 'claims',
  words: { en: { title: 'New claim' }, de: { title: 'Neue Behauptung' }, ar: { title: 'ادعاء جديد' } },
  component: () => import('./NewClaimPage.vue'),
})

export const claim = place({
  name: 'claim',
  path: '/claims/:id',
  under: 'claims',
  words: { en: { title: 'Claim' }, de: { title: 'Behauptung' }, ar: { title: 'ادعاء' } },
  keys: [
    ['step', 'J K'],
    ['copy', 'Q'],
    ['take', 'Y O'],
  ],
  component: () => import('./ClaimPage.vue'),
})
