import type { Readable } from 'node:stream'

/** The bytes of a stream that was not told to decode them: such a stream has nothing else. */
export const buffersOf = (stream: Readable): AsyncIterable<Buffer> => stream as AsyncIterable<Buffer>
