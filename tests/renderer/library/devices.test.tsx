/** The keys of other computers in the roster: where the keyboard is after each act. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
import type { CardReading } from '../../../src/story/requests/library/peopleRequests'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const KIM = { key: 'k1', person: 'Kim Min', code: 'AAAA-BBBB-CCCC', weak: false, seals: false, at: '2026-10-30' }

async function roster(more: Parameters<typeof fakeWindow>[0] = {}): Promise<void> {
  let trusted = [KIM]
  const fake = fakeWindow({
    answers: {
      'device.card': () => did({ card: 'CARD', code: 'DDDD', grade: 'plain' } as never),
      'device.read': () => refused('This text contains no device card.'),
      'device.list': () => did([...trusted] as never),
      'device.end': () => {
        trusted = []
        return did({} as never)
      },
      ...more.answers,
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

it('goes to the field of a card that cannot be read, which says why as its description only', async () => {
  await roster()
  await type(find('textarea', 'The other person’s device card'), 'nonsense')
  await click(find('button', 'Read card'))
  expect([
    at() === find('textarea', 'The other person’s device card'),
    document.getElementById(at()?.getAttribute('aria-describedby') ?? '')?.textContent,
    document.querySelector('[role=alert]'),
    await axeFaults(),
  ]).toEqual([true, 'This text contains no device card.', null, []])
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

it('leaves the keyboard in the field where somebody types while the trusted keys are read', async () => {
  let answer: ((value: never) => void) | undefined
  await roster({ answers: { 'device.list': () => new Promise<never>((resolve) => (answer = resolve)) } })
  await click(find('button', 'Show trusted keys'))
  await type(find('textarea', 'The other person’s device card'), 'CARD')
  await act(async () => answer?.(did([KIM]) as never))
  expect([all('li', /^Kim Min/).length, at()?.tagName]).toEqual([1, 'TEXTAREA'])
})

it('leaves the keyboard on its button when a key stays trusted', async () => {
  await roster({ answers: { 'device.end': () => refused('The disk is full.') } })
  await click(find('button', 'Show trusted keys'))
  await click(find('button', 'Stop trusting the key of Kim Min…'))
  await click(find('button', 'Stop trusting'))
  expect([at()?.textContent, document.querySelector('[role=alert]')?.textContent]).toEqual([
    'Stop trusting the key of Kim Min…',
    'The disk is full.',
  ])
})

it('says at once that a code is wrong when Enter in its field sent it', async () => {
  await roster({
    answers: {
      'device.read': () => did({ person: 'Kim Min', standing: 'new', weak: false } as never),
      'device.trust': () => refused('The code is wrong.'),
    },
  })
  await type(find('textarea', 'The other person’s device card'), 'CARD')
  await click(find('button', 'Read card'))
  const code = find<HTMLInputElement>('input', /code/i)
  const said = (): string | null | undefined => document.querySelector('[role=alert]')?.textContent
  await type(code, 'AAAA')
  await act(async () => code.form?.requestSubmit())
  const afterEnter = said()
  await type(code, 'BBBB')
  await click(find('button', /^Trust/))
  expect([afterEnter, said(), at() === code]).toEqual(['The code is wrong.', undefined, true])
})

/** Two frames later: the last change is drawn, and the keyboard has moved. */
const drawn = (): Promise<void> =>
  act(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
const readCard = async (standing: CardReading['standing']): Promise<void> => {
  await roster({
    answers: {
      'device.read': () => did({ person: 'Kim Min', standing, weak: false }),
      'device.trust': () => did({ roster: [], person: 'Kim Min', weak: false }),
    },
  })
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
