import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quoted } from '../../../src/cli/run/quoted'
import { commandLine } from './terminal'

it.each([
  ['100', '“100”'],
  ['“a shame”', '“a shame”'],
  ['“a shame,”', '“a shame,”'],
  ['„eine Schande“', '„eine Schande“'],
  ['“a shame', '“a shame”'],
  ['said “no” twice', '“said “no” twice”'],
])('%s is told as %s', (words, told) => {
  expect(quoted(words)).toBe(told)
})

it('stet show gives a quote its own quotation marks only', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.md'), '# Talks end\n\nHe called it a “very successful meeting” in Busan.\n')
  await cli.stet('import', 'a.md')
  await cli.stet('tag', 'story-1', '--text', '“very successful meeting”', '--type', 'quote')
  const { out } = await cli.stet('show', 'story-1')
  expect(out).toContain('  quote  “very successful meeting”  ')
})
