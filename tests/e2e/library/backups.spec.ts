import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, test } from '../fixtures'

test('an open library is backed up from the palette; a missing folder is reported; the restored library reads the same', async ({
  newsroom,
}, info) => {
  const path = join(newsroom.scratch, 'ferry.md')
  const stick = join(newsroom.scratch, 'stick')
  await mkdir(stick)
  await writeFile(path, '# Ferry sails again\n\nIt left at noon.\n')
  await newsroom.json(['import', path])
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('headline')).toHaveText('Ferry sails again')
  await stet.type('body', 'And back. ')
  await stet.settled()
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, stick)
  await stet.command('Backups')
  const panel = page.getByRole('dialog', { name: 'Backups' })
  const last = panel.getByRole('status', { name: 'Latest backup' })
  await expect(last).toHaveText('Nothing has been backed up here yet.')
  await panel.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(panel).toContainText(stick)
  await panel.getByRole('combobox', { name: 'Automatic, while Stet is open' }).selectOption('hour')
  await panel.getByRole('button', { name: 'Back up now' }).click()
  await expect(last).toContainText(/Backup 1, 30 Oct 2026 \d\d:/)
  await expect(last).toContainText('Every file was read back and matches.')
  expect((await readdir(join(stick, 'backups'))).length).toBe(1)

  await rename(stick, `${stick}-away`)
  await panel.getByRole('button', { name: 'Back up now' }).click()
  await expect(panel.getByRole('alert')).toContainText(
    'it does not exist. The library and the earlier backups are unchanged. Plug in the drive again',
  )
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`backups-${theme}.png`) })
    expect(await violations(page, '[role="dialog"]')).toEqual([])
  }
  await rename(`${stick}-away`, stick)
  await panel.getByRole('button', { name: 'Back up now' }).click()
  await expect(last).toContainText('Backup 2')
  await expect(panel.getByRole('alert')).toHaveCount(0)

  // Beside the running app the command line asks it.
  expect(await newsroom.json<{ number: number }>(['backup', '--to', stick])).toMatchObject({ number: 3 })
  const again = join(newsroom.scratch, 'again')
  expect((await newsroom.stet(['backup', 'restore', stick, '--to', again])).code).toBe(0)
  expect((await newsroom.stet(['doctor'], 'Reporter', { STET_LIBRARY: again })).stdout).toContain(
    'Every file is in order.',
  )
  const [story] = await newsroom.json<readonly { id: string }[]>(['list'])
  const shown = await newsroom.stet(['show', story?.id ?? ''], 'Reporter', { STET_LIBRARY: again })
  expect(shown.stdout).toContain('And back.')
})
