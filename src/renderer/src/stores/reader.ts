import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Id } from '../../../core/records/base.ts'
import type { Offered } from '../actions/action.ts'

type Offers = () => Offered[]

/** What can be done in the article that is being read, for the palette. */
export const useReader = defineStore('reader', () => {
  const offers = shallowRef<Offers | null>(null)
  /** The article that is read, or was read last. */
  const article = shallowRef<Id<'article'> | null>(null)
  const use = (next: Offers): void => void (offers.value = next)
  const leave = (old: Offers): void => {
    if (offers.value === old) offers.value = null
  }
  return { offers, article, use, leave }
})
