import { defineConfig } from '@playwright/test'
import { compileCache } from './scripts/compile-cache.ts'
import { chromiumArgs, findChromium } from './scripts/find-chromium.ts'

process.env['NODE_COMPILE_CACHE'] ??= compileCache
const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/build-window.ts',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  // A busy machine may miss a deadline once; twice is a fault.
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...chromiumArgs, '--disable-gpu'],
    },
    // What a trace takes is paid by every test; a failure is run again with `--trace on`.
    trace: 'on-first-retry',
  },
})
