/** Keys that people change: in the list, by mouse and by keyboard; in the menu, the palette and the title bar; over a restart. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Launched } from './fixtures'

const keysOf = ({ page }: Launched) => page.getByRole('dialog', { name: 'Keys' })
const menuKey = ({ app }: Launched, id: string): Promise<string | undefined> =>
  app.evaluate(({ Menu }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command)
    return item?.accelerator ?? undefined
  }, id)

test('a command gets another key: the window, the menu and the next start know it, and its old key is free', async ({ newsroom }) => {
  await newsroom.json(['import', await newsroomFile(newsroom.scratch)])
  const first = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = first
  await stet.press('F1')
  const row = keysOf(first).locator('[data-command="view.queue"]')
  await row.getByRole('button', { name: /Ctrl\+J: change the key of My queue/ }).click()
  // While it is asked for, a key of another command is no command.
  await page.keyboard.press('k')
  await expect(row.getByRole('alert')).toContainText('the others are for writing')
  await page.keyboard.press('Control+c')
  await expect(row.getByRole('alert')).toHaveText('Ctrl+C: This key is for copying, and stays so.')
  await page.keyboard.press('F9')
  await expect(row.getByRole('button', { name: 'F9: change the key of My queue' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(keysOf(first)).toHaveCount(0)

  const queue = page.getByRole('dialog', { name: 'My queue' })
  await page.keyboard.press('Control+j')
  await expect(queue).toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(queue).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill('My queue')
  await expect(palette.getByRole('option').filter({ hasText: 'My queue' })).toContainText('F9')
  await page.keyboard.press('Escape')
  expect(await menuKey(first, 'view.queue')).toBe('F9')
  await first.app.close()

  const second = await newsroom.launch({ user: 'Reporter' })
  expect(await menuKey(second, 'view.queue')).toBe('F9')
  await second.page.keyboard.press('F9')
  await expect(second.page.getByRole('dialog', { name: 'My queue' })).toBeVisible()
})

test('a key that another command has is given only when it is said so, also one of the sheet; all come back at once', async ({ newsroom }) => {
  await newsroom.json(['import', await newsroomFile(newsroom.scratch)])
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = launched
  const bold = stet.story.locator('strong')
  await stet.press('F1')
  const review = keysOf(launched).locator('[data-command="story.review"]')
  await review.getByRole('button', { name: /change the key of Review$/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await expect(review.getByRole('alert')).toContainText('Ctrl+B is the key of “Bold”, which would have none.')
  await review.getByRole('button', { name: 'Leave it' }).click()
  await expect(review.getByRole('button', { name: /^Ctrl\+R/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await review.getByRole('button', { name: 'Give it to “Review”' }).click()
  await expect(keysOf(launched).getByRole('button', { name: 'No key: change the key of Bold' })).toBeVisible()
  // Bold has F10 from now on, outside the sheet's own keymap.
  const boldRow = keysOf(launched).locator('[data-command="format.bold"]')
  await boldRow.getByRole('button', { name: /change the key of Bold$/ }).click()
  await page.keyboard.press('F10')
  await expect(boldRow.getByRole('button', { name: /^F10/ })).toBeFocused()
  await page.keyboard.press('Escape')

  await expect(page.getByRole('button', { name: 'Review' }).first()).toContainText('Ctrl+B')
  await stet.select('harbour')
  await stet.press('Control+b')
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
  await expect(bold).toHaveCount(0)
  await stet.press('Control+b')
  await stet.select('harbour')
  await stet.press('F10')
  await expect(bold).toHaveText('harbour')
  await stet.press('F10')
  await expect(bold).toHaveCount(0)

  await stet.press('F1')
  await keysOf(launched).getByRole('button', { name: 'Reset all 2 changed keys' }).click()
  await expect(review.getByRole('button', { name: /^Ctrl\+R/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await stet.select('harbour')
  await stet.press('Control+b')
  await expect(bold).toHaveText('harbour')
  expect(await menuKey(launched, 'story.review')).toBe('CmdOrCtrl+R')
})

async function newsroomFile(scratch: string): Promise<string> {
  const path = join(scratch, 'ferry.txt')
  await writeFile(path, 'Ferry talks resume\nAfter a quiet week\nThey met again in the harbour office.\n')
  return path
}
