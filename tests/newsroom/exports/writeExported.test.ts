import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeExported } from '../../../src/newsroom/exports/file/writeExport'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const WORDS = { bytes: bytesOf('![](a-1.png)'), beside: [{ fileName: 'a-1.png', bytes: bytesOf('picture') }] }

test('files beside an export are written with it, and stay if they are there already', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-beside-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const told: string[] = []
  const note = async (why: string): Promise<void> => void told.push(why)
  for (const name of ['a.md', 'b.md']) await writeExported(join(folder, name), WORDS, note)
  expect([(await readdir(folder)).sort(), await readFile(join(folder, 'a-1.png'), 'utf8'), told]).toEqual([
    ['a-1.png', 'a.md', 'b.md'],
    'picture',
    [],
  ])
})

test('a file of that name with other bytes is not replaced; nothing is written, and the log hears why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-beside-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const own = join(folder, 'a-1.png')
  await writeFile(own, 'somebody’s own picture')
  const told: string[] = []
  const path = join(folder, 'a.md')
  const why = `another picture has the name ${own}; move it, or choose another folder`
  await expect(writeExported(path, WORDS, async (reason) => void told.push(reason))).rejects.toMatchObject({
    reason: 'failed',
    message:
      `${path} could not be written: ${why}. What was there before is unchanged, and the story is safe. ` +
      'Choose another place.',
  })
  expect([await readdir(folder), await readFile(own, 'utf8'), told]).toEqual([
    ['a-1.png'],
    'somebody’s own picture',
    [why],
  ])
})

test('what is there and cannot be read is not replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-beside-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'a-1.png'))
  const told: string[] = []
  await expect(writeExported(join(folder, 'a.md'), WORDS, async (why) => void told.push(why))).rejects.toMatchObject({
    reason: 'failed',
  })
  expect([await readdir(folder), told]).toEqual([
    ['a-1.png'],
    [`another picture has the name ${join(folder, 'a-1.png')}; move it, or choose another folder`],
  ])
})
