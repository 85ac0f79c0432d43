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
  await seat.command('Roster')
  await seat.fill(page.getByLabel('The other person’s device card'), `Hello Ana,\n${card}\nKim`)
  await page.getByRole('button', { name: 'Read card' }).press('Enter')
  const codeField = page.getByLabel('Short code of Kim Min')
  await expect(codeField).toBeFocused()
  await expect(page.getByText('This is the card of Kim Min. The library does not know this key yet.')).toBeVisible()
  // Whoever has the card has not the code: it comes by phone.
  await expect(page.getByText(code)).toBeHidden()
  await expect(page.getByText('Role of Kim Min here:')).toBeHidden()
  await page.keyboard.type('0000-0000-0000')
  await seat.press('Enter')
  await expect(page.getByText('That is not the short code of this card.', { exact: false })).toBeVisible()
  await seat.fill(codeField, code)
  expect(await violations(page)).toEqual([])
  await seat.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'trusts the key of Kim Min' })).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'People on the roster' }).getByText('Kim Min', { exact: true }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Show my device card' }).press('Enter')
  const own = page.getByLabel('My device card', { exact: true })
  await expect(own).toBeFocused()
  expect(await own.inputValue()).toMatch(/^-----BEGIN STET DEVICE CARD-----/)
  await expect(page.getByRole('img', { name: 'Card as a QR code' })).toBeVisible()

  await page.getByRole('button', { name: 'Show trusted keys' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Trusted keys' })).toContainText(`Kim Min ${code}`)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Stop trusting the key of Kim Min…' }).press('Enter')
  const asks = page.getByRole('group', { name: /That is final/ })
  await expect(asks.getByRole('button', { name: 'Keep' })).toBeFocused()
  await asks.getByRole('button', { name: 'Stop trusting' }).press('Enter')
  await expect(page.getByText('This library trusts no keys on other computers.')).toBeVisible()

  // The same card is never trusted again, in the window and by command.
  await seat.fill(page.getByLabel('The other person’s device card'), card)
  await page.getByRole('button', { name: 'Read card' }).press('Enter')
  await expect(page.getByText('and that is final', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Trust the key of Kim Min', exact: true })).toBeHidden()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Another card' }).press('Enter')

  const path = join(newsroom.scratch, 'kim.txt')
  await writeFile(path, card)
  const ended = await newsroom.stet(['roster', 'trust', path, '--code', code], 'Ana')
  expect(ended).toMatchObject({ code: 3, stdout: '' })
  expect(ended.stderr).toContain('An editor stopped trusting the key on this card, and that is final')
})

test('an editor trusts, sees and ends the trust in a key by command line, and gives no role by chance', async ({
  newsroom,
}) => {
  // Where there are PINs, Stet refuses a clock that was set.
  const train = { STET_LIBRARY: join(newsroom.scratch, 'train'), STET_NOW: '' }
  await newsroom.stet(['roster', 'add', 'Kim Min'], 'Kim Min', train)
  const own = await newsroom.stet(['roster', 'key', '--json'], 'Kim Min', train)
  const { card = '', code = '' } = JSON.parse(own.stdout) as Record<string, string>
  await newsroom.json(['roster', 'add', 'Ana', '--role', 'editor'])
  await newsroom.stet(['roster', 'add', 'Kim Min', '--role', 'checker'], 'Ana')
  const path = join(newsroom.scratch, 'kim.txt')
  await writeFile(path, card)
  expect(await newsroom.stet(['roster', 'trust', path], 'Ana')).toMatchObject({
    code: 3,
    stdout:
      'This is the card of Kim Min. The library does not know this key yet.\nRole there, as ' +
      'stated on the card: editor\n' +
      'Role here: checker. Once trusted, what this key signs counts as signed by Kim Min in this role.\n',
    stderr: `stet: Nothing was changed. Call Kim Min and ask for the short code, then run: stet roster trust ${path} --code CODE. Do not take the code from the message that the card came in.\n`,
  })
  const trusted = await newsroom.stet(['roster', 'trust', path, '--code', code, '--role', 'none'], 'Ana')
  expect(trusted).toMatchObject({
    code: 0,
    stdout: 'This library now trusts the key of Kim Min on another computer.\n',
  })
  const { stdout: roster } = await newsroom.stet(['roster', 'list', '--json'], 'Ana')
  expect(JSON.parse(roster)).toContainEqual({ name: 'Kim Min' })
  expect((await newsroom.stet(['roster', 'devices'], 'Ana')).stdout).toBe(`${code}  Kim Min\n`)
  expect(await newsroom.stet(['roster', 'distrust', code], 'Ana')).toMatchObject({
    code: 0,
    stdout: `This library no longer trusts the key ${code} of Kim Min. What it signed before stays signed.\n`,
  })

  // Trusted no longer: Kim sets a PIN, later makes a new key under it, and sends a card each time.
  const refused = await newsroom.stet(['roster', 'trust', path, '--code', code], 'Ana')
  expect(refused).toMatchObject({ code: 3, stdout: '' })
  await newsroom.stet(['roster', 'pin'], 'Kim Min', { ...train, STET_NEW_PIN: '0815' })
  const renewed = await newsroom.stet(['roster', 'pin', '--new-key'], 'Kim Min', {
    ...train,
    STET_PIN: '0815',
    STET_NEW_PIN: '4711',
  })
  expect(renewed.code).toBe(0)
  expect(renewed.stdout).toMatch(
    /^Kim Min now has a new key\. .*\n\nYour recovery words are new, too, and shown only now\./,
  )
  const fresh = await newsroom.stet(['roster', 'key', '--json'], 'Kim Min', { ...train, STET_PIN: '4711' })
  const next = JSON.parse(fresh.stdout) as Record<string, string>
  await writeFile(path, next['card'] ?? '')
  const again = await newsroom.stet(['roster', 'trust', path, '--code', next['code'] ?? ''], 'Ana')
  expect(again).toMatchObject({ code: 0, stdout: 'This library now trusts the key of Kim Min on another computer.\n' })
  // The first PIN here ends that trust, and says so.
  const first = await newsroom.stet(['roster', 'pin'], 'Ana', { STET_NEW_PIN: '1234', STET_NOW: '' })
  expect(first.stderr).toContain('keys on other computers are no longer trusted')
  expect(first.stderr).toContain('Kim Min')
  expect((await newsroom.stet(['roster', 'trust', path], 'Ana', { STET_PIN: '1234', STET_NOW: '' })).stdout).toContain(
    'The library trusted this key until an editor here set the first PIN.',
  )
})
