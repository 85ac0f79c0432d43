/** A verdict, a withdrawal and an answer are for the verdicts that the person had before them, and for no others. */
import { expect, test } from 'vitest'
import { standingOf } from '../../../../src/story/assessment/verdicts/standing'
import { busanDesk } from '../../newsDesk'

async function minutesDesk() {
  const desk = await busanDesk()
  const { act, room, story, pool } = desk
  await act('Editor', 'roster.add', { name: 'Mira', role: 'checker' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
  await act('Editor', 'fact.addEvidence', { story, fact, evidence })
  const now = async () => (await room.storyNow(story)).assessment(fact)
  return {
    act,
    story,
    fact,
    evidence,
    /** What a person has before them now. */
    standing: async () => standingOf(await now()),
    holds: async () => {
      const { status, current } = await now()
      return [status, current?.by, current?.reason]
    },
    wrong: () => act('Mira', 'fact.sign', { story, fact, status: 'wrong', reason: 'It was 90.' }),
    verify: (by: string) => act(by, 'fact.sign', { story, fact, status: 'verified' }),
    ask: () => act('Mira', 'fact.sign', { story, fact, status: 'queried', reason: 'Who timed it?' }),
  }
}

const REFUSED = (acts: string): string =>
  `“100 minutes” has another verdict than you saw: ${acts}. Nothing was recorded. Look at it, then decide again.`

test('a reason that was typed before somebody signed Wrong replaces no Wrong', async () => {
  const { act, story, fact, standing, holds, wrong } = await minutesDesk()
  const seen = await standing()
  await wrong()
  await expect(
    act('Editor', 'fact.sign', { story, fact, standing: seen, status: 'letStand', reason: 'They said so.' }),
  ).rejects.toThrow(REFUSED('Mira: Wrong (“It was 90.”)'))
  expect(await holds()).toEqual(['wrong', 'Mira', 'It was 90.'])
  await act('Editor', 'fact.sign', {
    ...{ story, fact, standing: await standing(), status: 'letStand', reason: 'They said so.' },
  })
  expect(await holds()).toEqual(['letStand', 'Editor', 'They said so.'])
})

test('a query that was asked while a form was open is not buried', async () => {
  const { act, story, fact, evidence, standing, holds, ask } = await minutesDesk()
  const seen = await standing()
  await ask()
  await expect(
    act('Editor', 'fact.sign', {
      ...{ story, fact, standing: seen, status: 'verified', evidence: { ...evidence, locator: '¶ 4' } },
    }),
  ).rejects.toThrow(REFUSED('Mira: Queried (“Who timed it?”)'))
  expect(await holds()).toEqual(['queried', 'Mira', 'Who timed it?'])
})

test('a verdict on a query that was answered meanwhile is given again, with the answer read', async () => {
  const { act, story, fact, standing, holds, ask } = await minutesDesk()
  await ask()
  const seen = await standing()
  await act('Reporter', 'fact.answer', { story, fact, text: 'I did.' })
  await expect(
    act('Editor', 'fact.sign', { story, fact, standing: seen, status: 'unverifiable', reason: 'Nobody knows.' }),
  ).rejects.toThrow(REFUSED('Reporter answered the query: “I did.”'))
  expect(await holds()).toEqual(['toCheck', undefined, undefined])
})

test('the other places of a statement are signed with the verdicts that were shown', async () => {
  const { act, story, fact, standing, holds, wrong } = await minutesDesk()
  const { id: other } = await act('Reporter', 'fact.tag', { story, text: 'about 100', type: 'figure' })
  const seen = await standing()
  await wrong()
  await expect(
    act('Editor', 'fact.sign', {
      ...{ story, fact: other, status: 'letStand', reason: 'They said so.', echoes: [{ fact, standing: seen }] },
    }),
  ).rejects.toThrow(REFUSED('Mira: Wrong (“It was 90.”)'))
  expect(await holds()).toEqual(['wrong', 'Mira', 'It was 90.'])
})

test('a withdrawal takes back the verdict that was shown, and no Wrong that came meanwhile', async () => {
  const { act, story, fact, standing, holds, verify, wrong } = await minutesDesk()
  await verify('Mira')
  const seen = await standing()
  await wrong()
  await expect(act('Editor', 'fact.withdraw', { story, fact, standing: seen, reason: 'Not settled.' })).rejects.toThrow(
    REFUSED('Mira: Wrong (“It was 90.”)'),
  )
  expect(await holds()).toEqual(['wrong', 'Mira', 'It was 90.'])
  await act('Editor', 'fact.withdraw', { story, fact, standing: await standing(), reason: 'Not settled.' })
  expect(await holds()).toEqual(['verified', 'Mira', undefined])
})

test('a withdrawal of what its giver took back meanwhile takes nothing else back', async () => {
  const { act, story, fact, standing, holds, verify, wrong } = await minutesDesk()
  await verify('Editor')
  await wrong()
  const seen = await standing()
  await act('Mira', 'fact.withdraw', { story, fact, reason: 'I misread.' })
  await expect(act('Editor', 'fact.withdraw', { story, fact, standing: seen, reason: 'Not settled.' })).rejects.toThrow(
    REFUSED('Mira took back “Wrong”; Editor: Verified'),
  )
  expect(await holds()).toEqual(['verified', 'Editor', undefined])
})

test('an answer is filed under the query that was read, and not under a later one', async () => {
  const { act, story, fact, standing, holds, ask } = await minutesDesk()
  await ask()
  const seen = await standing()
  await act('Legal', 'fact.sign', { story, fact, status: 'queried', reason: 'May we print it?' })
  await expect(act('Reporter', 'fact.answer', { story, fact, standing: seen, text: 'I did.' })).rejects.toThrow(
    REFUSED('Legal: Queried (“May we print it?”)'),
  )
  expect(await holds()).toEqual(['queried', 'Legal', 'May we print it?'])
})

test('a request that names no verdicts goes on working, and needs its reason against Wrong', async () => {
  const { act, story, fact, holds, wrong } = await minutesDesk()
  await wrong()
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified' })).rejects.toThrow(
    'Mira marked these words wrong. Say why your verdict replaces it.',
  )
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', reason: 'The tape says 100.' })
  expect(await holds()).toEqual(['verified', 'Editor', 'The tape says 100.'])
})
