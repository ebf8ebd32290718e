/**
 * A stand-in for the locks of a browser (`navigator.locks`), as far as drafts use them.
 * @param locked the names that somebody holds
 */
export function lockManager(locked = new Set<string>()): {
  request: (name: string, options: unknown, use?: Use) => Promise<unknown>
} {
  return {
    request: async (name, options, use) => {
      const work = typeof options === 'function' ? (options as Use) : use
      if (locked.has(name)) return await work?.(null)
      locked.add(name)
      try {
        return await work?.({ name })
      } finally {
        locked.delete(name)
      }
    },
  }
}

type Use = (lock: unknown) => unknown
