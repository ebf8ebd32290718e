import { place } from '../../places/place.ts'

export const article = place({
  name: 'article',
  path: '/articles/:id',
  under: 'library',
  words: { en: { title: 'Article' } },
  component: () => import('./ReaderView.vue'),
})
