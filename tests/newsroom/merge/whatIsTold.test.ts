/** Before a merge a person reads what people did there, and not of words and verdicts alone. */
import { describe, expect, test } from 'vitest'
import { mergeSections, mergeSender, rowLines } from '../../../src/story/requests/exchange/mergeSections'
import { trust } from './machines'
import { bothTrust, handOver, merge, preview, replace, two, verify } from './twoMachines'

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

test('a look at a changed sentence is told as one, and not as a verdict of the author', async () => {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  await verify(desk, 'Lee', story, fact)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await replace(desk, 'Lee', story, 'The meeting', 'Their meeting')
  await desk.act('Ben', 'fact.acceptContext', { story, facts: [{ fact }] })
  const report = await preview(train, 'Kim', await handOver(desk, 'Lee', story))
  if (!report) throw new Error('nothing is told')
  const told = mergeSections(report).flatMap(({ items }) => items.flatMap((rows) => rows.flatMap(rowLines)))
  expect(told.filter((line) => line.startsWith('Ben: '))).toEqual([
    'Ben: accepted the new sentence for the verdict “verified” on “about 100 minutes”',
  ])
})

describe('words of somebody whose key is not trusted here', () => {
  /** Lee verified words of Ben. Kim trusts Lee alone. */
  async function unknownColleague() {
    const { desk, train, story, fact } = await two()
    await trust('Lee', desk, 'Kim', train, 'editor')
    await trust('Kim', train, 'Lee', desk, 'editor')
    await verify(desk, 'Lee', story, fact)
    return { desk, train, bundle: await handOver(desk, 'Lee', story), story }
  }

  test('the report says that the sender counts as a writer of them, and which verdict that costs', async () => {
    const { train, bundle, story } = await unknownColleague()
    const report = await preview(train, 'Kim', bundle)
    if (!report) throw new Error('nothing is told')
    expect(report.answered).toEqual(['Ben'])
    expect(mergeSender(report).slice(1)).toEqual([
      'The key of Lee on that computer is trusted here.',
      'It has words that were typed by Ben, whose key on that computer is not trusted here. If it is merged now, Lee ' +
        'counts as a writer of these words too, on every computer and for good: verdicts of Lee on them do not ' +
        'count. To prevent this, an editor here first trusts the key of Ben.',
    ])
    expect(report.verdicts.map(({ by, words, refused }) => [by, words, refused])).toEqual([
      ['Lee', 'about 100 minutes', expect.stringContaining('Lee')],
    ])
    const told = report.facts.map(({ words, to, reasons }) => ({ words, to, reasons }))
    await merge(train, 'Kim', bundle)
    const { facts } = await train.act('Kim', 'story.show', { story })
    expect(told).toEqual(facts.map(({ text, status, reasons }) => ({ words: text, to: status, reasons })))
    expect(told).toEqual([{ words: 'about 100 minutes', to: 'toCheck', reasons: ['notEntitled'] }])
  })

  test('it says nothing of it once their key is trusted, and the verdict counts', async () => {
    const { desk, train, bundle, story } = await unknownColleague()
    await trust('Kim', train, 'Ben', desk, 'reporter')
    const report = await preview(train, 'Kim', bundle)
    expect(report?.answered).toBeUndefined()
    await merge(train, 'Kim', bundle)
    const { facts } = await train.act('Kim', 'story.show', { story })
    expect(facts.map(({ status }) => status)).toEqual(['verified'])
  })

  test('it says nothing of words that a person here typed, when their suggestion was accepted there', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const proposal = { story, replace: 'left separately', with: 'departed one by one' }
    const { id } = await train.act('Kim', 'suggestion.propose', proposal)
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await desk.act('Lee', 'suggestion.accept', { story, suggestions: [{ id }] })
    const report = await preview(train, 'Kim', await handOver(desk, 'Lee', story))
    expect([report?.outcome, report?.answered]).toEqual(['merged', undefined])
  })
})
