import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { i18n, speakIn } from './i18n.ts'
import { languageFor } from './language-choice.ts'
import { noteDefects } from './note-defects.ts'
import { loadPlaces, router } from './router.ts'
import { usePreferences } from './stores/preferences.ts'

/** Shows the window. */
export function mount(): void {
  const app = createApp(App)
  noteDefects(app)
  app.use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
  // It was opened in the language that is chosen.
  const preferences = usePreferences()
  watch(
    () => preferences.language,
    (choice) => void speakIn(languageFor(choice)).catch(reportError),
  )
  // What cannot be loaded says so when somebody goes there.
  void loadPlaces().catch(() => undefined)
}
