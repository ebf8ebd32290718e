import type { StatementRow } from '../../../../contract/statements.ts'
import type { Stance } from '../../../../core/records/claim.ts'
import { stanceOf } from '../../../../core/statements/stance.ts'

/** What a statement says of its claim: as it was taken, else as it would be. */
export const stanceOfRow = (row: StatementRow): Stance => row.takenAs?.stance ?? stanceOf(row)
