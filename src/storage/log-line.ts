import { crc32 } from 'node:zlib'
import type { Change } from '../core/changes/change.ts'

/** A Change as a line of the log: with its length in bytes and its CRC-32, so that a torn or altered line shows. */
export function toLine(change: Change): Buffer {
  const json = Buffer.from(JSON.stringify(change))
  const head = `{"bytes":${json.length},"crc32":"${crc32(json).toString(16)}","change":`
  return Buffer.concat([Buffer.from(head), json, lineEnd])
}

const lineEnd = Buffer.from('}\n')
const lineStart = /^\{"bytes":(\d+),"crc32":"([0-9a-f]+)","change":/

/**
 * @param parse makes a Change of the JSON; what it throws makes the line count as damaged
 * @returns undefined if the line is torn or does not fit its length and checksum
 */
export function fromLine(line: Buffer, parse: (json: unknown) => Change): Change | undefined {
  const start = lineStart.exec(line.toString('latin1', 0, 80))
  if (!start) return undefined
  const [head, bytes, sum] = start
  const json = line.subarray(head.length, head.length + Number(bytes))
  if (json.length !== Number(bytes) || crc32(json).toString(16) !== sum) return undefined
  if (line.toString('latin1', head.length + json.length).trimEnd() !== '}') return undefined
  try {
    return parse(JSON.parse(json.toString('utf8')))
  } catch {
    return undefined
  }
}
