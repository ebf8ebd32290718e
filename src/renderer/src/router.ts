import { createRouter, createWebHashHistory } from 'vue-router'
import ClaimPage from './views/claims/ClaimPage.vue'
import ClaimsView from './views/claims/ClaimsView.vue'
import GapsView from './views/gaps/GapsView.vue'
import HealthView from './views/health/HealthView.vue'
import HistoryView from './views/history/HistoryView.vue'
import LibraryView from './views/library/LibraryView.vue'
import MatrixView from './views/matrix/MatrixView.vue'
import NamesView from './views/names/NamesView.vue'
import PairsView from './views/pairs/PairsView.vue'
import ReaderView from './views/reader/ReaderView.vue'
import ReprintsView from './views/reprints/ReprintsView.vue'
import SourcePage from './views/sources/SourcePage.vue'
import SourcesView from './views/sources/SourcesView.vue'
import TagsView from './views/tags/TagsView.vue'
import TimelineView from './views/timeline/TimelineView.vue'
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
    { path: '/gaps', name: 'gaps', component: GapsView },
    { path: '/contradictions', name: 'pairs', component: PairsView },
    { path: '/names', name: 'names', component: NamesView },
    { path: '/reprints', name: 'reprints', component: ReprintsView },
    { path: '/timeline', name: 'timeline', component: TimelineView },
    // Its libraries are half a megabyte that most windows never need.
    { path: '/graph', name: 'graph', component: () => import('./views/graph/GraphView.vue') },
    { path: '/matrix', name: 'matrix', component: MatrixView },
    { path: '/history', name: 'history', component: HistoryView },
    { path: '/trash', name: 'trash', component: TrashView },
    { path: '/health', name: 'health', component: HealthView },
    { path: '/:rest(.*)', redirect: '/library' },
  ],
})
