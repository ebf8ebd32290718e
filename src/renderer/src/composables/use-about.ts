import { useQuery, type UseQueryReturn } from '@pinia/colada'
import type { About } from '../../../contract/about.ts'
import { backend } from '../backend.ts'

/** What the program is, and what went wrong in it: asked anew whenever it is shown, because the log grows. */
export const useAbout = (isShown: () => boolean): UseQueryReturn<About> =>
  useQuery({
    key: ['about'],
    query: ({ signal }) => backend.about.get(undefined, { signal }),
    staleTime: 0,
    enabled: isShown,
  })

/** What helps whoever is to mend a defect. */
export const reportIn = ({ version, runsOn, log }: About): string =>
  [
    `Ascribe ${version}`,
    runsOn.map(({ name, version: its }) => `${name} ${its}`).join(', '),
    navigator.userAgent,
    '',
    log.text,
  ].join('\n')
