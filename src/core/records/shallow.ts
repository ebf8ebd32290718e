/** Foreign JSON that is kept as it is may be nested so deep: whatever goes through it goes down with it. */
const deepest = 50

/** Whether JSON is not nested deeper than anything that people write. Does not recurse itself. */
export function isShallow(json: unknown): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return true
}
