/** The form of an export profile says what is wrong with a file name when it is sent, not while it is typed. */
import { afterEach, expect, it } from 'vitest'
import { ProfileForm } from '../../../src/renderer/export/profiles/ProfileForm'
import { all, axeFaults, click, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

it('says it once, with the field, and not before it is sent', async () => {
  const fake = fakeWindow()
  page = await put(
    fake.services,
    <ProfileForm
      before={{ name: 'Wire', pattern: 'desk', format: 'text', choices: {}, draft: false } as never}
      setup={{ format: 'text', choices: {}, draft: false } as never}
      onSaved={() => undefined}
      onClose={() => undefined}
    />,
  )
  const field = find('input', 'File name')
  const note = (): string | null | undefined =>
    document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
  const hint = note()
  await type(field, 'desk ')
  const typing = [note() === hint, field.getAttribute('aria-invalid')]
  await click(find('button', 'Save profile'))
  const why =
    'A file name must begin and end with a letter, a digit or a visible symbol, not with a dot, dash or space.'
  expect([typing, note(), document.activeElement === field, all('[role=alert]', /./), await axeFaults()]).toEqual([
    [true, null],
    why,
    true,
    [],
    [],
  ])
  await type(field, 'desk {slug}')
  expect([note() === hint, document.body.textContent?.includes(why), fake.asked]).toEqual([true, false, []])
})
