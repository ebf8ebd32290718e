import type { Id } from '../../../core/records/base.ts'
import type { ClaimQuery } from '../../../core/listing/queries.ts'

/** What claims are filtered by; empty means any. */
export interface ClaimFilter {
  text: string
  status: '' | NonNullable<ClaimQuery['status']>
  kind: '' | NonNullable<ClaimQuery['kind']>
  source: '' | Id<'source'>
}
export const noFilter = (): ClaimFilter => ({ text: '', status: '', kind: '', source: '' })

/** The filter as the part of a query. */
export const filterQuery = ({
  text,
  status,
  kind,
  source,
}: ClaimFilter): Pick<ClaimQuery, 'text' | 'status' | 'kind' | 'source'> => ({
  text,
  ...(status === '' ? {} : { status }),
  ...(kind === '' ? {} : { kind }),
  ...(source === '' ? {} : { source }),
})
