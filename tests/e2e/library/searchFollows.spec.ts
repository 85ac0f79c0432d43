import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allowed } from '../busyMachine'
import { expect, test } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'

/** Milliseconds from the last key to a list that is right. */
const LIMIT = 1000

test('a word is found within a second of its last key, and not found a second after it is deleted', async ({
  newsroom,
}) => {
  const paths = ['ferry', 'tram'].map((name) => join(newsroom.scratch, `${name}.md`))
  await Promise.all(paths.map((path) => writeFile(path, '# The lines open\n\nIt was told at noon.\n')))
  await newsroom.json(['import', ...paths])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const list = new LibraryPane(page)
  await list.rows.first().getByRole('button').first().click()
  await expect(stet.part('headline')).toHaveText('The lines open')
  const times: (readonly [what: string, milliseconds: number])[] = []
  for (const word of ['quokka', 'wombat', '관세를']) {
    await list.search.fill(word)
    await expect(list.region.getByText('No story contains these words.')).toBeVisible()
    await stet.part('body').first().click()
    await stet.press('End')
    await page.keyboard.insertText(' ')
    const written = await list.watchFor(1)
    await page.keyboard.type(word)
    times.push([`${word} written`, await written()])
    await expect(list.marked).toHaveText([word])
    const deleted = await list.watchFor(0)
    for (const _letter of word) await page.keyboard.press('Backspace')
    times.push([`${word} deleted`, await deleted()])
  }
  const said = times.map(([what, milliseconds]) => `${what}: ${Math.round(milliseconds)} ms`).join(', ')
  test.info().annotations.push({ type: 'from the last key', description: said })
  expect(times.filter(([, milliseconds]) => !(milliseconds <= allowed(LIMIT)))).toEqual([])
})
