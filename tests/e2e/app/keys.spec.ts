/**
 * Keys that people change: in the list, by mouse and by keyboard; in the menu, the palette and the title bar; over a
 * restart.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, oneWindow, test, type Launched } from '../fixtures'
import { openStory } from '../openStory'
import { KeysPanel } from '../pages/keysPanel'

const textOf = (headline: string): string => `${headline}\nAfter a quiet week\nThey met again in the harbour office.\n`
const keysOf = ({ page }: Launched) => new KeysPanel(page)
const menuKey = ({ app }: Launched, id: string): Promise<string | undefined> =>
  app.evaluate(({ Menu }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command)
    return item?.accelerator ?? undefined
  }, id)

test('a command gets another key: window, menu and the next start know it, and the old key is free', async ({
  newsroom,
}) => {
  const path = join(newsroom.scratch, 'ferry.txt')
  await writeFile(path, textOf('Ferry talks resume'))
  await newsroom.json(['import', path])
  const first = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = first
  await stet.press('F1')
  const row = keysOf(first).row('view.queue')
  await row.getByRole('button', { name: /Ctrl\+J. Change the key for My queue/ }).click()
  // While a new key is asked for, keys run no commands.
  await page.keyboard.press('k')
  await expect(row.getByRole('alert')).toContainText('The other keys type text')
  await page.keyboard.press('Control+c')
  await expect(row.getByRole('alert')).toHaveText('Ctrl+C: This key is reserved for copying.')
  await page.keyboard.press('F4')
  await expect(row.getByRole('button', { name: 'F4. Change the key for My queue' })).toBeFocused()
  // A letter of review, which the next start knows, too.
  const next = keysOf(first).row('review.next')
  await next.getByRole('button', { name: 'J. Change the key for Next open fact' }).click()
  await page.keyboard.press('/')
  await expect(next.getByRole('button', { name: '/. Change the key for Next open fact' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(keysOf(first).dialog).toHaveCount(0)

  const queue = page.getByRole('dialog', { name: 'My queue' })
  await page.keyboard.press('Control+j')
  await expect(queue).toHaveCount(0)
  await page.keyboard.press('F4')
  await expect(queue).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await expect(queue).toHaveCount(0)
  await palette.getByRole('combobox').fill('My queue')
  await expect(palette.getByRole('option').filter({ hasText: 'My queue' })).toContainText('F4')
  await page.keyboard.press('Escape')
  await expect.poll(() => menuKey(first, 'view.queue')).toBe('F4')
  await first.app.close()

  const second = await newsroom.launch({ user: 'Reporter' })
  await expect.poll(() => menuKey(second, 'view.queue')).toBe('F4')
  await second.page.keyboard.press('F4')
  await expect(second.page.getByRole('dialog', { name: 'My queue' })).toBeVisible()
  await second.page.keyboard.press('Escape')
  await second.stet.press('F1')
  const kept = keysOf(second).row('review.next')
  await expect(kept.getByRole('button', { name: /^\/\./ })).toBeVisible()
  await keysOf(second).dialog.getByRole('button', { name: 'Reset 2 changed keys' }).click()
  await expect(kept.getByRole('button', { name: /^J\./ })).toBeVisible()
})

/** For tests that leave every key as it was. */
const theWindow = oneWindow({ user: 'Reporter' })

test('a key of another command, also of the editor, moves only when confirmed; one button resets all keys', async () => {
  const launched = await theWindow()
  const { page, stet } = launched
  await openStory(launched, 'Ferry talks stall', { name: 'ferry.txt', text: textOf('Ferry talks stall') })
  const bold = stet.sheet.bold
  await stet.press('F1')
  const review = keysOf(launched).row('story.review')
  await review.getByRole('button', { name: /Change the key for Review$/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await expect(review.getByRole('alert')).toContainText(
    'Ctrl+B belongs to “Bold”. If you use it here, “Bold” has no key.',
  )
  await review.getByRole('button', { name: 'Keep as it is' }).click()
  await expect(review.getByRole('button', { name: /^Ctrl\+R/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await review.getByRole('button', { name: 'Use for “Review”' }).click()
  await expect(keysOf(launched).dialog.getByRole('button', { name: 'No key. Change the key for Bold' })).toBeVisible()
  // F10 is the key of Bold, outside the editor's keymap.
  const boldRow = keysOf(launched).row('format.bold')
  await boldRow.getByRole('button', { name: /Change the key for Bold$/ }).click()
  await page.keyboard.press('F10')
  await expect(boldRow.getByRole('button', { name: /^F10/ })).toBeFocused()
  await page.keyboard.press('Escape')

  await expect(page.getByRole('tab', { name: 'Review' })).toContainText('Ctrl+B')
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
  await keysOf(launched).dialog.getByRole('button', { name: 'Reset 2 changed keys' }).click()
  await expect(review.getByRole('button', { name: /^Ctrl\+R/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await stet.select('harbour')
  await stet.press('Control+b')
  await expect(bold).toHaveText('harbour')
  await expect.poll(() => menuKey(launched, 'story.review')).toBe('CmdOrCtrl+R')
})

test('the letters of review and of fact types can be changed, each for its own place', async () => {
  const launched = await theWindow()
  const { newsroom, page, stet } = launched
  const story = await openStory(launched, 'Ferry talks end', { name: 'ferry.txt', text: textOf('Ferry talks end') })
  for (const text of ['quiet week', 'harbour office']) await newsroom.act('fact.tag', { story, text, type: 'place' })
  await expect(stet.fact('harbour office')).toBeVisible()
  const row = (id: string) => keysOf(launched).row(id)
  await stet.press('F1')
  await row('review.next').getByRole('button', { name: 'J. Change the key for Next open fact' }).click()
  await page.keyboard.press('Control+j')
  await expect(row('review.next').getByRole('alert')).toHaveText(
    'Ctrl+J: Choose a single letter, digit or symbol: there is no text to type in review.',
  )
  await page.keyboard.press('x')
  await expect(row('review.next').getByRole('alert')).toContainText(
    'X belongs to “Nothing to check”. If you use it here, “Nothing to check” has no key.',
  )
  await row('review.next').getByRole('button', { name: 'Keep as it is' }).click()
  await expect(row('review.next').getByRole('button', { name: 'J. Change the key for Next open fact' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('/')
  await expect(row('review.next').getByRole('button', { name: '/. Change the key for Next open fact' })).toBeFocused()
  // The same letter is free in another place.
  await row('type.superlative').getByRole('button', { name: /^S\./ }).click()
  await page.keyboard.press('x')
  await expect(row('type.superlative').getByRole('button', { name: /^X\./ })).toBeFocused()
  await page.keyboard.press('Escape')

  await stet.reviewWithList()
  const current = stet.factsPanel.current
  await expect(current).toContainText('quiet week')
  await page.keyboard.press('j')
  await expect(current).toContainText('quiet week')
  await page.keyboard.press('/')
  await expect(current).toContainText('harbour office')
  await expect(page.locator('.dock-walk')).toContainText('/')
  await page.keyboard.press('Escape')
  await stet.select('met again')
  await stet.press('Control+t')
  const bar = page.getByRole('toolbar', { name: 'Type of fact' })
  await expect(bar.getByRole('button', { name: /^Superlative/ })).toContainText('X')
  await page.keyboard.press('x')
  await expect(stet.fact('met again')).toContainText('Superlative')
  await stet.press('F1')
  await keysOf(launched).dialog.getByRole('button', { name: 'Reset 2 changed keys' }).click()
  await expect(row('review.next').getByRole('button', { name: /^J\./ })).toBeVisible()
  await page.keyboard.press('Escape')
})
