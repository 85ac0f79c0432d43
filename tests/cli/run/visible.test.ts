/** What is printed cannot steer the terminal. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonText, visible } from '../../../src/cli/run/visible'
import { commandLine } from './terminal'

test('control characters show as signs; tabs and line ends stay', () => {
  expect(visible('a\tb\nc\r\nd 한 ‘e’')).toBe('a\tb\nc\nd 한 ‘e’')
  expect(visible('\u001b[31m\u0007\u0000\r\u007f\u009b')).toBe('␛[31m␇␀␍␡\uFFFD')
})

test('JSON keeps them, escaped', () => {
  const value = { name: 'P\u001b[31m\u007f\u009b\n' }
  expect(jsonText(value)).toBe('{\n  "name": "P\\u001b[31m\\u007f\\u009b\\n"\n}')
  expect(JSON.parse(jsonText(value))).toEqual(value)
})

test('the name of a source or a file cannot colour the terminal', async () => {
  const { folder, stet } = await commandLine()
  await stet('roster', 'add', 'Reporter')
  await stet('source', 'add', '--name', 'Pool\u001b[31m', '--kind', 'pool')
  expect((await stet('source', 'list')).out).toContain('Pool␛[31m')
  expect((await stet('source', 'list', '--json')).json()).toMatchObject([{ name: 'Pool\u001b[31m' }])
  await writeFile(join(folder, 'empty\u001b[31m.txt'), '')
  expect((await stet('import', 'empty\u001b[31m.txt')).err).toContain('stet: empty␛[31m.txt was not imported')
})
