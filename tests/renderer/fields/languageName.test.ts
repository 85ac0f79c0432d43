import { expect, test } from 'vitest'
import { languageName } from '../../../src/renderer/fields/languageName'

test.each([
  ['en', 'English'],
  ['ko', 'Korean'],
  ['und', 'unknown language'],
  ['', ''],
  ['no tag at all', ''],
])('the language %o is called %o', (tag, name) => {
  expect(languageName(tag)).toBe(name)
})
