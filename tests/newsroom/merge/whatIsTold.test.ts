/** Before a merge a person reads what people did there, and not of words and verdicts alone. */
import { describe, expect, test } from 'vitest'
import { mergeSections, mergeSender, rowLines } from '../../../src/story/requests/exchange/mergeSections'
import { machine, trust } from './machines'
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
  const { entries } = await desk.act('Ben', 'story.exportHistory', { story, fact })
  expect(entries.flatMap(({ by, kind, did }) => (kind === 'signed' ? [`${by} ${did}`] : []))).toEqual([
    'Lee signed Verified',
    'Ben accepted the new sentence for Lee’s verdict “Verified”',
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

  test('of a colleague who is trusted on another computer it says whose bundle comes first, and that saves the verdict', async () => {
    const { desk, train, story, fact } = await two()
    await bothTrust(desk, train)
    const third = await machine(3, [['Zoe', 'editor']])
    await trust('Zoe', third, 'Kim', train, 'editor')
    await trust('Zoe', third, 'Ben', desk, 'reporter')
    const own = await handOver(desk, 'Ben', story)
    await merge(train, 'Kim', own)
    await verify(train, 'Kim', story, fact)
    const bundle = await handOver(train, 'Kim', story)
    const report = await preview(third, 'Zoe', bundle)
    if (!report) throw new Error('nothing is told')
    expect([report.answered, report.answeredElsewhere]).toEqual([undefined, ['Ben']])
    expect(mergeSender(report).slice(2)).toEqual([
      'It has words that were typed by Ben, but no key of Ben on the computer of Kim is trusted here, only one on ' +
        'another computer. If it is merged now, Kim counts as a writer of these words too, on every computer and for ' +
        'good: verdicts of Kim on them do not count. To prevent this, first merge the story as Ben handed it over ' +
        'from the computer on which the words were typed. If that was the computer of Kim, an editor here first ' +
        'trusts the key there.',
    ])
    await merge(third, 'Zoe', own)
    expect((await preview(third, 'Zoe', bundle))?.answeredElsewhere).toBeUndefined()
    await merge(third, 'Zoe', bundle)
    const { facts } = await third.act('Zoe', 'story.show', { story })
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
