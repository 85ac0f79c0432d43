import { defineConfig } from '@playwright/test'

/** What is measured in seconds is measured when nothing of the others runs. */
const TIMED = ['badInput.spec.ts']

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A window with what drives it keeps one core and a quarter busy.
  workers: 2,
  fullyParallel: false,
  // More tries in CI, where a busy machine can starve a window; `npm run ready` names every test that needed it.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  // The JSON goes to PLAYWRIGHT_JSON_OUTPUT_FILE when that is set (npm run ready sums it up).
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: { trace: 'off', screenshot: 'off' },
  projects: [
    { name: 'app', testIgnore: ['screenshots.spec.ts', ...TIMED] },
    { name: 'timed', testMatch: TIMED, fullyParallel: true, dependencies: ['app'] },
    { name: 'screenshots', testMatch: 'screenshots.spec.ts', timeout: 300_000 },
  ],
})
