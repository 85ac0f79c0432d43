import { expect, type ElectronApplication, type Page } from '@playwright/test'

/** Gives the window this size, in pixels of the screen, and its page this zoom. The menu bar stays as it is. */
export async function sizeTo(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  { width, height, zoom = 1 }: { readonly width: number; readonly height: number; readonly zoom?: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(size.width, size.height)
      window?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom },
  )
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom)
}
