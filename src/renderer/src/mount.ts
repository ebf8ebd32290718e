import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { loadPlaces, router } from './router.ts'

/** Shows the window. */
export function mount(): void {
  createApp(App).use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
  // What cannot be loaded says so when somebody goes there.
  void loadPlaces().catch(() => undefined)
}
