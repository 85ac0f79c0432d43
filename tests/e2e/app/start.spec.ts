import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, oneWindow, painted, test } from '../fixtures'

/** Keeps a part of the window from loading. Returns what lets it load. */
async function heldScript(page: Page, name: RegExp): Promise<() => void> {
  let arrive: () => void = () => undefined
  const loaded = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(name, async (route) => {
    await loaded
    await route.continue()
  })
  return () => arrive()
}

test('a start keeps its compiled code for the next one, which works with it', async ({ newsroom }) => {
  const profile = join(newsroom.scratch, 'profile')
  const keptChunks = async (): Promise<readonly string[]> => {
    const [folder] = (await readdir(profile).catch(() => [])).filter((name) => name.startsWith('compiled-'))
    return folder === undefined
      ? []
      : (await readdir(join(profile, folder))).map((name) => name.replace(/-[\w-]{8}\.cjs\.bin$/, ''))
  }
  const first = await newsroom.launch({ user: 'Reporter' })
  await expect.poll(keptChunks, { timeout: 15_000 }).toContain('startServices')
  await first.app.close()

  const second = await newsroom.launch({ user: 'Reporter' })
  await second.page.keyboard.press('Control+n')
  await expect(second.stet.part('headline')).toBeVisible()
  await second.stet.story.press('a')
  await second.stet.settled()
})

const theWindow = oneWindow({ user: 'Reporter' })

test('main and windows compile a regular expression with its first use', async () => {
  test.skip(process.platform !== 'linux', 'Only Linux shows the options of a process as a file.')
  const { app } = await theWindow()
  const ofMain = await app.evaluate(({ app: main }) => main.commandLine.getSwitchValue('js-flags'))
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  )
  const options = await Promise.all(windows.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8')))
  expect(ofMain).toBe('--no-regexp-tier-up')
  expect(options.map((all) => all.split(/[\0 ]/).filter((one) => one.startsWith('--js-flags')))).toEqual([
    ['--js-flags=--no-regexp-tier-up'],
  ])
})

test('what is typed after the first Ctrl+K or Ctrl+Shift+F arrives there, also before it is loaded', async () => {
  const { page, stet } = await theWindow()
  await stet.newStory()
  await page.keyboard.type('Ferry sails')
  await stet.settled()
  const showPalette = await heldScript(page, /OpenOverlay/)
  await page.reload()
  await stet.story.focus()
  await painted(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('settings')
  showPalette()
  await expect(page.getByRole('dialog', { name: 'Search and commands' }).getByRole('combobox')).toHaveValue('settings')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Appearance and writing' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(stet.story).toBeFocused()
  await expect(stet.part('headline')).toHaveText('Ferry sails')

  const showLibrary = await heldScript(page, /LibraryRoom/)
  await page.reload()
  await stet.story.focus()
  await painted(page)
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('ferry')
  showLibrary()
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('ferry')
  // Folded, or behind review, it comes back with its key.
  await stet.story.focus()
  await page.keyboard.press('Control+.')
  await expect(stet.library).toBeHidden()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type(' sails')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('ferry sails')
  await expect(stet.part('headline')).toHaveText('Ferry sails')
})

test('review that still loads takes no letter, ends by Escape, and hears the first key once it is shown', async () => {
  const { page, stet } = await theWindow()
  await stet.newStory()
  await page.keyboard.type('Ferry carries 300 people')
  for (const _ of ['people', '300']) await page.keyboard.press('Control+Shift+ArrowLeft')
  await stet.tagAs('f')
  await stet.settled()
  const showReview = await heldScript(page, /evidenceParts/)
  await page.reload()
  await stet.story.focus()
  await painted(page)
  await page.keyboard.press('Control+r')
  await page.keyboard.type('v')
  await page.keyboard.press('Escape')
  await expect(stet.story).toBeFocused()
  await expect(page.getByRole('tab', { name: 'Write' })).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('Control+r')
  await page.keyboard.type('v')
  // As soon as the room is on the page, before a frame is drawn.
  await page.evaluate(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('.review-room')) return
      seen.disconnect()
      const key = { key: 'i', code: 'KeyI', bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
    })
    seen.observe(document.body, { childList: true, subtree: true })
  })
  showReview()
  await expect(page.getByRole('region', { name: 'Changes since my verdict' })).toContainText(
    'You have not signed any fact in this story.',
  )
  await page.keyboard.press('Escape')
  await expect(stet.part('headline')).toHaveText('Ferry carries 300 people')
})
