import { expect, test } from 'vitest'
import { noteCopiedOut } from '../../../src/newsroom/exports/copyOut'
import { historyLines } from '../../../src/story/history/historyLines'
import { busanDesk } from '../newsDesk'

const desk = async () => {
  const made = await busanDesk()
  await made.act('Editor', 'source.add', { name: 'Jane Roe', kind: 'person', protected: true })
  return made
}

test('the history says who let words out that name a protected source, never the name', async () => {
  const { room, story } = await desk()
  await noteCopiedOut(room, 'Editor', { text: 'They met Jane Roe.' }, story)
  const { entries } = await room.storyNow(story)
  expect(entries.at(-1)).toMatchObject({ kind: 'copiedOut', by: 'Editor', sources: ['Source A'] })
  expect(JSON.stringify(entries)).not.toContain('Roe')
  expect(historyLines(entries, (id) => id)[0]?.did).toBe('copied words that name Source A to other programs')
})

test('words of a panel are noted in the history of the library', async () => {
  const { room } = await desk()
  await noteCopiedOut(room, 'Reporter', { text: 'Jane Roe' })
  expect(room.ledger.entries.at(-1)).toMatchObject({ kind: 'copiedOut', by: 'Reporter', sources: ['Source A'] })
})

test('nobody from outside lets words out', async () => {
  const { room, story } = await desk()
  await expect(noteCopiedOut(room, 'Mallory', { text: 'Jane Roe' }, story)).rejects.toThrow('not on the roster')
})

test('in a library with PINs, nobody lets words out without one', async () => {
  const { room, act, story } = await desk()
  await act('Editor', 'pin.set', { pin: '4711' })
  await expect(noteCopiedOut(room, 'Reporter', { text: 'Jane Roe' }, story)).rejects.toThrow('PIN')
  await noteCopiedOut(room, 'Editor', { text: 'Jane Roe' }, story)
})
