/** What a person does on another machine whose key there has no PIN, where this library has PINs. */
import { expect, test } from 'vitest'
import { trust } from './machines'
import { handOver, merge, two, verify } from './twoMachines'

const ADDED = { locator: 'p. 3', stance: 'contradicts' } as const
const TRANSLATION = { original: 'un duro negociador', language: 'es', translator: 'Maria' }

/** The desk has PINs. Kim's key on the train has none, and Lee trusts it. */
async function place() {
  const machines = await two()
  const { desk, train, story, fact } = machines
  await desk.act('Lee', 'roster.add', { name: 'Mia', role: 'checker' })
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  const { code } = await desk.act('Lee', 'pin.invite', { person: 'Mia' })
  await desk.act('Mia', 'pin.set', { pin: '1111', code })
  await verify(desk, 'Lee', story, fact)
  const { id: comment } = await desk.act('Mia', 'comment.add', { story, text: 'Call them.', mustFix: true })
  const { id: source } = await desk.act('Mia', 'source.add', { name: 'Timetable', kind: 'document' })
  const { id: evidence } = await desk.act('Mia', 'fact.addEvidence', { story, fact, evidence: { source, ...ADDED } })
  const { id: quote } = await desk.act('Ben', 'fact.tag', { story, text: 'a very tough negotiator', type: 'quote' })
  await desk.act('Ben', 'fact.translate', { story, fact: quote, translation: TRANSLATION })
  await trust('Kim', train, 'Lee', desk, 'editor')
  await trust('Kim', train, 'Mia', desk, 'checker')
  await trust('Lee', desk, 'Kim', train, 'editor')
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const rules = async () => {
    const { blocks } = await desk.act('Lee', 'story.gate', { story, door: 'clear' })
    return blocks.map(({ rule }) => rule).filter((rule) => rule === 'mustFix' || rule === 'translation')
  }
  const status = async () => (await desk.room.story(story)).assessment(fact).status
  const back = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return { ...machines, comment, evidence, quote, rules, status, back }
}

test('a key without a PIN takes no evidence against the words away, so the tick does not come back', async () => {
  const { train, story, fact, evidence, status, back } = await place()
  await train.act('Kim', 'fact.removeEvidence', { story, fact, evidence })
  await back()
  expect(await status()).toBe('reCheck')
})

test('… nor turns it', async () => {
  const { train, story, fact, evidence, status, back } = await place()
  await train.act('Kim', 'fact.editEvidence', { story, fact, evidence, stance: 'supports' })
  await back()
  expect(await status()).toBe('reCheck')
})

test('… nor lets go of what must be fixed, or says to have read a translation', async () => {
  const { desk, train, story, comment, quote, rules, back } = await place()
  expect(await rules()).toEqual(['translation', 'mustFix'])
  await train.act('Kim', 'comment.change', { story, comment, resolved: true })
  const translation = { ...TRANSLATION, secondReader: 'Kim' }
  await train.act('Kim', 'fact.translate', { story, fact: quote, translation })
  await back()
  expect(await rules()).toEqual(['translation', 'mustFix'])
  const { entries } = await desk.act('Lee', 'story.apart', { story })
  expect(entries.map(({ did, why }) => `${did}: ${why}`)).toEqual([
    'saved a translation: Kim has no PIN yet. This library uses PINs, so a verdict or a move needs one. Ask an editor for a one-time code.',
  ])
  // A loss would close the story.
  expect((await desk.room.story(story)).value().losses ?? []).toEqual([])
})

test('… nor lets go of it where nobody here trusts the key of who asks', async () => {
  const { desk, train, story } = await two()
  await desk.act('Lee', 'pin.set', { pin: '4711' })
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  await train.act('Kim', 'roster.add', { name: 'Mia', role: 'checker' })
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const { id: must } = await train.act('Mia', 'comment.add', { story, text: 'Libel.', mustFix: true })
  const { id: mark } = await train.act('Mia', 'comment.add', { story, text: 'Theft.', mustFix: true })
  const { id: may } = await train.act('Mia', 'comment.add', { story, text: 'Nice.' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  for (const comment of [must, may]) await train.act('Kim', 'comment.change', { story, comment, resolved: true })
  await train.act('Kim', 'comment.change', { story, comment: mark, mustFix: false })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const { comments } = await desk.act('Lee', 'story.show', { story })
  expect(comments.map(({ text, mustFix, resolved }) => [text, mustFix, resolved?.by]).sort()).toEqual([
    ['Libel.', true, undefined],
    ['Nice.', false, 'Kim'],
    ['Theft.', true, undefined],
  ])
})

test('… and with a PIN there it counts', async () => {
  const { desk, train, story, fact, evidence, comment, rules, status, back } = await place()
  await train.act('Kim', 'pin.set', { pin: '0815' })
  await trust('Lee', desk, 'Kim', train, 'editor')
  await train.act('Kim', 'fact.removeEvidence', { story, fact, evidence })
  await train.act('Kim', 'comment.change', { story, comment, resolved: true })
  await back()
  expect([await status(), await rules()]).toEqual(['verified', ['translation']])
})
