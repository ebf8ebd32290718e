import { computed, onScopeDispose, provide, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ShellMenu } from '../../../contract/host.ts'
import { useLanguage } from '../composables/use-language.ts'
import { host } from '../host.ts'
import { places } from '../places/list.ts'
import { useReader } from '../stores/reader.ts'
import { readerActions } from '../views/reader/reader-actions.ts'
import type { Described, Offered } from './action.ts'
import { acceleratorOf } from './chords.ts'
import { describe, offer } from './offer.ts'
import { placeActions } from './place-actions.ts'
import { actionsKey, type Actions } from './use-actions.ts'
import { hasDialog, useKeys } from './use-keys.ts'
import { useWindowContext, windowActions } from './window-actions.ts'

/**
 * Makes the actions of the window do something: by their keys, from the menu of the shell, and for whatever stands in the frame.
 * @param isOpen whether a notebook is open
 */
export function provideActions(isOpen: () => boolean): Actions {
  const { t } = useI18n()
  const reader = useReader()
  const context = useWindowContext()
  const all = [...windowActions, ...placeActions(places)]
  const language = useLanguage()
  const ofWindow = computed(() => all.map((action) => offer(action, context, language.value)))
  const listed = computed<Described[]>(() => [
    ...ofWindow.value,
    ...readerActions.map((action) => describe(action, language.value)),
  ])
  const now = computed(() => ofWindow.value.filter(({ where }) => where === 'always' || isOpen()))
  const offered = computed<Offered[]>(() => [...(reader.offers?.() ?? []), ...now.value])
  const run = (id: string): void => now.value.find((one) => one.id === id)?.run?.()

  useKeys(
    () => now.value,
    () => true,
  )
  if (host) {
    const { setMenu, onMenu } = host
    watchEffect(() => void setMenu(shellMenu(ofWindow.value, (word) => t(`menu.${word}`))))
    // Under an open dialog the menu does nothing.
    onScopeDispose(
      onMenu((id) => {
        if (!hasDialog()) run(id)
      }),
    )
  }
  const actions = { offered, listed, run }
  provide(actionsKey, actions)
  return actions
}

/** The menu of the shell: which action stands where, in the language of the window. */
export const shellMenu = (
  described: readonly Described[],
  word: (name: keyof ShellMenu['words']) => string,
): ShellMenu => ({
  words: {
    file: word('file'),
    edit: word('edit'),
    go: word('go'),
    view: word('view'),
    recent: word('recent'),
    none: word('none'),
    articles: word('articles'),
    allFiles: word('allFiles'),
  },
  items: described.flatMap(({ id, menu, keys }) => {
    if (!menu) return []
    const accelerator = keys[0] === undefined ? undefined : acceleratorOf(keys[0])
    // Keys that a role of the menu has, or that the window must get first, are not the menu's.
    return [
      {
        id,
        in: menu.in,
        label: menu.label,
        ...(accelerator === undefined || menu.isRole ? {} : { accelerator }),
      },
    ]
  }),
})
