/** The recovery tray: one person deletes a graf while another types into it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inBothThemes, violations } from '../axe'
import type { ElectronApplication } from '@playwright/test'
import { anotherWindow } from '../anotherWindow'
import { expect, test } from '../fixtures'
import { keptIn } from '../pages/changedWords'

/** Holds back what the newsroom sends to the newest window until it is released. */
const holdNewsOfNewestWindow = (app: ElectronApplication) =>
  app.evaluateHandle(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().reduce((newest, window) =>
      window.id > newest.id ? window : newest,
    ).webContents
    const send = contents.send.bind(contents)
    const held: Parameters<typeof send>[] = []
    contents.send = (...news) => void held.push(news)
    return {
      letThrough(): void {
        contents.send = send
        for (const news of held) send(...news)
      },
    }
  })

test('words typed into a graf that is deleted meanwhile wait in the tray: shown in the foot, put back by keyboard, undone and redone', async ({
  newsroom,
}, info) => {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, '# Ferry sails\n\n*A deck*\n\nThe first graf.\n\nThe meeting lasted long.\n')
  const {
    stories: [{ id: story }],
  } = await newsroom.json<{ stories: readonly [{ id: string }] }>(['import', path])
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { app, page, stet } = launched
  await expect(stet.part('headline')).toHaveText('Ferry sails')
  const second = await anotherWindow(launched)

  const news = await holdNewsOfNewestWindow(app)
  await stet.caretAfter('The first graf.', 0)
  await stet.press('Control+Shift+End')
  await stet.press('Delete')
  await stet.settled()
  await expect(stet.part('body')).toHaveText(['The first graf.'])
  await second.caretBefore('The meeting')
  await second.page.keyboard.type('Officials say: ')
  await second.settled()
  await news.evaluate((held) => held.letThrough())

  const foot = page.getByRole('button', { name: '1 piece of text could not be placed' })
  await expect(second.part('body')).toHaveText(['The first graf.'])
  await expect(second.page.getByRole('button', { name: '1 piece of text could not be placed' })).toBeVisible()
  await foot.press('Enter')
  const tray = page.getByRole('dialog', { name: 'Recovery tray' })
  const entry = tray.getByRole('list', { name: 'What could not be placed' }).getByRole('listitem')
  await expect(keptIn(entry)).toHaveText('Officials say: ')
  await expect(entry).toContainText('The meeting lasted long.')
  await expect(entry).toContainText(
    /Typed by Reporter\. Typed in a paragraph that was deleted, joined or replaced elsewhere at the same time\. 30 Oct 2026 \d\d:/,
  )
  await inBothThemes(page, async (theme) => {
    await page.screenshot({ path: info.outputPath(`tray-${theme}.png`) })
    expect(await violations(page)).toEqual([])
  })

  // From "Close", where the keyboard begins.
  await stet.press('Shift+Tab')
  await expect(entry.getByRole('button', { name: 'Discard…' })).toBeFocused()
  await stet.press('Shift+Tab')
  await expect(entry.getByRole('button', { name: 'Restore' })).toBeFocused()
  await stet.press('Enter')
  await expect(tray.getByRole('status')).toHaveText(
    'The tray is empty. Everything that was typed is in the copy or in a snapshot.',
  )
  await stet.press('Escape')
  await expect(tray).toBeHidden()
  for (const window of [stet, second])
    await expect(window.part('body')).toHaveText(['The first graf.', 'Officials say: '])
  await expect(foot).toBeHidden()

  await stet.undo()
  for (const window of [stet, second]) await expect(window.part('body')).toHaveText(['The first graf.'])
  await stet.press('Control+Shift+z')
  for (const window of [stet, second])
    await expect(window.part('body')).toHaveText(['The first graf.', 'Officials say: '])
  await stet.settled()
  expect(await newsroom.json(['tray', story])).toEqual([])
  const { blocks } = await newsroom.json<{ blocks: readonly { text: string }[] }>(['show', story])
  expect(blocks.map(({ text }) => text)).toEqual(['Ferry sails', 'A deck', 'The first graf.', 'Officials say: '])
})
