/** A window that is closed while words in a form are not sent. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { graveFindings } from '../axe'
import { expect, test } from '../fixtures'

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

test('a half-written comment keeps its window until the person lets it go; the words of the story are saved', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, 'Ferry talks resume\nAfter a week\nThe mayor spoke for 90 minutes.\n')
  await newsroom.json(['import', file])
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('headline')).toHaveText('Ferry talks resume')
  await stet.select('The mayor')
  await stet.press('Control+Alt+m')
  const comment = page.getByRole('form', { name: 'New comment' }).getByRole('textbox', { name: 'Comment' })
  await expect(comment).toBeFocused()
  await page.keyboard.type('Which mayor?')

  const question = page.getByRole('alertdialog', { name: 'Close this window?' })
  await closeWindow(app)
  await expect(question.getByRole('heading', { level: 3 })).toHaveText('Ferry talks resume')
  await expect(question.getByRole('listitem')).toHaveText(['A comment'])
  await expect(question.getByRole('button', { name: 'Keep writing' })).toBeFocused()
  expect(await graveFindings(page, 'closing')).toEqual([])
  await stet.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(comment).toBeFocused()
  await page.keyboard.type(' Of the town?')
  await expect(comment).toHaveValue('Which mayor? Of the town?')

  await stet.caretAfter('minutes', 0)
  await page.keyboard.type(' and 5 seconds')
  await closeWindow(app)
  const gone = app.waitForEvent('close')
  // The page presses it after the driver has its answer: the window goes with the press.
  await question
    .getByRole('button', { name: 'Close without sending' })
    .evaluate((button: HTMLElement) => void setTimeout(() => button.click()))
  await gone
  const [story] = await newsroom.json<readonly { readonly id: string }[]>(['list'])
  expect((await newsroom.stet(['show', story?.id ?? ''])).stdout).toContain('90 minutes and 5 seconds')
})

test('a system that ends the app waits for no answer: what was typed is saved, and nothing is asked', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, 'Ferry talks resume\nAfter a week\nThe mayor spoke for 90 minutes.\n')
  await newsroom.json(['import', file])
  const question = (page: Page) => page.getByRole('alertdialog', { name: 'Close this window?' })
  for (const [typed, isAsked] of [
    [' and 5 seconds', false],
    [' or so', true],
  ] as const) {
    const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
    await stet.select('The mayor')
    await stet.press('Control+Alt+m')
    await expect(
      page.getByRole('form', { name: 'New comment' }).getByRole('textbox', { name: 'Comment' }),
    ).toBeFocused()
    await page.keyboard.type('Which mayor?')
    if (isAsked) {
      await closeWindow(app)
      await expect(question(page)).toBeVisible()
      await stet.press('Escape')
    }
    await stet.caretAfter('minutes', 0)
    await page.keyboard.type(typed)
    if (isAsked) await closeWindow(app)
    const gone = app.waitForEvent('close')
    app.process().kill('SIGTERM')
    await gone
  }
  const [story] = await newsroom.json<readonly { readonly id: string }[]>(['list'])
  expect((await newsroom.stet(['show', story?.id ?? ''])).stdout).toContain('90 minutes or so and 5 seconds')
})
