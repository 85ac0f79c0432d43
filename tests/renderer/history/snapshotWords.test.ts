import { expect, test } from 'vitest'
import { snapshotName } from '../../../src/renderer/history/snapshotWords'

test('a kept state is called by its name or by why it was kept, formats as the export panel calls them', () => {
  expect([
    snapshotName({ n: 1, why: 'Save snapshot…', name: 'Before the rewrite' }),
    snapshotName({ n: 2, why: 'Export as factsheet' }),
    snapshotName({ n: 3, why: 'Export as newsml-g2' }),
    snapshotName({ n: 4, why: 'Export as smoke' }),
    snapshotName({ n: 5, why: 'File to desk' }),
    snapshotName({ n: 6, why: '', trouble: 'torn' }),
  ]).toEqual([
    'Before the rewrite',
    'Export as Fact sheet',
    'Export as NewsML-G2',
    'Export as smoke',
    'File to desk',
    'Snapshot 6 cannot be read',
  ])
})
