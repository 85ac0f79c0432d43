/** What is noted of the words of a fact holds for the words that its writer had, whatever others made of them. */
import { expect, test } from 'vitest'
import { bothTrust, handOver, merge, replace, two } from './twoMachines'
import type { Machine } from './machines'

const TRANSLATION = { original: 'un duro negociador', language: 'es', translator: 'Maria' }
const RESPONSE = { who: 'Xi', how: 'By phone', when: '30 Oct', reply: 'No.' }
const HELD = [
  'The translation “a quite corrupt negotiator” must be read again by Lee, who has not read it with these words.',
  'The response was sought on “They left separately”, not on “They stole the silver”. Note who was asked about these ' +
    'words, how and when, and the reply.',
]

async function place() {
  const machines = await two()
  const { desk, train, story } = machines
  await bothTrust(desk, train)
  const { id: claim } = await desk.act('Ben', 'fact.tag', { story, text: 'They left separately', type: 'allegation' })
  const { id: quote } = await desk.act('Ben', 'fact.tag', { story, text: '“a very tough negotiator,”', type: 'quote' })
  await desk.act('Ben', 'fact.translate', { story, fact: quote, translation: TRANSLATION })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const change = async () => {
    await replace(train, 'Kim', story, 'left separately', 'stole the silver')
    await replace(train, 'Kim', story, 'very tough', 'quite corrupt')
  }
  const note = async () => {
    const translation = { ...TRANSLATION, secondReader: 'Lee' }
    await desk.act('Lee', 'fact.translate', { story, fact: quote, translation })
    await desk.act('Lee', 'fact.response', { story, fact: claim, ...RESPONSE })
  }
  const held = async (on: Machine) =>
    (await on.act('Lee', 'story.gate', { story, door: 'clear' })).blocks
      .filter(({ rule }) => rule === 'translation' || rule === 'responseSought')
      .map(({ message }) => message)
  const exchange = async () => {
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  }
  return { ...machines, change, note, held, exchange }
}

test('a second reading and a response hold for the words there, not for those that another machine typed before', async () => {
  const { desk, train, change, note, held, exchange } = await place()
  await change()
  await note()
  expect(await held(desk)).toEqual([])
  await exchange()
  expect([await held(desk), await held(train)]).toEqual([HELD, HELD])
  // Now the words are known.
  await note()
  expect(await held(desk)).toEqual([])
})

test('… nor for those that it typed after', async () => {
  const { desk, train, change, note, held, exchange } = await place()
  await note()
  await change()
  await exchange()
  expect([await held(desk), await held(train)]).toEqual([HELD, HELD])
})

test('… and again for the words there when somebody brings them back', async () => {
  const { desk, story, change, note, held, exchange } = await place()
  await change()
  await note()
  await exchange()
  await replace(desk, 'Lee', story, 'stole the silver', 'left separately')
  await replace(desk, 'Lee', story, 'quite corrupt', 'very tough')
  expect(await held(desk)).toEqual([])
})

test('… and for the words that a verdict of another machine read last, though a wording between them read otherwise', async () => {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const { id: quote } = await desk.act('Ben', 'fact.tag', { story, text: '“a very tough negotiator,”', type: 'quote' })
  await desk.act('Ben', 'fact.translate', { story, fact: quote, translation: TRANSLATION })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  // Both shorten the quote. Together it reads as on the train.
  await replace(train, 'Kim', story, 'a very tough ', '')
  await replace(desk, 'Lee', story, 'very tough', 'tough')
  // The clock of the train goes on past that of the desk.
  for (let n = 0; n < 20; n++) await train.act('Kim', 'comment.add', { story, text: 'Later.' })
  await train.act('Kim', 'fact.sign', { story, fact: quote, status: 'queried', reason: 'Who?' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const said = (await desk.room.story(story)).entries.flatMap((entry) =>
    (entry.kind === 'reworded' || entry.kind === 'signed') && entry.fact === quote ? [[entry.kind, entry.words]] : [],
  )
  expect(said).toEqual([
    ['reworded', '“negotiator'],
    ['reworded', '“a tough negotiator'],
    ['signed', '“negotiator'],
  ])
  await desk.act('Lee', 'fact.translate', { story, fact: quote, translation: { ...TRANSLATION, secondReader: 'Lee' } })
  const { blocks } = await desk.act('Lee', 'story.gate', { story, door: 'clear' })
  expect(blocks.filter(({ rule }) => rule === 'translation')).toEqual([])
})
