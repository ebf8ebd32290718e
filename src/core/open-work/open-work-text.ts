import type { OpenWorkKind } from '../records/dismissal.ts'

/** What each sort of open work is called; the window brings translated names. */
const texts: Record<OpenWorkKind, string> = {
  'one-origin': 'Claims with one origin only',
  'anonymous-only': 'Claims that rest on anonymous sources only',
  'sure-of-one-origin': 'Claims held for confirmed, with one origin or none',
  'ungraded-source': 'Sources that nobody has judged',
  contradiction: 'Contradictions that are not resolved',
  'no-claimant': 'Figures without anyone who says so',
  unfaithful: 'Statements with words that stand in none of their excerpts',
  'needs-review': 'Highlights that need review',
  'no-response': 'Accused parties without a response',
}

export const openWorkText = (what: OpenWorkKind): string => texts[what]
