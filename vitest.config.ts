import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** A document is made anew for each of their files: only what needs one stands here. */
const dom = ['tests/editor/**/*.test.ts', 'tests/renderer/**/*.test.tsx', 'tests/renderer/state/storySession.test.ts']
/** They measure or change the process that they run in. */
const apart = ['tests/exchange/import/importSafety.test.ts']
const notHere = ['tests/e2e/**', 'tests/bench/**', 'tests/faults/**']

/** What takes longest comes first, so that no worker ends up waiting for it. */
const LONGEST = [
  'editor/facts.property.test.ts',
  'storage/faultCampaigns.test.ts',
  'newsroom/protectedNames.property.test.ts',
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

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    // A worker keeps the modules that it has loaded: a fifth of the processor time went into loading them again for each file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...notHere, ...dom, ...apart],
        },
      },
      { extends: true, test: { name: 'apart', environment: 'node', include: apart, isolate: true } },
      { extends: true, test: { name: 'dom', environment: 'jsdom', include: dom } },
    ],
  },
})
