import { expect, test } from 'vitest'
import { exportPanelText } from '../../../src/catalogue/window/exportPanel'

test('what blocks only an export is said without a count of what there is none of', () => {
  expect([0, 1, 2].map((shared) => exportPanelText('exportGate.ofClearing', { shared, own: 1 }))).toEqual([
    '1 blocks only this export',
    '1 also blocks clearing; 1 blocks only this export',
    '2 also block clearing; 1 blocks only this export',
  ])
})
