import { App } from '../../src/backend/app.ts'

/** A program for tests, outside of any test runner. */
export const createApp = (home: string): App => new App({ version: '0', home, anyPath: true, stays: false })
