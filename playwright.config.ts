import { defineConfig } from '@playwright/test'

/** These make pictures. `npm run screenshots` runs them. */
const PICTURES = ['screenshots.spec.ts', 'handOverPictures.spec.ts']
/** These tests measure seconds. They run when no other test does. */
const TIMED = ['badInput.spec.ts']

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/commands/buildCommands.ts',
  outputDir: 'test-results',
  // Pictures and trees that tests compare with.
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  // A slow or busy machine must not fail a test: these limits only end what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // A window and its driver keep 1.25 cores busy.
  workers: 2,
  fullyParallel: false,
  // A test that fails once is a defect, in CI too.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // npm run ready sets PLAYWRIGHT_JSON_OUTPUT_FILE and reads the JSON from it.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: { trace: 'off', screenshot: 'off' },
  projects: [
    { name: 'app', testIgnore: [...PICTURES, ...TIMED] },
    { name: 'timed', testMatch: TIMED, fullyParallel: true, dependencies: ['app'] },
    { name: 'screenshots', testMatch: PICTURES },
  ],
})
