/** A reporter on another computer sends a device card; an editor trusts its key: in the window, and by command. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { violations } from '../axe'
import { Seat } from '../pages/seat'

test('an editor trusts the key of a person on another computer, by its short code', async ({ newsroom }) => {
  const train = { STET_LIBRARY: join(newsroom.scratch, 'train') }
  const other = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await newsroom.stet([...args, '--json'], 'Kim Min', train)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout) as Record<string, string>
  }
  await other('roster', 'add', 'Kim Min')
  const { card = '', code = '' } = await other('roster', 'key')
  expect((await newsroom.stet(['roster', 'key', '--qr'], 'Kim Min', train)).stdout).toMatch(/█/)

  await newsroom.json(['roster', 'add', 'Ana', '--role', 'editor'])
  const { stet, page } = await newsroom.launch({ user: 'Ana' })
  const seat = new Seat(stet, 'Ana')
  await seat.command('Roster and desk')
  await seat.fill(page.getByLabel('Device card of the other person'), `Hello Ana,\n${card}\nKim`)
  await page.getByRole('button', { name: 'Read the card' }).press('Enter')
  const codeField = page.getByLabel('Short code of Kim Min')
  await expect(codeField).toBeFocused()
  await expect(page.getByText('The card is of Kim Min. This library does not know its key.')).toBeVisible()
  await page.keyboard.type('0000-0000-0000')
  await seat.press('Enter')
  await expect(page.getByText('That is not the short code of this card.', { exact: false })).toBeVisible()
  await seat.fill(codeField, code)
  expect(await violations(page)).toEqual([])
  await seat.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'trusts the key of Kim Min' })).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Kim Min/ })).toBeVisible()

  await page.getByRole('button', { name: 'Show my device card' }).press('Enter')
  const own = page.getByLabel('My device card', { exact: true })
  await expect(own).toBeFocused()
  expect(await own.inputValue()).toMatch(/^-----BEGIN STET DEVICE CARD-----/)
  await expect(page.getByRole('img', { name: 'The card as a QR code' })).toBeVisible()

  await page.getByRole('button', { name: 'Show the trusted keys' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Trusted keys' })).toContainText(`Kim Min ${code}`)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Trust the key of Kim Min no longer' }).press('Enter')
  await expect(page.getByText('This library trusts no key on another computer.')).toBeVisible()

  // The same by command line, beside the app.
  const path = join(newsroom.scratch, 'kim.txt')
  await writeFile(path, card)
  const shown = await newsroom.stet(['roster', 'trust', path], 'Ana')
  expect(shown).toMatchObject({
    code: 3,
    stdout: `The card is of Kim Min. An editor here trusts its key no longer.\nRole there, as the card says: editor\nShort code: ${code}\n`,
  })
  const trusted = await newsroom.stet(['roster', 'trust', path, '--code', code, '--role', 'reporter'], 'Ana')
  expect(trusted).toMatchObject({ code: 0, stdout: 'This library trusts the key of Kim Min on another computer.\n' })
  expect((await newsroom.stet(['roster', 'devices'], 'Ana')).stdout).toBe(`${code}  Kim Min\n`)
  const ended = await newsroom.stet(['roster', 'distrust', code], 'Ana')
  expect(ended).toMatchObject({
    code: 0,
    stdout: `This library trusts the key ${code} of Kim Min no longer. What it signed before stays signed.\n`,
  })
})
