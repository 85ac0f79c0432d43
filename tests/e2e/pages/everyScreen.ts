/**
 * Goes by keys alone through the screens of a window with an open story, so that it works in every language: tabs,
 * dialogs, settings, menu, find and review. Then the story moves on until a move asks something.
 */
import { expect, type Page } from '@playwright/test'
import type { StetWindow } from './stetWindow'

const DIALOGS = {
  queue: 'Control+j',
  palette: 'Control+k',
  export: 'Control+e',
  import: 'Control+o',
  print: 'Control+p',
  keys: 'F1',
  queries: 'Control+Alt+q',
  alert: 'Control+Alt+a',
  settings: 'Control+,',
} as const

const dialogOf = (page: Page) => page.getByRole('dialog')

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
}

/** Calls `look` on each screen with its name, and with the part of the window that is new. */
export async function everyScreen(
  { page, stet }: { readonly page: Page; readonly stet: StetWindow },
  look: (screen: string, within?: string) => Promise<void>,
): Promise<void> {
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    await page.keyboard.press(`Control+${key}`)
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await look(`tab ${key}`, '[role="tabpanel"]')
  }
  for (const [screen, keys] of Object.entries(DIALOGS)) {
    await page.keyboard.press(keys)
    await expect(dialogOf(page)).toBeVisible()
    await expect(dialogOf(page).locator('[aria-busy="true"]')).toHaveCount(0)
    if (screen === 'settings') {
      for (const page_ of await dialogOf(page).getByRole('navigation').getByRole('button').all()) {
        await page_.click()
        await look(`settings, ${await page_.textContent()}`, '[role="dialog"]')
      }
    } else await look(screen, '[role="dialog"]')
    await escape(page)
  }
  await page.getByRole('banner').getByRole('button').last().click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look('menu of the story', '[role="menu"]')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('search').getByRole('textbox').first()).toBeFocused()
  await look('find', '[role="search"]')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('search')).toHaveCount(0)
  await page.keyboard.press('Control+r')
  await expect(page.locator('[data-looked-at]').first()).toBeVisible()
  await look('review')
  await stet.press('q')
  await expect(stet.factsPanel.question).toBeVisible()
  await look('review, a question')
  await page.keyboard.press('Escape')
  await expect(stet.factsPanel.question).toHaveCount(0)
  await page.keyboard.press('e')
  await expect(dialogOf(page)).toBeVisible()
  await look('evidence form', '[role="dialog"]')
  await escape(page)
  await page.keyboard.press('Control+r')
  // Before a move asks what blocks it, a story is filed, and its review begins.
  for (let moves = 0; moves < 3 && (await dialogOf(page).count()) === 0; moves++) {
    const before = await page.getByRole('banner').textContent()
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(async () => (await dialogOf(page).count()) > 0 || (await page.getByRole('banner').textContent()) !== before)
      .toBe(true)
  }
  await expect(dialogOf(page).locator('[aria-busy="true"]')).toHaveCount(0)
  await look('move', '[role="dialog"]')
  await escape(page)
}
