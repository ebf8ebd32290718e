import { formatRow } from './engine/report.ts'
import { originsRows } from './claims/origins.ts'
import { reprintRows } from './claims/reprint-pairs.ts'
import { pictureRows } from './claims/pictures.ts'

/** The claims workbench: what corroboration and reprints cost as a notebook grows, and how its views move with 10,000 claims. */
export async function claimsBench(): Promise<string[]> {
  return [...(await originsRows()), ...reprintRows(), ...(await pictureRows())].map(formatRow)
}
