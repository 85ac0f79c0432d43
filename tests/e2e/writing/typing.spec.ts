/** What is typed becomes what the press sets; TKs; Find by expression; saving by key; focus mode; the menu of a row. */
import { expect, test } from '../fixtures'
import { openStory } from '../openStory'

test('a reporter types, finds, saves and looks at the words alone, all by key', async ({ newsroom }) => {
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  await stet.newStory()
  await stet.type('headline', "Ferry's line strikes")
  await stet.type('body', '## What we know')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"We sail," she said -- "in TK days..."')
  await stet.settled()
  await expect(stet.part('headline')).toHaveText('Ferry’s line strikes')
  await expect(stet.part('body')).toHaveText(['What we know', '“We sail,” she said — “in TK days…”'])
  await expect(stet.part('body').first()).toHaveAttribute('data-role', 'subhead')

  // One step back gives what was typed.
  await stet.press('Control+z')
  await expect(stet.part('body').last()).toHaveText('“We sail,” she said — “in TK days…"')
  await stet.press('Control+z')
  await expect(stet.part('body').last()).toHaveText('“We sail,” she said — “in TK days…')
  await page.keyboard.type('"')
  await expect(stet.part('body').last()).toHaveText('“We sail,” she said — “in TK days…”')

  // The TK is marked, counted and found.
  const tk = stet.story.locator('.tk')
  await expect(tk).toHaveText(['TK'])
  expect(await tk.evaluate((element) => Number(getComputedStyle(element).fontWeight))).toBe(700)
  await page.getByRole('button', { name: '1 TK', exact: true }).click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('TK')

  // An expression finds, a bad one says what is wrong.
  await stet.press('Control+f')
  const bar = page.getByRole('search')
  await bar.getByRole('checkbox', { name: 'Regular expression' }).check()
  const query = bar.getByLabel('Find', { exact: true })
  await query.fill('(s\\w+')
  await expect(bar).toContainText('This expression has a ( without a ).')
  await query.fill('\\b(s\\w+)')
  await expect(bar.locator('.find-count')).toHaveText(/^\d of 4$/)
  await bar.getByLabel('Replace with').fill('$1!')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(stet.part('headline')).toHaveText('Ferry’s line strikes!')
  await query.press('Escape')
  await stet.press('Control+z')
  await expect(stet.part('headline')).toHaveText('Ferry’s line strikes')

  // The key for saving answers; a snapshot has another.
  // The answer stands out for a moment: the page itself looks for it.
  const told = page.waitForFunction(
    () => document.querySelector('[role="status"][data-told="true"]')?.textContent === 'Saved',
    undefined,
    { polling: 50 },
  )
  await stet.press('Control+s')
  await told
  await expect(page.getByRole('textbox', { name: 'Name of the snapshot' })).toHaveCount(0)

  // Only the words: the caret keeps its height.
  const caret = (): Promise<number> =>
    page.evaluate(() => Math.round(getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0))
  const before = await caret()
  await stet.press('Control+Shift+.')
  await expect(stet.library).toHaveCount(0)
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect.poll(caret).toBe(before)
  await page.keyboard.type('!')
  await stet.press('Escape')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(stet.library).toBeVisible()
  await expect(stet.story).toBeFocused()

  // The menu of a row, by key and by mouse.
  await stet.library
    .getByRole('button', { name: /Ferry’s line/ })
    .first()
    .focus()
  await stet.press('Shift+F10')
  const menu = page.getByRole('menu', { name: /Ferry’s line/ })
  await expect(menu.getByRole('menuitem', { name: 'Open in a new window' })).toBeFocused()
  await stet.press('Escape')
  await expect(menu).toHaveCount(0)
  await stet.library.getByRole('listitem').first().click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(stet.library.getByRole('button', { name: /Ferry’s line/ })).toHaveCount(4)
})

test('undo right after another story is opened says that there is nothing to undo, in the list and in the sheet', async ({
  newsroom,
}) => {
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  const window = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = window
  await openStory({ ...window, newsroom }, 'Ferry waits', { name: 'a.md', text: '# Ferry waits\n\nIt rained.\n' })
  await stet.part('body').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' All day.')
  await stet.settled()
  await openStory({ ...window, newsroom }, 'Trams run', { name: 'b.md', text: '# Trams run\n\nIt snowed.\n' })
  const said = page
    .getByRole('region', { name: 'Notices' })
    .getByText('There is nothing to undo in this story. What you did before you opened it stays.')
  await page.keyboard.press('Control+z')
  await expect(said).toBeVisible()
  await stet.part('body').click()
  await page.keyboard.press('Control+z')
  await expect(said).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.type(' Twice.')
  await expect(stet.part('body')).toHaveText('It snowed. Twice.')
  await page.keyboard.press('Control+z')
  await expect(stet.part('body')).toHaveText('It snowed.')
})
