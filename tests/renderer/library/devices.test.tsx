/** The keys of other computers in the roster: where the keyboard is after each act. */
import { afterEach, expect, it } from 'vitest'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
import { axeFaults, click, did, fakeWindow, find, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const KIM = { key: 'k1', person: 'Kim Min', code: 'AAAA-BBBB-CCCC', weak: false, seals: false, at: '2026-10-30' }

async function roster(): Promise<void> {
  let trusted = [KIM]
  const fake = fakeWindow({
    answers: {
      'device.card': () => did({ card: 'CARD', code: 'DDDD', grade: 'plain' } as never),
      'device.read': () => refused('This text contains no device card.'),
      'device.list': () => did(trusted as never),
      'device.end': () => {
        trusted = []
        return did({} as never)
      },
    },
  })
  fake.services.panels.open({ kind: 'settings', section: 'roster' })
  page = await put(fake.services, <SettingsPage />)
}
const at = (): Element | null => document.activeElement

it('keeps the keyboard where the card was when it is hidden', async () => {
  await roster()
  await click(find('button', 'Show my device card'))
  const shown = at()?.tagName
  await click(find('button', 'Hide the card'))
  expect([shown, at()?.textContent]).toEqual(['TEXTAREA', 'Show my device card'])
})

it('goes to the field of a card that cannot be read, and says why', async () => {
  await roster()
  await type(find('textarea', 'The other person’s device card'), 'nonsense')
  await click(find('button', 'Read card'))
  expect([
    at() === find('textarea', 'The other person’s device card'),
    document.querySelector('[role=alert]')?.textContent,
    await axeFaults(),
  ]).toEqual([true, 'This text contains no device card.', []])
})

it('goes to the trusted keys, also when one is no longer trusted', async () => {
  await roster()
  await click(find('button', 'Show trusted keys'))
  const listed = at()?.textContent?.slice(0, 22)
  await click(find('button', 'Stop trusting the key of Kim Min…'))
  await click(find('button', 'Stop trusting'))
  expect([listed, at()?.textContent]).toEqual([
    'Kim Min AAAA-BBBB-CCCC',
    'This library trusts no keys on other computers.',
  ])
})
