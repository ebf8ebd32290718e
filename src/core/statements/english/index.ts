import type { About, Statement } from '../statement.ts'
import { modelOf } from './model.ts'
import weights from './model.json' with { type: 'json' }
import { englishStatements } from './statements.ts'

const model = modelOf(weights)

/** The statements of an English text, certain and doubtful. */
export const read = (text: string, about: About): Statement[] => englishStatements(text, about, model)
