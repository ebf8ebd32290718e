import type { ShownList } from '../../../contract/exports.ts'
import type { Id } from '../../../core/records/base.ts'
import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Confirmation {
  title: string
  message: string
  confirm: string
  answer: (yes: boolean) => void
}

/** A question that is answered with a reason, or given up. */
export interface Question {
  title: string
  message: string
  confirm: string
  answer: (reason: string | null) => void
}

/** Something else was saved since an edit was begun: whose is to stay? */
export interface Meanwhile {
  conflicts: readonly { field: string; mine: unknown; theirs: unknown }[]
  answer: (whose: 'mine' | 'theirs') => void
}

/** The parts of the settings, in their order. */
export const settingsParts = ['appearance', 'reading', 'locale', 'keys', 'backups', 'about'] as const
export type SettingsPart = (typeof settingsParts)[number]

/** Which dialogs are open. */
export const useDialogs = defineStore('dialogs', () => {
  const paste = ref(false)
  const exporting = ref(false)
  /** What the export begins with; everything when empty. */
  const exportArticles = ref<Id<'article'>[]>([])
  const exportClaims = ref<Id<'claim'>[]>([])
  const exportShown = ref<ShownList>()
  const palette = ref(false)
  /** The part of the settings that is shown. */
  const settings = ref<SettingsPart | null>(null)
  /** Whether a notebook is to be made or opened while another one is open. */
  const notebook = ref<'new' | 'open' | null>(null)
  const confirmation = ref<Confirmation | null>(null)
  const question = ref<Question | null>(null)
  const meanwhile = ref<Meanwhile | null>(null)

  function openExport(
    selection: { articles?: Id<'article'>[]; claims?: Id<'claim'>[]; shown?: ShownList } = {},
  ): void {
    exportArticles.value = selection.articles ?? []
    exportClaims.value = selection.claims ?? []
    exportShown.value = selection.shown
    exporting.value = true
  }

  /** Asks before something that takes more with it than it seems. */
  function confirm(question: Omit<Confirmation, 'answer'>): Promise<boolean> {
    return new Promise((resolve) => {
      confirmation.value = {
        ...question,
        answer: (yes) => {
          confirmation.value = null
          resolve(yes)
        },
      }
    })
  }

  /** Asks for a reason; null when the user gives it up. */
  function askReason(asked: Omit<Question, 'answer'>): Promise<string | null> {
    return new Promise((resolve) => {
      question.value = {
        ...asked,
        answer: (reason) => {
          question.value = null
          resolve(reason)
        },
      }
    })
  }

  /** Shows what two edits want otherwise. */
  function decide(conflicts: Meanwhile['conflicts']): Promise<'mine' | 'theirs'> {
    return new Promise((resolve) => {
      meanwhile.value = {
        conflicts,
        answer: (whose) => {
          meanwhile.value = null
          resolve(whose)
        },
      }
    })
  }

  return {
    decide,
    paste,
    exporting,
    exportArticles,
    exportClaims,
    exportShown,
    palette,
    settings,
    notebook,
    confirmation,
    question,
    meanwhile,
    openExport,
    confirm,
    askReason,
  }
})
