/** Words that a merge drops wait in the tray of every machine, whoever merges what first. */
import { expect, test } from 'vitest'
import { readTray } from '../../../src/document/rescueWords'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import { typeAtEnd } from '../../builders/copy/shapes'
import { windowOn } from '../newsDesk'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { merge } from './twoMachines'

type At = readonly [Machine, string]

/** Three who trust each other and have one story; its first graf is block 2. */
async function three() {
  const desks: At[] = []
  for (const [at, name] of ['Ana', 'Ben', 'Cho'].entries())
    desks.push([await machine(at + 1, [[name, 'editor']]), name])
  const [ana, ben, cho] = desks as [At, At, At]
  for (const [here, editor] of desks)
    for (const [there, person] of desks) if (there !== here) await trust(editor, here, person, there, 'editor')
  const bytes = new TextEncoder().encode('Talks end\n\nBoth sides left\n\nThe talks lasted.\n\nThey left.')
  const { id: story } = await ana[0].act('Ana', 'story.import', { name: 'a.txt', bytes })
  const send = async (from: At, to: At) => (await merge(...to, await bundleOf(...from, story)))?.outcome
  expect([await send(ana, ben), await send(ana, cho)]).toEqual(['new', 'new'])
  const types = async ([desk, by]: At, change: Parameters<Awaited<ReturnType<typeof windowOn>>['type']>[0]) =>
    (await desk.room.storyNow(story)).applyWindowUpdate((await windowOn(desk, story, by)).type(change), by)
  const trayOf = async ([desk]: At) =>
    readTray((await desk.room.storyNow(story)).doc)
      .map(({ text, by }) => [text, by])
      .sort()
  return { ana, ben, cho, send, types, trayOf }
}

test('words that two colleagues typed into a graf that a third one deletes wait in all three trays', async () => {
  const { ana, ben, cho, send, types, trayOf } = await three()
  await types(ana, (doc) => doc.getXmlFragment(COPY_FRAGMENT).delete(2, 1))
  await types(ben, (doc) => typeAtEnd(doc, 2, ' By noon.'))
  await types(cho, (doc) => typeAtEnd(doc, 2, ' By car.'))
  // Each of the two notes own words, before they hear of each other's.
  expect([await send(ana, ben), await send(ana, cho)]).toEqual(['merged', 'merged'])
  for (const [from, to] of [
    [ben, cho],
    [cho, ben],
    [ben, ana],
  ] as const)
    expect(await send(from, to)).toBe('merged')
  for (const here of [ana, ben, cho])
    expect(await trayOf(here)).toEqual([
      [' By car.', ['Cho']],
      [' By noon.', ['Ben']],
    ])
})

test('words typed beside others that reach a machine only as deleted wait in the tray', async () => {
  const { ana, ben, cho, send, types, trayOf } = await three()
  await types(ana, (doc) => typeAtEnd(doc, 2, ' By noon.'))
  await send(ana, cho)
  await types(cho, (doc) => doc.getXmlFragment(COPY_FRAGMENT).delete(2, 1))
  // Ben never had these words: a bundle forgets what was deleted.
  await send(cho, ben)
  await types(ana, (doc) => typeAtEnd(doc, 2, ' By car.'))
  await send(ana, ben)
  expect(await trayOf(ben)).toEqual([[' By car.', ['Ana']]])
  await send(ben, ana)
  await send(ben, cho)
  for (const here of [ana, cho]) expect((await trayOf(here)).map(([text]) => text)).toContain(' By car.')
})
