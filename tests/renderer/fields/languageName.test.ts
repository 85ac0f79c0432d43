import { expect, test } from 'vitest'
import { inLanguage } from '../../../src/catalogue/area'
import { learn } from '../../../src/catalogue/language'
import { languageName } from '../../../src/renderer/fields/languageName'

test.each([
  ['en', 'English'],
  ['ko', 'Korean'],
  ['pt-BR', 'Brazilian Portuguese'],
  ['und', 'unknown language'],
  ['', ''],
  ['no tag at all', ''],
])('the language %o is called %o', (tag, name) => {
  expect(languageName(tag)).toBe(name)
})

test.each(['en', 'ko'])('the names that are written in the catalogue are those of Unicode, in %s', async (reader) => {
  await learn('ko')
  const unicode = new Intl.DisplayNames([reader], { type: 'language' })
  const tags = ['de', 'en', 'en-GB', 'en-US', 'es', 'fr', 'ko']
  expect(tags.map((tag) => inLanguage(reader, () => languageName(tag)))).toEqual(tags.map((tag) => unicode.of(tag)))
})
