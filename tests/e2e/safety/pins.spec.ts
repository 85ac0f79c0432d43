/**
 * Two people at one library, one of them with a PIN: by keyboard in the window, at the command line beside it, and at
 * the next start.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openLibrary } from '../../../src/storage/openLibrary'
import { hashOldPin } from '../../newsroom/library/roster/oldPin'
import { expect, test } from '../fixtures'
import { Seat } from '../pages/seat'
import { personButton } from '../pages/stetWindow'

/** A library with PINs refuses a set clock. */
const REAL_CLOCK = { STET_NOW: '' }
const footOf = (page: Page, name: string) => personButton(page, name)
const alert = (name: string) => ['alert', '--headline', `Harbour closed, says ${name}`, '--slug', 'harbour']

test('nobody can act as a person with a PIN: in the window, over the bridge, over the socket, at the next start', async ({
  newsroom,
}) => {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, '# Ferry sails\n\nIt carried 300 people.\n')
  await newsroom.json(['import', path])
  await newsroom.json(['roster', 'add', 'Ana', '--role', 'editor'])
  const beside = (args: readonly string[], user: string, env: Readonly<Record<string, string>> = {}) =>
    newsroom.stet(args, user, { ...REAL_CLOCK, ...env })
  const first = await newsroom.launch({ user: 'Reporter', env: REAL_CLOCK })
  const { stet, page } = first
  const seat = new Seat(stet, 'Reporter')
  const type = async (label: string, text: string): Promise<void> =>
    seat.fill(page.getByLabel(label, { exact: true }), text)

  // Without a PIN it takes one key.
  await seat.command('You and your PIN')
  await page.getByRole('radio', { name: /^Ana/ }).press('Space')
  await expect(footOf(page, 'Ana')).toHaveCount(1)
  await type('New PIN', '4711')
  await type('Repeat the PIN', '4711')
  await seat.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'No one can act under your name' })).toBeVisible()

  // Her recovery words are shown to her alone, until she has written them down.
  const recoveryWords = page.getByRole('alert').filter({ hasText: 'Your recovery words' })
  await expect(recoveryWords).toBeVisible()

  // Switching back needs the PIN, and a wrong one causes a delay.
  await page.getByRole('radio', { name: /^Reporter/ }).press('Space')
  await expect(footOf(page, 'Reporter')).toHaveCount(1)
  await page.getByRole('radio', { name: /^Ana/ }).press('Space')
  await expect(page.getByLabel('PIN of Ana', { exact: true })).toBeFocused()
  await page.keyboard.type('0000')
  await seat.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'That is not the PIN of Ana' })).toBeVisible()
  await expect(footOf(page, 'Reporter')).toHaveCount(1)
  await expect(recoveryWords).toHaveCount(0)
  const bridge = (name: string, request: unknown) =>
    page.evaluate(
      async ([call, asked]) => {
        const outcome = await (
          window as unknown as {
            stet: { call: (name: unknown, request: unknown) => Promise<{ ok: boolean; reason?: string }> }
          }
        ).stet.call(call, asked)
        return outcome.ok ? 'done' : outcome.reason
      },
      [name, request] as const,
    )
  expect([
    await bridge('becomePerson', { name: 'Ana' }),
    await bridge('becomePerson', { name: 'Ana', pin: '1234' }),
    await bridge('act', { action: 'pin.reset', request: { person: 'Ana' } }),
  ]).toEqual(['refused', 'refused', 'refused'])
  await expect(async () => {
    // The form is gone once the PIN was right, also if the window took longer to show the new name.
    if (await page.getByLabel('PIN of Ana', { exact: true }).isVisible()) {
      await type('PIN of Ana', '4711')
      await seat.press('Enter')
    }
    await expect(footOf(page, 'Ana')).toHaveCount(1, { timeout: 1500 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('button', { name: 'I have written them down' }).press('Enter')
  await expect(recoveryWords).toHaveCount(0)
  await seat.press('Escape')
  await expect(stet.story).toBeVisible()

  // The command line asks the same app, over its socket.
  const codes = [
    await beside(alert('Ana'), 'Ana'),
    await beside(alert('Ana'), 'Ana', { STET_PIN: '4711' }),
    await beside(alert('Reporter'), 'Reporter'),
  ].map(({ code }) => code)
  expect(codes).toEqual([3, 0, 0])

  // The PIN changes elsewhere: this window asks for the new one, and saves what was typed meanwhile.
  expect((await beside(['roster', 'pin'], 'Ana', { STET_PIN: '4711', STET_NEW_PIN: 'press24' })).code).toBe(0)
  const who = seat.dialog('Who are you?')
  await expect(who.getByLabel('PIN', { exact: true })).toBeFocused()
  expect(await bridge('act', { action: 'story.create', request: {} })).toBe('refused')
  await page.keyboard.type('press24')
  await seat.press('Enter')
  await expect(who).toHaveCount(0)
  await stet.caretAtEnd()
  await page.keyboard.type(' All were safe.')
  await stet.settled()
  await first.app.close()

  // A person named at the start acts only once the PIN is given.
  const second = await newsroom.launch({ user: 'Ana', env: REAL_CLOCK })
  const again = new Seat(second.stet, 'Ana')
  const asked = again.dialog('Who are you?')
  await expect(asked.getByLabel('PIN', { exact: true })).toBeFocused()
  await expect(asked.getByLabel('Your name')).toHaveValue('Ana')
  await again.press('Escape')
  await expect(asked).toBeVisible()
  await expect(footOf(second.page, 'Ana')).toHaveCount(0)
  await second.page.keyboard.type('press24')
  await again.press('Enter')
  await expect(asked).toHaveCount(0)
  await expect(footOf(second.page, 'Ana')).toHaveCount(1)
  await expect(second.stet.part('body')).toHaveText('It carried 300 people. All were safe.')

  // Another editor joins by a one-time code of the first.
  await beside(['roster', 'add', 'Ben', '--role', 'editor'], 'Ana', { STET_PIN: 'press24' })
  const invited = await beside(['roster', 'invite', 'Ben', '--json'], 'Ana', { STET_PIN: 'press24' })
  const { code } = JSON.parse(invited.stdout) as { readonly code: string }
  expect((await beside(['roster', 'pin', '--code', code], 'Ben', { STET_NEW_PIN: '0815' })).code).toBe(0)

  // A forgotten PIN: the other editor resets it. Until there is another one, its owner writes only.
  expect(await beside(['roster', 'reset-pin', 'Ana'], 'Reporter')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/editor/i),
  })
  expect((await beside(['roster', 'reset-pin', 'Ana'], 'Ben', { STET_PIN: '0815' })).code).toBe(0)
  expect((await beside(alert('Ana'), 'Ana')).code).toBe(0)
  const [story] = await newsroom.json<{ id: string; headline: string }[]>(['list'])
  expect(await beside(['move', story?.id ?? '', 'spiked', '--reason', 'old'], 'Ana')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/PIN/),
  })
})

test('the first PIN of an editor says before and after whose PINs from before keys end', async ({ newsroom }) => {
  const store = await openLibrary({
    folder: newsroom.library,
    create: true,
    now: () => '2026-10-30T09:00:00.000Z',
    newId: (kind) => kind,
  })
  await store.writeRoster(
    [{ name: 'Ana', role: 'editor' }, { name: 'Ben' }],
    [hashOldPin('Ana', '4711'), hashOldPin('Ben', '0815')],
  )
  await store.close()
  const { page, stet } = await newsroom.launch({ user: 'Ana', env: REAL_CLOCK })
  const seat = new Seat(stet, 'Ana')
  const who = seat.dialog('Who are you?')
  await expect(who.getByText('so the PINs of Ben end now.')).toBeVisible()
  await expect(who.getByLabel('PIN', { exact: true })).toBeFocused()
  await page.keyboard.type('4711')
  await seat.press('Enter')
  await expect(who).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'the earlier PINs of these people ended: Ben.',
  )
})
