import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('the ending of the file name says whether a fact sheet is a page, a Word document or a PDF', async () => {
  const cli = await commandLine()
  await cli.stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  const first = async (name: string, ...more: readonly string[]): Promise<string> => {
    const ran = await cli.stet('export', 'story-1', '--format', 'factsheet', '--out', name, ...more)
    expect([ran.code, ran.err]).toEqual([0, ''])
    return (await readFile(`${cli.folder}/${name}`)).subarray(0, 2).toString('latin1')
  }
  expect([
    await first('a.docx'),
    await first('a.DOCX'),
    await first('a.html'),
    await first('a.facts'),
    await first('b.docx', '--format-version', 'html'),
  ]).toEqual(['PK', 'PK', '<!', '<!', '<!'])
})
