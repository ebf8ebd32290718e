/** Whether two values of JSON are the same, the order of names aside. Values are as deep as their parser lets them be. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [names, others] = [Object.entries(one), Object.entries(other)]
  const values = new Map<string, unknown>(others)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === others.length &&
    names.every(([name, value]) => values.has(name) && isSameValue(value, values.get(name)))
  )
}
