import { MessageSquareQuote } from '@lucide/vue'
import { place } from '../../places/place.ts'

export const claims = place({
  name: 'claims',
  words: { en: { title: 'Claims', go: 'Go to claims' } },
  group: 'records',
  key: 'C',
  icon: MessageSquareQuote,
  count: (counts) => counts.claims,
  component: () => import('./ClaimsView.vue'),
})

export const newClaim = place({
  name: 'newClaim',
  path: '/claims/new',
  under: 'claims',
  words: { en: { title: 'New claim' } },
  component: () => import('./NewClaimPage.vue'),
})

export const claim = place({
  name: 'claim',
  path: '/claims/:id',
  under: 'claims',
  words: { en: { title: 'Claim' } },
  component: () => import('./ClaimPage.vue'),
})
