import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import { readCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { ExportPanel } from '../pages/exportPanel'

const open = (path: string) =>
  readBundle(path, 'talks.stet', { check: checkSignature, readCard: (text) => readCard(text, checkSignature) })

const theWindow = oneWindow({ user: 'Reporter' })

test('a story is handed over by keys alone, the suggested name is its own, and the history says so', async () => {
  const launched = await theWindow()
  const { app, newsroom, page } = launched
  const text = '# Talks in Busan end\n\nThe talks lasted about 100 minutes, officials said.\n'
  await openStory(launched, 'Talks in Busan end', { name: 'talks.md', text })
  const path = join(newsroom.scratch, 'talks.stet')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = ((_window: unknown, options: { readonly defaultPath?: string }) => {
      ;(globalThis as { suggested?: string }).suggested = options.defaultPath ?? ''
      return Promise.resolve({ canceled: false, filePath })
    }) as typeof dialog.showSaveDialog
  }, path)
  await page.keyboard.press('Control+e')
  const { panel } = new ExportPanel(page)
  await panel.getByRole('radio', { name: /^Stet bundle/ }).press('Space')
  await expect(panel.getByRole('region', { name: 'What is included' })).toContainText('Deleted words are not included.')
  await panel.getByRole('button', { name: 'Save as…' }).press('Enter')
  await expect(panel.getByRole('status')).toContainText(path)
  expect(await app.evaluate(() => (globalThis as { suggested?: string }).suggested)).toBe('talks-in-busan-end.stet')
  const bundle = await open(path)
  expect(bundle.manifest).toMatchObject({ by: 'Reporter', stories: [{ headline: 'Talks in Busan end' }] })
  expect(bundle.stories[0]?.card).toBeDefined()
  await bundle.close()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'History' }).click()
  const history = page.getByRole('region', { name: 'History' })
  await expect(history).toContainText('handed the story over as a bundle')
  // A bundle is the story as it is now: it is not repeated from a snapshot.
  await expect(page.getByRole('button', { name: 'Export again…' })).toHaveCount(0)
})

test('while a protected name stands in the copy nothing is handed over, and no file is left', async () => {
  const launched = await theWindow()
  const { app, newsroom, page } = launched
  const text = '# Talks in Ulsan end\n\nThe talks lasted long, Olena Kovalchuk said.\n'
  await openStory(launched, 'Talks in Ulsan end', { name: 'talks.md', text })
  await newsroom.json(['source', 'add', '--name', 'Olena Kovalchuk', '--kind', 'person', '--protected'])
  const path = join(newsroom.scratch, 'refused.stet')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.keyboard.press('Control+e')
  const { panel } = new ExportPanel(page)
  await panel.getByRole('radio', { name: /^Stet bundle/ }).check()
  await panel.getByRole('button', { name: 'Save as…' }).click()
  const alert = panel.getByRole('alert')
  await expect(alert).toHaveText(
    'Nothing was handed over: Source A’s name is in the copy. ' +
      'Remove it, or ask another person to confirm that it may be there.',
  )
  expect((await readdir(newsroom.scratch)).filter((name) => name.includes('refused'))).toEqual([])
})
