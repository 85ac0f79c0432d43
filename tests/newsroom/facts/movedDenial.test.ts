/** Who moved away what denied a figure wrote around it, also where somebody pasted the same words elsewhere. */
import { expect, test } from 'vitest'
import { readCopy } from '../../../src/document/reading/readStory'
import { contextWriters } from '../../../src/document/writers/contextWriters'
import { newsDesk, windowOn } from '../newsDesk'
import { putWords } from './putWords'

const DENIAL = ' That is false, the ministry said later on.'

type Step = readonly [by: string, old: string, text: string]
const cut: Step = ['Editor', DENIAL, '']
const paste: Step = ['Editor', 'Another graf.', `Another graf.${DENIAL}`]
const copy: Step = ['Legal', 'The end.', `The end.${DENIAL}`]

test.each<[string, readonly Step[]]>([
  ['by nobody', [cut, paste]],
  ['after that', [cut, paste, copy]],
  ['before that', [cut, copy, paste]],
])('pasted elsewhere %s', async (_when, steps) => {
  const desk = await newsDesk()
  const text = ['Head', 'Deck', `Some people paid 4812 won.${DENIAL}`, 'Middle graf.', 'Another graf.', 'The end.']
  const bytes = new TextEncoder().encode(text.join('\n\n'))
  const { id: story } = await desk.act('Reporter', 'story.import', { name: 'won.txt', bytes })
  const open = await desk.room.storyNow(story)
  for (const [by, old, words] of steps) {
    const { type } = await windowOn(desk, story, by)
    await open.applyWindowUpdate(
      type((doc) => putWords(doc, old, words)),
      by,
    )
  }
  const now = readCopy(open.doc)
  const from = now[2]?.text.indexOf('4812') ?? 0
  const around = contextWriters(open.doc, now, [{ block: 2, from, to: from + 4 }], false)
  expect([...around].sort()).toEqual(['Editor', 'Reporter'])
})
