/** The disk fails while somebody writes, or is removed, and comes back. */
import { cp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { anotherWindow } from '../anotherWindow'
import { expect, kill, oneWindow, test } from '../fixtures'

const theWindow = oneWindow({ user: 'Reporter' })

test('typing goes on while the folder is missing; the status says what is unsaved, a copy can be saved elsewhere, and all is saved when the folder is back', async () => {
  const { app, newsroom, stet, page } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'Before the stick was pulled')
  const away = `${newsroom.library}-away`
  await stet.settled()
  await cp(newsroom.library, away, { recursive: true })
  await rm(newsroom.library, { recursive: true })
  await stet.focusPart('body')
  await page.keyboard.type('Typed while it was gone.')
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /not saved yet\. You can go on typing: Stet saves as soon as it can\./ }),
  ).toBeVisible({ timeout: 30_000 })
  await expect(stet.story).toContainText('Typed while it was gone.')

  const copy = join(newsroom.scratch, 'rescued.stet-copy.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, copy)
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toContain('Typed while it was gone.')

  await rename(away, newsroom.library)
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('button', { name: 'Save a copy elsewhere…' })).toBeHidden()
  const stories = await newsroom.json<readonly { id: string; headline: string }[]>(['list'])
  const id = stories.find(({ headline }) => headline === 'Before the stick was pulled')?.id ?? ''
  const { blocks } = await newsroom.json<{ blocks: readonly { text: string }[] }>(['show', id])
  expect(blocks.map(({ text }) => text)).toEqual(['Before the stick was pulled', '', 'Typed while it was gone.'])
  // Restoring the recovery file adds nothing that is already in the story.
  expect(await newsroom.json(['recover', copy])).toEqual({ story: id, characters: 0 })
})

/** Makes each such call of the main process on an open file fail with this error, until it is lifted. */
const strike = (app: ElectronApplication, call: 'write' | 'datasync', code: string) =>
  app.evaluateHandle(
    async (_electron, [name, answer]) => {
      const handle = await process.getBuiltinModule('node:fs/promises').open(process.execPath)
      const proto = Object.getPrototypeOf(handle) as Record<string, () => Promise<unknown>>
      await handle.close()
      const real = proto[name]
      let struck = 0
      proto[name] = () => {
        struck += 1
        return Promise.reject(Object.assign(new Error(`simulated ${answer}`), { code: answer }))
      }
      return {
        /** How many calls failed. */
        lift(): number {
          if (real) proto[name] = real
          return struck
        },
      }
    },
    [call, code] as const,
  )

test('a window whose words cannot be saved stays open until they are in a copy elsewhere', async ({ newsroom }) => {
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { app, stet } = launched
  await stet.newStory()
  await stet.type('headline', 'Before the disk broke')
  await stet.settled()
  const second = await anotherWindow(launched)
  const broken = await strike(app, 'datasync', 'EIO')
  await second.focusPart('body')
  await second.page.keyboard.type('Typed since.')
  await expect(second.page.getByRole('status').filter({ hasText: /not saved yet/ })).toBeVisible()
  const close = (): Promise<void> =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .sort((a, b) => b.id - a.id)[0]
        ?.close()
    })
  await close()
  await expect(
    second.page.getByRole('alert').filter({ hasText: 'or save a copy elsewhere: then the window closes.' }),
  ).toBeVisible()

  const copy = join(newsroom.scratch, 'kept.stet-copy.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, copy)
  await second.page.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect(second.page.getByRole('region', { name: 'Notices' })).toContainText(`A copy was saved to ${copy}.`)
  await close()
  await expect.poll(() => app.windows().length).toBe(1)
  await broken.evaluate((failure) => failure.lift())
  await stet.focusPart('body')
  await stet.page.keyboard.type('Written after it.')
  await stet.settled()
  const [{ id }] = await newsroom.json<readonly [{ id: string }]>(['list'])
  await newsroom.json(['recover', copy])
  const { blocks } = await newsroom.json<{ blocks: readonly { text: string }[] }>(['show', id])
  expect(blocks.map(({ text }) => text).join(' ')).toContain('Typed since.')
})

test('typing goes on while writes and fdatasync fail; the status says why, and everything is saved once the disk works', async ({
  newsroom,
}) => {
  const { app, stet, page } = await newsroom.launch({ user: 'Reporter' })
  await stet.newStory()
  await stet.type('headline', 'Before')
  await stet.focusPart('body')
  const status = page.getByRole('status').filter({ hasText: /not saved yet/ })
  for (const [call, code, why, words] of [
    ['write', 'EACCES', 'Stet is not allowed to use it', 'Typed without permission. '],
    ['datasync', 'EIO', 'the disk reports an error', 'Typed on a failing disk. '],
  ] as const) {
    const fault = await strike(app, call, code)
    await page.keyboard.type(words)
    await expect(status).toHaveText(
      new RegExp(
        `characters? (?:is|are) not saved yet\\. You can go on typing: Stet saves as soon as it can\\. .*: ${why}\\.`,
      ),
    )
    await page.keyboard.type('And on. ')
    await expect(stet.part('body')).toContainText(`${words}And on.`)
    await expect(page.getByRole('button', { name: 'Save a copy elsewhere…' })).toBeVisible()
    expect(await fault.evaluate((one) => one.lift())).toBeGreaterThan(0)
    await stet.settled()
    await expect(status).toHaveCount(0)
  }
  // Everything reported as saved is there after a crash.
  await kill(app)
  const [{ id }] = await newsroom.json<readonly [{ id: string }]>(['list'])
  const { blocks } = await newsroom.json<{ blocks: readonly { text: string }[] }>(['show', id])
  expect(blocks.map(({ text }) => text)).toEqual([
    'Before',
    '',
    'Typed without permission. And on. Typed on a failing disk. And on. ',
  ])
  expect((await newsroom.stet(['doctor'])).stdout).toContain('Every file is in order.')
})

test('the recovery tray opens from the palette and says when nothing is waiting', async () => {
  const { stet, page } = await theWindow()
  await stet.newStory()
  await stet.command('recovery tray')
  const tray = page.getByRole('dialog', { name: 'Recovery tray' })
  await expect(tray).toContainText('The tray is empty.')
  await page.keyboard.press('Escape')
  await expect(tray).toBeHidden()
})
