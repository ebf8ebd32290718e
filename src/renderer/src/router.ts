import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { places } from './places/list.ts'

const [first] = places
const routes = places.map(({ name, path, component }): RouteRecordRaw => ({
  path: path ?? `/${name}`,
  name,
  component,
  props: true,
}))

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: { name: first?.name ?? 'library' } },
    ...routes,
    // Where open work was until it had this name.
    { path: '/gaps', redirect: '/open-work' },
    { path: '/:rest(.*)', redirect: '/' },
  ],
})

/** Loads the views that a click may lead to, so that none of them is waited for. */
export async function loadPlaces(): Promise<void> {
  for (const { component, isLarge } of places) if (!isLarge) await component()
}
