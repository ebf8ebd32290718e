import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { compileCache } from './scripts/compile-cache.ts'
import { chromiumArgs, findChromium } from './scripts/find-chromium.ts'

process.env['NODE_COMPILE_CACHE'] ??= compileCache
const executablePath = findChromium()

const unit = {
  environment: 'node',
  // Against hanging only: what takes long on a busy machine is not wrong.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
} as const
/** What tries more than core: the window and the threads are built before. */
const program = {
  ...unit,
  globalSetup: ['tests/support/build-window.ts'],
  setupFiles: ['tests/support/built-threads.ts'],
}
/** Tests that put something in the place of the file system, the document or Electron: each has the program to itself. */
const alone = [
  'tests/unit/storage/{disk-full,faults}.test.ts',
  'tests/unit/backend/restore-full.test.ts',
  'tests/unit/{renderer,main}/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Much of a test waits for the disk or for threads.
    maxWorkers: 4,
    projects: [
      {
        test: {
          ...program,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/core/**', ...alone],
          // Loading the program anew for each file is a quarter of what these cost.
          isolate: false,
        },
      },
      {
        test: {
          ...program,
          name: 'alone',
          include: alone,
        },
      },
      {
        test: {
          ...unit,
          name: 'core',
          include: ['tests/unit/core/**/*.test.ts'],
          // Core keeps nothing that another test could see.
          isolate: false,
        },
      },
      {
        test: {
          // What tries something at random, with all of its seeds.
          name: 'random',
          include: [
            'tests/unit/storage/{border,crash,faults,repair,read-model}.test.ts',
            'tests/unit/backend/{backups,workbench,asking-again,edits,export-renewed,history}.test.ts',
            'tests/unit/core/{anchoring-edits,names,statements}.test.ts',
          ],
          environment: 'node',
          env: { TEST_LENGTH: 'long' },
          testTimeout: 3_600_000,
          hookTimeout: 3_600_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          environment: 'node',
          // What is measured is measured alone.
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 3_600_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...chromiumArgs] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
