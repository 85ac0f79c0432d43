import { defineConfig } from 'vitest/config';

const dom = ['tests/editor/**/*.test.{ts,tsx}', 'tests/renderer/**/*.test.{ts,tsx}'];
const notHere = ['tests/e2e/**', 'tests/bench/**', 'tests/faults/**', 'tests/mutants/**'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'], exclude: [...notHere, ...dom] } },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: dom } },
    ],
  },
});
