/** Who counts as editor where nobody is named one. */
import { expect, test } from 'vitest'
import { hasActingEditor, roleOf, type Person } from '../../../src/story/desk/roster'

test('the first person is the editor of a library without PINs, and nobody is by default once there are PINs', () => {
  const ana: Person = { name: 'Ana' }
  const ben: Person = { name: 'Ben' }
  expect([roleOf('Ana', [ana, ben]), roleOf('Ben', [ana, ben])]).toEqual(['editor', 'reporter'])
  const withPin: Person = { ...ana, role: 'reporter', pin: true }
  expect([roleOf('Ana', [withPin, ben]), hasActingEditor([withPin, ben])]).toEqual(['reporter', false])
  expect(hasActingEditor([{ ...withPin, role: 'editor' }, ben])).toBe(true)
  expect(
    hasActingEditor([
      { ...withPin, role: 'editor', left: true },
      { ...ben, role: 'editor' },
    ]),
  ).toBe(false)
})
