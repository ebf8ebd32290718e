import { join } from 'node:path'
import { useBuiltThreads } from '../../src/storage/start-thread.ts'
import { root } from './ascribe.ts'

// What the tests start many hundred times. It is built before them where something was changed (`build-window.ts`).
useBuiltThreads(join(root, 'out/main'))
