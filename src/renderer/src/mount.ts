import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n.ts'
import { noteDefects } from './note-defects.ts'
import { loadPlaces, router } from './router.ts'

/** Shows the window. */
export function mount(): void {
  const app = createApp(App)
  noteDefects(app)
  app.use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
  // What cannot be loaded says so when somebody goes there.
  void loadPlaces().catch(() => undefined)
}
