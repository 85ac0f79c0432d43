import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BUSAN } from '../../newsroom/newsDesk'
import { commandLine } from '../run/terminal'

async function deskWithWire() {
  const line = await commandLine()
  const out = join(line.folder, 'out')
  await mkdir(out)
  await writeFile(join(line.folder, 'busan.txt'), BUSAN)
  await line.stet('import', 'busan.txt')
  const added = await line.stet(
    'profiles',
    'add',
    'Wire copy',
    '--format',
    'text',
    '--line-length',
    '60',
    '--draft',
    '--folder',
    'out',
    '--file-name',
    '{date} {headline}',
  )
  const exports = async () =>
    ((await line.stet('history', 'story-1', '--json')).json() as { entries: { kind: string }[] }).entries.filter(
      ({ kind }) => kind === 'exported',
    ).length
  return { ...line, out, added, exports }
}

const NAME = '2026-10-30 trump-and-xi-hold-first-talks-in-six-years-DRAFT.txt'

describe('profiles on the command line', () => {
  test('a profile is added, listed, used, renamed and removed', async () => {
    const { stet, out, added } = await deskWithWire()
    expect({ code: added.code, out: added.out }).toEqual({
      code: 0,
      out: `Saved: Wire copy: text, 60 characters per line, draft → ${out}, file name: {date} {headline}`,
    })
    expect((await stet('profiles', '--json')).json()).toEqual([
      {
        name: 'Wire copy',
        format: 'text',
        choices: { lineLength: 60 },
        draft: true,
        folder: out,
        pattern: '{date} {headline}',
      },
    ])
    expect((await stet('export', 'story-1', '--profile', 'wire COPY')).out).toContain(`Wrote ${join(out, NAME)}`)
    expect((await readFile(join(out, NAME), 'utf8')).split('\n').every((line) => line.length <= 60)).toBe(true)
    expect((await stet('profiles', 'rename', 'Wire copy', 'Agency')).code).toBe(0)
    expect((await stet('profiles', 'remove', 'Agency')).out).toBe(
      'The profile “Agency” was deleted. What was exported with it stays.',
    )
    expect((await stet('profiles')).out).toBe('No profile has been saved yet.')
    expect(await readdir(out)).toEqual([NAME])
  })

  test('options of the command replace those of the profile', async () => {
    const { stet, folder } = await deskWithWire()
    expect(
      (await stet('export', 'story-1', '--profile', 'Wire copy', '--line-length', '40', '--out', 'own.txt')).code,
    ).toBe(0)
    expect((await readFile(join(folder, 'own.txt'), 'utf8')).split('\n').every((line) => line.length <= 40)).toBe(true)
    expect(await stet('export', 'story-1', '--profile', 'Wire copy', '--format', 'html')).toMatchObject({
      code: 1,
      err: 'stet: The profile “Wire copy” exports text. Leave out --format, or the profile.',
    })
  })

  test('a malformed profile is refused with the reason', async () => {
    const { stet } = await deskWithWire()
    const add = (...argv: readonly string[]) => stet('profiles', 'add', 'Other', ...argv)
    expect(await add('--format', 'text', '--folder', 'out', '--file-name', '../{slug}')).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        '“../{slug}” leads to another folder. A file name cannot contain “/”, “\\” or “..”. Choose the folder separately.',
      ) as string,
    })
    expect(await add('--format', 'word', '--folder', 'out')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no format “word”.') as unknown,
    })
    expect(await add('--format', 'text', '--folder', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nowhere does not exist. The profile “Other” was not saved.') as unknown,
    })
    expect(await stet('profiles', 'add', 'Wire copy', '--format', 'text', '--folder', 'out')).toMatchObject({
      code: 1,
      err: 'stet: There is already a profile “Wire copy”. To replace it, add: --force',
    })
    expect(await stet('export', 'story-1', '--profile', 'Print')).toMatchObject({
      code: 1,
      err: 'stet: There is no profile “Print” in this library. Choose one of: Wire copy.',
    })
  })

  test('an export that may not be written leaves no line in the log', async () => {
    const { stet, out, exports } = await deskWithWire()
    await stet('export', 'story-1', '--profile', 'Wire copy')
    const there = await readFile(join(out, NAME), 'utf8')
    expect(await stet('export', 'story-1', '--profile', 'Wire copy')).toMatchObject({
      code: 2,
      err: `stet: ${join(out, NAME)} already exists and was not changed. Nothing was exported. To replace it, add: --force`,
    })
    expect(await stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'out')).toMatchObject({ code: 0 })
    expect(await stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'out')).toMatchObject({
      code: 2,
      err: expect.stringContaining('already exists and was not changed.') as string,
    })
    const entries = (
      (await stet('history', 'story-1', '--json')).json() as { entries: { kind: string; seq: number }[] }
    ).entries.filter(({ kind }) => kind === 'exported')
    expect(await stet('export', 'story-1', '--again', String(entries[0]?.seq), '--out', 'out')).toMatchObject({
      code: 2,
      err: expect.stringContaining('already exists and was not changed') as string,
    })
    await rm(out, { recursive: true })
    expect(await stet('export', 'story-1', '--profile', 'Wire copy')).toMatchObject({
      code: 2,
      err: `stet: The folder ${out} does not exist. Nothing was exported. Plug in the drive, or give --out.`,
    })
    expect(await exports()).toBe(2)
    expect(there).toContain('Trump')
  })
})
