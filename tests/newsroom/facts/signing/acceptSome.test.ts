/** One key accepts a changed sentence for all that a person may accept in it. */
import { expect, test } from 'vitest'
import { busanDesk } from '../../newsDesk'

/** Editor let a figure stand and verified a place in the same sentence, which Reporter changed since. */
async function changedDesk() {
  const desk = await busanDesk()
  const { act, room, story, pool } = desk
  await act('Editor', 'roster.add', { name: 'Mira', role: 'checker' })
  const tag = async (text: string, type: 'figure' | 'event') =>
    (await act('Reporter', 'fact.tag', { story, text, type })).id
  const figure = await tag('100 minutes', 'figure')
  const meeting = await tag('meeting', 'event')
  await act('Editor', 'fact.sign', { story, fact: figure, status: 'letStand', reason: 'Nobody has another.' })
  const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
  await act('Editor', 'fact.sign', { story, fact: meeting, status: 'verified', evidence })
  await act('Reporter', 'copy.replace', { story, replace: 'lasted about', with: 'did not last' })
  const statusOf = async (fact: string) => (await room.storyNow(story)).assessment(fact).status
  return { act, story, figure, meeting, statuses: async () => [await statusOf(figure), await statusOf(meeting)] }
}

test('a fact that a checker may not accept is left out and named; the others of its sentence are accepted', async () => {
  const { act, story, figure, meeting, statuses } = await changedDesk()
  expect(await statuses()).toEqual(['reCheck', 'reCheck'])
  const facts = [figure, meeting].map((fact) => ({ fact }))
  expect(await act('Mira', 'fact.acceptContext', { story, facts })).toEqual({
    accepted: [meeting],
    refused: [{ fact: figure, why: expect.stringContaining('Mira') as string }],
  })
  expect(await statuses()).toEqual(['reCheck', 'verified'])
})

test('a checker who may accept none of them is told why', async () => {
  const { act, story, figure, statuses } = await changedDesk()
  await expect(act('Mira', 'fact.acceptContext', { story, facts: [{ fact: figure }] })).rejects.toThrow('Mira')
  expect(await statuses()).toEqual(['reCheck', 'reCheck'])
})

test('one fact that is not as it was seen keeps the whole sentence from being accepted', async () => {
  const { act, story, figure, meeting, statuses } = await changedDesk()
  const facts = [{ fact: meeting }, { fact: figure, seen: '0'.repeat(64) }]
  await expect(act('Editor', 'fact.acceptContext', { story, facts })).rejects.toThrow('not as you saw it')
  expect(await statuses()).toEqual(['reCheck', 'reCheck'])
})
