import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { recoveryFileName, writeRecoveryFile } from '../../../src/newsroom/stories/recoveryFile'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import { POOL } from '../../builders/stories/storyFrom'
import { busanDesk, notTaken, NOW, windowOn } from '../newsDesk'

test(
  'a recovery file restores the missing words once, for their typist only, and not when it ' + 'was changed',
  async () => {
    const desk = await busanDesk()
    const { act, story } = desk
    const window = await windowOn(desk, story, 'Reporter')
    window.type((doc) =>
      ((doc.getXmlFragment(COPY_FRAGMENT).get(3) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Unsaved. '),
    )
    const bytes = writeRecoveryFile({
      story,
      headline: 'Talks',
      text: 'Talks',
      state: Y.encodeStateAsUpdate(window.doc),
      at: NOW,
      by: 'Reporter',
    })
    await expect(act('Editor', 'story.bringBack', { bytes })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('A window may not type under someone else’s name.') as string,
    })
    const changed = new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/"sha256": "./, '"sha256": "x'))
    await expect(act('Reporter', 'story.bringBack', { bytes: changed })).rejects.toMatchObject({
      reason: 'failed',
      message: expect.stringContaining('This file is not a copy that Stet saved, or it was changed since.') as string,
    })
    expect(await act('Reporter', 'story.bringBack', { bytes })).toEqual({ story, characters: 9 })
    expect(await act('Reporter', 'story.bringBack', { bytes })).toEqual({ story, characters: 0 })
    expect((await act('Reporter', 'story.show', { story })).blocks[3]?.text).toBe(
      'Unsaved. The meeting lasted about 100 minutes. They left separately.',
    )
  },
)

test('a recovery file brings no words under a client id that nobody has', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  const window = await windowOn(desk, story, 'Editor')
  window.doc.clientID = 4711
  window.type((doc) =>
    ((doc.getXmlFragment(COPY_FRAGMENT).get(3) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Nobody’s. '),
  )
  const state = Y.encodeStateAsUpdate(window.doc)
  const bytes = writeRecoveryFile({ story, headline: 'Talks', text: 'Talks', state, at: NOW, by: 'Editor' })
  await expect(act('Editor', 'story.bringBack', { bytes })).rejects.toMatchObject({
    reason: 'refused',
    message: notTaken('A window may not type without a name.'),
  })
  expect((await act('Reporter', 'story.show', { story })).blocks[3]?.text).toBe(
    'The meeting lasted about 100 minutes. They left separately.',
  )
})

test('the suggested name of a recovery file is the headline, unless that names a protected source', () => {
  const name = (headline: string): string =>
    recoveryFileName({ headline, at: NOW }, [
      { ...POOL, id: 's1', name: 'Marta Quill', kind: 'person', protected: true, aliases: [] },
    ])
  expect([name('Talks: day 2'), name('Marta Quill: “I was there”')]).toEqual([
    'Talks day 2 2026-10-30-09-00.stet-copy.json',
    'Story 2026-10-30-09-00.stet-copy.json',
  ])
})
