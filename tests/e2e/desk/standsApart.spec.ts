/** Bad news from a computer that nobody here trusts waits in the History tab; an editor takes it over by keys. */
import { violations } from '../axe'
import { expect, test } from '../fixtures'
import { bundle, figure, machineOf, storyOf } from './machines'

test('an editor takes bad news over from a computer that is not trusted, by keys', async ({ newsroom }) => {
  const [ana, kim] = [await machineOf(newsroom, 'Ana'), await machineOf(newsroom, 'Kim Min')]
  const id = await storyOf(newsroom, ana, ['Talks in Busan end', 'The talks lasted about 100 minutes, officials said.'])
  const fact = await figure(ana, id, 'about 100 minutes')
  await kim.run('merge', await bundle(newsroom, ana, id, 'there'), '--yes')
  await kim.run('fact', id, fact, '--status', 'wrong', '--reason', 'The minutes of the meeting say 90.')
  await kim.run('set', id, 'slug', 'busan-talks')
  await ana.run('merge', await bundle(newsroom, kim, id, 'back'), '--yes')
  const status = async () =>
    (await ana.json<{ readonly facts: readonly { readonly status: string }[] }>('show', id)).facts[0]?.status
  expect(await status()).toBe('toCheck')

  const { app, page } = await newsroom.launch({ user: 'Ana', library: ana.library })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.getByRole('tab', { name: 'History' }).press('Enter')
  const apart = page.getByRole('region', { name: 'Entries from other computers' })
  const items = apart.getByRole('list', { name: 'Waiting for an editor' }).getByRole('listitem')
  await expect(items).toHaveCount(2)
  const wrong = items.filter({ hasText: 'about 100 minutes' })
  await expect(wrong).toContainText('Kim Min signed Wrong')
  await expect(wrong).toContainText('The minutes of the meeting say 90.')
  expect(await violations(page)).toEqual([])
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: test.info().outputPath(`apart-${colorScheme}.png`) })
  }
  await items.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(wrong).toBeFocused()
  await page.keyboard.press('t')
  await expect(items).toHaveCount(1)
  await expect(wrong).toHaveCount(0)
  await expect(items.first()).toBeFocused()
  expect(await status()).toBe('wrong')

  // The rest is dropped, and the list is gone.
  await page.keyboard.press('d')
  await expect(apart).toHaveCount(0)
  const history = await ana.run('history', id)
  expect(history).toContain(
    'who signed as Kim Min with a key that is not trusted here: The minutes of the meeting say 90.',
  )
})
