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
