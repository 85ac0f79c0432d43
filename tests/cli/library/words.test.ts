import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('an empty list is not said to be all words of the desk', async () => {
  const { stet } = await commandLine()
  await stet('roster', 'add', 'Reporter')
  expect(await stet('words', 'list')).toMatchObject({ code: 0, out: 'The desk has no words of its own.', err: '' })
  await stet('words', 'add', 'second to *', '--list', 'superlative', '--source', 'Style book')
  expect(await stet('words', 'list', '--list', 'filler')).toMatchObject({
    code: 0,
    out: 'No words are on this list.',
    err: '',
  })
  expect((await stet('words', 'list', '--list', 'superlative')).out).toMatch(/second to \* {2}Style book/)
})
