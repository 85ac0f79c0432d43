/** The keys of other computers in the roster: where the keyboard is after each act. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
import type { CardReading } from '../../../src/story/requests/library/peopleRequests'
import { axeFaults, click, did, fakeWindow, find, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const KIM = { key: 'k1', person: 'Kim Min', code: 'AAAA-BBBB-CCCC', weak: false, seals: false, at: '2026-10-30' }

async function roster(standing?: CardReading['standing']): Promise<void> {
  let trusted = [KIM]
  const fake = fakeWindow({
    answers: {
      'device.card': () => did({ card: 'CARD', code: 'DDDD', grade: 'plain' } as never),
      'device.read': () =>
        standing ? did({ person: 'Kim Min', standing, weak: false }) : refused('This text contains no device card.'),
      'device.trust': () => did({ roster: [], person: 'Kim Min', weak: false }),
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

/** Two frames later: the last change is drawn, and the keyboard has moved. */
const drawn = (): Promise<void> =>
  act(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
const readCard = async (standing: CardReading['standing']): Promise<void> => {
  await roster(standing)
  await type(find('textarea', 'The other person’s device card'), 'CARD')
  await click(find('button', 'Read card'))
}
const status = (): Element | null => document.querySelector('.form-group [role=status]')

it('goes on at the field once a key is trusted, and says so where the status was before', async () => {
  await readCard('new')
  const before = status()
  const asked = at() === find('input', 'Short code of Kim Min')
  await type(find('input', 'Short code of Kim Min'), 'AAAA')
  await click(find('button', 'Trust the key of Kim Min'))
  await drawn()
  expect([asked, at() === find('textarea', 'The other person’s device card'), before === status()]).toEqual([
    true,
    true,
    true,
  ])
  expect(status()?.textContent).toBe('This library now trusts the key of Kim Min on another computer.')
})

it('goes to the one button of a card that cannot be trusted, and from it to the field for another card', async () => {
  await readCard('ended')
  const first = at()?.textContent
  await click(find('button', 'Another card'))
  await drawn()
  expect([first, at() === find('textarea', 'The other person’s device card')]).toEqual(['Another card', true])
})
