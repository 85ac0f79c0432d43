/** Before a merge a person reads what people did there, and not of words and verdicts alone. */
import { expect, test } from 'vitest'
import { mergeSections, rowLines } from '../../../src/story/requests/exchange/mergeSections'
import { bothTrust, handOver, merge, preview, two } from './twoMachines'

test('moves, fields and what lets a story pass are told before a merge', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'story.setField', { story, field: 'edNote', value: 'Leads the page' })
  await train.act('Kim', 'story.move', { story, to: 'filed' })
  const report = await preview(desk, 'Lee', await handOver(train, 'Kim', story))
  if (!report) throw new Error('nothing is told')
  const acts = mergeSections(report).find(({ title }) => title === 'What people did there, and what counts here')
  expect(acts?.items.map((rows) => rows.flatMap(rowLines))).toEqual([
    ['Kim: set ed note', '+ Leads the page'],
    [expect.stringMatching(/^Kim: moved Draft → Filed/u)],
  ])
})
