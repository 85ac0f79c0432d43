import { expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

test('who wrote the words is read from the document, too, when somebody signs', async () => {
  const { act, room, story, pool } = await busanDesk()
  await act('Editor', 'copy.replace', { story, replace: '100', with: '90' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '90 minutes', type: 'figure' })
  const open = await room.storyNow(story)
  const writers = ({ wordings }: { readonly wordings: readonly { readonly writers: readonly string[] }[] }) =>
    wordings.map((one) => [...one.writers].sort())
  const record = open.assessment(fact).record
  expect(writers(record)).toEqual([['Editor', 'Reporter']])
  // As if a note with the library's key, which lies open, named fewer.
  Object.assign(record.wordings[0] ?? {}, { writers: ['Reporter'] })
  const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
  await expect(act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })).rejects.toThrow(
    'Editor wrote these words',
  )
})
