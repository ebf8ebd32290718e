import { place } from '../../places/place.ts'

export const article = place({
  name: 'article',
  path: '/articles/:id',
  under: 'library',
  words: { en: { title: 'Article' }, de: { title: 'Artikel' }, ar: { title: 'مقال' } },
  component: () => import('./ReaderView.vue'),
})
