import { expect, painted, type Launched } from './fixtures'
import { StetWindow } from './pages/stetWindow'

/** A second window on the story that the first one shows. */
export async function anotherWindow({ app, stet }: Launched): Promise<StetWindow> {
  const [page] = await Promise.all([app.waitForEvent('window'), stet.press('Control+Shift+n')])
  const other = new StetWindow(page)
  await expect(other.story).toBeVisible()
  await painted(page)
  return other
}

/** Closes the window that opened last, of two. */
export async function closeLast({ app }: Launched): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .sort((a, b) => b.id - a.id)[0]
      ?.close(),
  )
  await expect.poll(() => app.windows().length).toBe(1)
}
