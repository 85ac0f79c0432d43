/** The library's folder goes away under the app, as a stick that is pulled out, and comes back. */
import { cp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

test('typing goes on while the folder is gone, the status says what is not on disk, a copy is saved elsewhere, and all of it is saved when the folder is back', async ({ newsroom }) => {
  const { app, stet, page } = await newsroom.launch({ user: 'Reporter' })
  await stet.newStory()
  await stet.type('headline', 'Before the stick was pulled')
  const away = `${newsroom.library}-away`
  await stet.settled()
  await cp(newsroom.library, away, { recursive: true })
  await rm(newsroom.library, { recursive: true })
  await stet.focusPart('body')
  await page.keyboard.type('Typed while it was gone.')
  await expect(page.getByRole('status').filter({ hasText: /not on disk yet; typing goes on, and Stet saves as soon as it can\./ })).toBeVisible({ timeout: 30_000 })
  await expect(stet.story).toContainText('Typed while it was gone.')

  const copy = join(newsroom.scratch, 'rescued.stet-copy.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, copy)
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect.poll(() => readFile(copy, 'utf8').catch(() => ''), { timeout: 20_000 }).toContain('Typed while it was gone.')

  await rename(away, newsroom.library)
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('button', { name: 'Save a copy elsewhere…' })).toBeHidden()
  const [{ id }] = await newsroom.json<readonly [{ id: string }]>(['list'])
  const { blocks } = await newsroom.json<{ blocks: readonly { text: string }[] }>(['show', id])
  expect(blocks.map(({ text }) => text)).toEqual(['Before the stick was pulled', '', 'Typed while it was gone.'])
  // Bringing the copy back adds nothing that is there already.
  expect(await newsroom.json(['recover', copy])).toEqual({ story: id, characters: 0 })
})

test('the recovery tray opens from the palette and says when nothing is waiting', async ({ newsroom }) => {
  const { stet, page } = await newsroom.launch({ user: 'Reporter' })
  await stet.newStory()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('recovery tray')
  await page.keyboard.press('Enter')
  const tray = page.getByRole('dialog', { name: 'Recovery tray' })
  await expect(tray).toContainText('Nothing is waiting.')
  await page.keyboard.press('Escape')
  await expect(tray).toBeHidden()
})
