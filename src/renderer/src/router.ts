import { createRouter, createWebHashHistory } from 'vue-router'
import ClaimPage from './views/claims/ClaimPage.vue'
import ClaimsView from './views/claims/ClaimsView.vue'
import LibraryView from './views/library/LibraryView.vue'
import ReaderView from './views/reader/ReaderView.vue'
import SourcePage from './views/sources/SourcePage.vue'
import SourcesView from './views/sources/SourcesView.vue'
import TagsView from './views/tags/TagsView.vue'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/library' },
    { path: '/library', name: 'library', component: LibraryView },
    { path: '/articles/:id', name: 'article', component: ReaderView, props: true },
    { path: '/claims', name: 'claims', component: ClaimsView },
    { path: '/claims/:id', name: 'claim', component: ClaimPage, props: true },
    { path: '/sources', name: 'sources', component: SourcesView },
    { path: '/sources/:id', name: 'source', component: SourcePage, props: true },
    { path: '/tags', name: 'tags', component: TagsView },
    { path: '/:rest(.*)', redirect: '/library' },
  ],
})
