import { place } from '../../places/place.ts'

export const versions = place({
  name: 'versions',
  path: '/articles/:id/versions',
  under: 'library',
  words: { en: { title: 'Versions' }, de: { title: 'Fassungen' }, ar: { title: 'النسخ' } },
  component: () => import('./VersionsView.vue'),
})
