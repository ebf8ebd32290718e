import type { Said } from '../../core/words/say.ts'
import type { LogMark, LogPlace } from '../change-log.ts'
import type { FileStat } from '../files.ts'
import type { DocumentName } from '../document-shapes.ts'
import type { Overview, Unwritten } from './model-server.ts'
import type { ModelPlace } from './open-model.ts'

export type WrittenStates = ReadonlyMap<DocumentName, (FileStat & { damage?: Said | null }) | null>

/** What the thread of the read model can be asked to do, and what it answers. */
export interface ModelCalls {
  open: { input: { folder: string; place: ModelPlace; end: LogMark | null }; output: { isWhole: boolean } }
  ask: { input: { name: string; input: readonly unknown[] }; output: unknown }
  apply: { input: LogPlace; output: Overview }
  written: { input: WrittenStates; output: null }
  build: { input: null; output: null }
  pause: { input: boolean; output: null }
  renew: { input: { unwritten: readonly Unwritten[]; place: ModelPlace }; output: null }
  follow: { input: readonly DocumentName[]; output: null }
  reindex: { input: readonly DocumentName[]; output: null }
  renewHistory: { input: null; output: null }
  changedOnDisk: { input: null; output: DocumentName[] }
  close: { input: null; output: null }
}

export type CallName = keyof ModelCalls

export interface Request<K extends CallName = CallName> {
  id: number
  call: K
  input: ModelCalls[K]['input']
}

export type Reply =
  | { id: number; output: unknown }
  | { id: number; error: { name: string; message: string; stack: string | undefined; isBroken: boolean } }
  | { progress: { done: number; total: number } }
