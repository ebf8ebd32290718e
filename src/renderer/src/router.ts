import { createRouter, createWebHashHistory } from 'vue-router'
import ClaimPage from './views/claims/ClaimPage.vue'
import ClaimsView from './views/claims/ClaimsView.vue'
import HealthView from './views/health/HealthView.vue'
import HistoryView from './views/history/HistoryView.vue'
import LibraryView from './views/library/LibraryView.vue'
import ReaderView from './views/reader/ReaderView.vue'
import SourcePage from './views/sources/SourcePage.vue'
import SourcesView from './views/sources/SourcesView.vue'
import TagsView from './views/tags/TagsView.vue'
import TrashView from './views/trash/TrashView.vue'
import VersionsView from './views/versions/VersionsView.vue'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/library' },
    { path: '/library', name: 'library', component: LibraryView },
    { path: '/articles/:id', name: 'article', component: ReaderView, props: true },
    { path: '/articles/:id/versions', name: 'versions', component: VersionsView, props: true },
    { path: '/claims', name: 'claims', component: ClaimsView },
    { path: '/claims/:id', name: 'claim', component: ClaimPage, props: true },
    { path: '/sources', name: 'sources', component: SourcesView },
    { path: '/sources/:id', name: 'source', component: SourcePage, props: true },
    { path: '/tags', name: 'tags', component: TagsView },
    { path: '/history', name: 'history', component: HistoryView },
    { path: '/trash', name: 'trash', component: TrashView },
    { path: '/health', name: 'health', component: HealthView },
    { path: '/:rest(.*)', redirect: '/library' },
  ],
})
