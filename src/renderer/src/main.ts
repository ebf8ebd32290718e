import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/select.css'
import { createApp } from 'vue'
import { i18n, speakIn } from './i18n.ts'
import { languageFor, languageKey } from './language-choice.ts'
import { beginSession, keepAsking } from './session.ts'

/** Nothing of the window is loaded before it may ask: the router reads the address, which may hold a token. */
async function start(): Promise<void> {
  // What cannot be loaded is said in English.
  await speakIn(languageFor(localStorage.getItem(languageKey))).catch(() => undefined)
  // Without an answer the window is shown all the same, and says so.
  if (await beginSession().catch(() => true)) {
    const { mount } = await import('./mount.ts')
    mount()
    return
  }
  const { default: NoSession } = await import('./views/start/NoSession.vue')
  createApp(NoSession).use(i18n).mount('#app')
  await keepAsking()
}

void start()
