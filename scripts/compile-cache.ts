import { join } from 'node:path'

/**
 * Where Node keeps what it compiled (`NODE_COMPILE_CACHE`): tests start hundreds of processes and threads of the same source,
 * and each of them then starts in half the time.
 */
export const compileCache = join(import.meta.dirname, '../node_modules/.cache/compile')
