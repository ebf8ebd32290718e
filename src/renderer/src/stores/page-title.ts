import { defineStore } from 'pinia'
import { onScopeDispose, ref, watchEffect } from 'vue'

/** What the record is called whose page is shown, for the title of the window. */
export const usePageTitle = defineStore('page-title', () => {
  const record = ref<string | null>(null)
  return { record }
})

/** Names the window after a record, as long as its page is shown. */
export function useRecordTitle(title: () => string | undefined): void {
  const page = usePageTitle()
  let mine: string | undefined
  const leave = (): void => {
    // Another page may have named it since.
    if (mine !== undefined && page.record === mine) page.record = null
  }
  watchEffect(() => {
    const next = title()
    if (next === undefined) leave()
    else page.record = next
    mine = next
  })
  onScopeDispose(leave)
}
