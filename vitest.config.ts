import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** Tests that need a DOM. The files of a worker share one page. */
const dom = ['tests/editor/**/*.test.ts', 'tests/renderer/**/*.test.tsx', 'tests/renderer/state/storySession.test.ts']
/** Tests that measure or change their process. */
const isolated = [
  'tests/checks/detect/detectSpeed.test.ts',
  'tests/exchange/import/importSafety.test.ts',
  'tests/renderer/facts/shortTime.test.ts',
]
const excluded = ['tests/e2e/**', 'tests/bench/**', 'tests/faults/**']
/** On the other Nodes `npm test` tries what meets Node itself: disk, command line, formats. */
const isOtherNode = Boolean(process.env['STET_OTHER_NODE'])
const tried = isOtherNode ? ['tests/{cli,exchange,start,storage}/**/*.test.ts'] : ['tests/**/*.test.ts']
/**
 * Campaigns and what measures seconds run once, and so do the judges of the standards: they read the same text with
 * each Node.
 */
const onceOnly = [
  'tests/**/*.property.test.ts',
  'tests/checks/**',
  'tests/renderer/**',
  'tests/storage/faults/**',
  'tests/exchange/conformance/**',
]
const leftOut = isOtherNode ? onceOnly : []

/** The longest tests start first: otherwise one worker runs them at the end while the other is idle. */
const LONGEST = [
  'editor/facts.property.test.ts',
  'storage/faults/faultCampaigns.test.ts',
  'newsroom/exports/protectedNames.property.test.ts',
]
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

const builder = (file: string): string => join(import.meta.dirname, 'tests', 'builders', file)

export default defineConfig({
  test: {
    // A slow or busy machine must not fail a test: these limits only end what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A worker keeps the modules that it has loaded. Loading them again for each file took a fifth of the processor time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    alias: [
      { find: 'hash-wasm', replacement: builder('quickArgon2.ts') },
      { find: /^.*\/disk\/crypto\/ed25519$/, replacement: builder('quickKeys.ts') },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: tried,
          exclude: [...excluded, ...leftOut, ...dom, ...isolated],
        },
      },
      {
        extends: true,
        test: { name: 'isolated', environment: 'node', include: isolated, exclude: leftOut, isolate: true },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: dom,
          setupFiles: ['noLayout', 'partsLoaded', 'nothingLeft'].map((name) => `tests/renderer/${name}.ts`),
        },
      },
    ],
  },
})
