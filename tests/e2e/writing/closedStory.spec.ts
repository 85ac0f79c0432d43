import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('a closed story without a deck keeps its byline and its dateline on the sheet', async ({ newsroom }) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'], 'Editor')
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'], 'Editor')
  await writeFile(join(newsroom.scratch, 'ferry.md'), '# Ferry sails\n\nIt left at noon.\n')
  const imported = await newsroom.json<{ stories: { id: string }[] }>(['import', join(newsroom.scratch, 'ferry.md')])
  const id = imported.stories[0]?.id ?? ''
  await newsroom.json(['set', id, 'byline', 'Ida Kim'], 'Editor')
  await newsroom.json(['set', id, 'dateline', 'BUSAN'], 'Editor')
  const { stet } = await newsroom.launch({ user: 'Editor' })
  const deck = stet.part('deck')
  const drawn = () =>
    deck.evaluate((element) => {
      const { content, display } = getComputedStyle(element, '::after')
      return { shown: element.getClientRects().length > 0, content, display }
    })
  const open = await drawn()
  expect(open).toMatchObject({ shown: true, content: expect.stringContaining('Ida Kim') as unknown })
  await newsroom.json(['move', id, 'spiked', '--reason', 'A test.'], 'Editor')
  await expect(stet.story).toHaveAttribute('contenteditable', 'false')
  expect(await drawn()).toEqual(open)
})
