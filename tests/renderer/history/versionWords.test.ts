import { expect, test } from 'vitest'
import { versionName } from '../../../src/renderer/history/versionWords'

test('a kept state is called by its name or by why it was kept, formats as the export panel calls them', () => {
  expect([
    versionName({ n: 1, why: 'Keep this state', name: 'Before the rewrite' }),
    versionName({ n: 2, why: 'Export as factsheet' }),
    versionName({ n: 3, why: 'Export as newsml-g2' }),
    versionName({ n: 4, why: 'Export as smoke' }),
    versionName({ n: 5, why: 'File to desk' }),
    versionName({ n: 6, why: '', trouble: 'torn' }),
  ]).toEqual([
    'Before the rewrite',
    'Export as Fact sheet',
    'Export as NewsML-G2',
    'Export as smoke',
    'File to desk',
    'State 6 cannot be read',
  ])
})
