/** The list of places is data, also for tests; the components that it would load are the window's. */
declare module '*.vue' {
  import type { Component } from 'vue'

  const component: Component
  export default component
}
