import { isolated } from '../isolated.ts'
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import type { OpenWorkRow } from '../../../contract/open-work.ts'
import type { OpenWorkKind } from '../../../core/records/dismissal.ts'
import { arriveAt, type PageSpot } from './use-arrival.ts'

/** Where on the page each is settled. */
const settledAt: Record<Exclude<OpenWorkKind, 'needs-review' | 'did-not-answer'>, PageSpot> = {
  'one-origin': 'supports',
  'anonymous-only': 'supports',
  'sure-of-one-origin': 'credibility',
  'ungraded-source': 'reliability',
  contradiction: 'relations',
  'no-claimant': 'claimant',
  unfaithful: 'statement',
  'no-response': 'accused',
  'nobody-named': 'unnamed',
  'told-differently': 'drift',
  'to-ask': 'inquiries',
}

/** What is left to be done: the place where it is settled, and what it is about in words. */
export function useOpenWork(): {
  placeOf: (work: OpenWorkRow) => RouteLocationRaw
  detailOf: (work: OpenWorkRow) => string
} {
  const { t } = useI18n()
  return {
    placeOf: ({ what, kind, id, article, about }) => {
      if (what === 'needs-review')
        return { name: 'article', params: { id: article ?? '' }, query: { highlight: id } }
      if (what === 'did-not-answer') return { name: 'article', params: { id } }
      // Whom it accuses is known: what they say to it is evidence.
      const isResponse = what === 'no-response' && about !== null
      return { name: kind, params: { id }, query: arriveAt(isResponse ? 'disputes' : settledAt[what]) }
    },
    detailOf: ({ what, aboutTitle, words }) => {
      const [before = '', after = ''] = words
      if (what === 'told-differently')
        return t(after === '' ? 'openWork.lost' : 'openWork.told', {
          title: isolated(aboutTitle),
          before,
          after,
        })
      if (what === 'did-not-answer') return t('openWork.silent', { sentences: words.join('; ') })
      if (what === 'to-ask') return words.join(' · ')
      if (words.length > 0)
        return t('openWork.words', { words: words.map((word) => t('openWork.word', { word })).join(' ') })
      if (what === 'contradiction') return t('openWork.with', { title: isolated(aboutTitle) })
      if (what === 'no-response' && aboutTitle !== '') return t('openWork.of', { name: aboutTitle })
      return what === 'needs-review' ? t('openWork.inArticle', { title: isolated(aboutTitle) }) : ''
    },
  }
}
