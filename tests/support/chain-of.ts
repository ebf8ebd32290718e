import { asId } from '../../src/core/records/base.ts'
import type { GroundRule, Hop, HopMode } from '../../src/core/records/claim.ts'

/**
 * A chain from the sources in it, asserter first: the asserter speaks, everyone after passes it on.
 * @param mode what the asserter does
 */
export function chainOf(
  sources: readonly string[],
  {
    mode = 'says',
    groundRule = 'unknown',
    verbatim = false,
  }: { mode?: HopMode; groundRule?: GroundRule; verbatim?: boolean } = {},
): Hop[] {
  return sources.map((source, index) => ({
    source: asId(source),
    mode: index === 0 ? mode : 'reports',
    verbatim: index === 0 && verbatim,
    groundRule: index === 0 ? groundRule : 'on-record',
    words: '',
  }))
}
