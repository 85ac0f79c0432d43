/**
 * Twelve pictures, pixel by pixel: the clock stands, the caret does not blink, nothing moves. The pictures belong to
 * one Electron, whose software draws the letters; another one draws them otherwise, and is not compared. After a
 * change that is meant: `node scripts/e2e.mjs pixels.spec.ts --update-snapshots`, and look at each.
 */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { sizeWindow } from '../pages/marginNotes'

const DRAWN_BY = { electron: '33.2.1', platform: 'linux' }
/** A letter may be drawn by another rounding. A line, a colour or a place may not. */
const CLOSE = { threshold: 0.15, maxDiffPixels: 60, animations: 'disabled', caret: 'hide' } as const

const settle = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
  )

test('the window looks as it did', async ({ newsroom }) => {
  const launched = await newsroom.launch({ env: { TZ: 'UTC' } })
  const { app, page, stet } = launched
  const here = await app.evaluate(() => ({ electron: process.versions.electron, platform: process.platform }))
  test.skip(
    here.electron !== DRAWN_BY.electron || here.platform !== DRAWN_BY.platform,
    `The pictures are of Electron ${DRAWN_BY.electron} on ${DRAWN_BY.platform}.`,
  )
  await sizeWindow(launched, 1280, 800)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  // Each library of a test has another path.
  const close = { ...CLOSE, mask: [page.getByText('Your library is in')] }
  const looksLike = async (name: string, part: Page | Locator = page): Promise<void> => {
    await settle(page)
    if ('goto' in part) await expect.soft(part).toHaveScreenshot(`${name}.png`, close)
    else await expect.soft(part).toHaveScreenshot(`${name}.png`, close)
  }
  const panel = page.getByRole('complementary', { name: 'Panel' })
  const dialog = page.getByRole('dialog')

  await expect(dialog).toBeVisible()
  await looksLike('first-run', dialog)
  await expect(dialog.locator('input:focus')).toHaveCount(1)
  await page.keyboard.type('Ji-ho Han')
  await page.keyboard.press('Enter')
  await expect(stet.part('headline')).toContainText('six years')
  await page.getByRole('button', { name: /^Leave the tour/ }).click()
  await stet.settled()
  await page.mouse.move(1279, 799)
  await expect(page.getByRole('button', { name: 'My queue 0' })).toBeVisible()

  await looksLike('writing')
  await page.emulateMedia({ colorScheme: 'dark' })
  await looksLike('writing-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await stet.select('Malaysia')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
  await looksLike('selection-bar', page.getByRole('toolbar', { name: 'Selected words' }))
  for (const [key, name] of [
    ['2', 'checks'],
    ['3', 'comments'],
    ['6', 'fields'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`)
    await looksLike(name, panel)
  }
  // The names of the sample are no misspelt words, in any picture.
  await expect(stet.sheet.misspelt).toHaveCount(0)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+k')
  await expect(dialog).toBeVisible()
  await looksLike('palette', dialog)
  await page.keyboard.press('Escape')

  await stet.caretBefore('six years')
  await page.keyboard.press('Control+r')
  await expect(page.getByRole('region', { name: 'Evidence', exact: true })).toHaveAttribute('data-looked-at', 'true')
  await looksLike('review')
  await page.emulateMedia({ colorScheme: 'dark' })
  await looksLike('review-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('e')
  await expect(dialog).toBeVisible()
  await looksLike('evidence-form', dialog)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+r')
  await sizeWindow(launched, 900, 700)
  await stet.story.focus()
  await expect(page.getByRole('button', { name: 'My queue 0' })).toBeVisible()
  await looksLike('writing-900')
})
