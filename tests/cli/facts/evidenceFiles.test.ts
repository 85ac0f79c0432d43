/**
 * Files attached as evidence at the command line: bad files are named, long copies show progress, stopped ones leave
 * nothing.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Surroundings } from '../../../src/cli/run/command'
import { pdfFrom } from '../../builders/files/pdfFrom'
import { pngOf } from '../../builders/files/pictures'
import { commandLine, type CommandLine, type Ran } from '../run/terminal'

interface Attaching extends CommandLine {
  readonly attach: (file: string, by?: Pick<Surroundings, 'progress' | 'stoppable'>) => Promise<Ran>
  /** The evidence of the fact. */
  readonly evidence: () => Promise<readonly { readonly fileName?: string; readonly file?: string }[]>
  /** The names in the library's folder of files. */
  readonly kept: () => Promise<readonly string[]>
}

async function attaching(): Promise<Attaching> {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'Leaders hold talks\n\nThe meeting lasted about 100 minutes.')
  await cli.stet('import', 'a.txt')
  await cli.stet('source', 'add', '--name', 'Pool', '--kind', 'pool')
  await cli.stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  return {
    ...cli,
    attach: (file, by = {}) =>
      cli.stetWatched(by, 'fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', 'p. 1', '--file', file),
    evidence: async () =>
      (
        (await cli.stet('show', 'story-1', '--json')).json() as {
          facts: readonly { evidence: readonly { fileName?: string; file?: string }[] }[]
        }
      ).facts[0]?.evidence ?? [],
    kept: () => readdir(join(cli.library, 'evidence')).catch(() => []),
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('files that are not evidence', () => {
  test.each<readonly [what: string, make: (folder: string) => Promise<string>, says: string]>([
    [
      'a zero-byte file',
      async (folder) => {
        await writeFile(join(folder, 'empty.pdf'), '')
        return 'empty.pdf'
      },
      '“empty.pdf” is empty (0 bytes). Nothing was copied.',
    ],
    [
      'a missing one',
      () => Promise.resolve('missing.pdf'),
      'missing.pdf could not be copied: it does not exist. Nothing in the library changed. Check the file and the free space, then run the command again.',
    ],
    [
      'a folder',
      async (folder) => {
        await mkdir(join(folder, 'folder.pdf'))
        return 'folder.pdf'
      },
      'folder.pdf is not an ordinary file. Nothing was copied.',
    ],
    [
      'a pipe that nobody writes into',
      (folder) => {
        execFileSync('mkfifo', [join(folder, 'pipe.pdf')])
        return Promise.resolve('pipe.pdf')
      },
      'pipe.pdf is not an ordinary file. Nothing was copied.',
    ],
    [
      'a name that climbs out of the folder',
      () => Promise.resolve('../../../no/such/file.pdf'),
      'file.pdf could not be copied: it does not exist. Nothing in the library changed. Check the file and the free space, then run the command again.',
    ],
  ])('%s: exit 2, the file is named, nothing is copied', async (_what, make, says) => {
    const cli = await attaching()
    const { code, err } = await cli.attach(await make(cli.folder))
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) as string })
    expect([await cli.evidence(), await cli.kept()]).toEqual([[], []])
  })

  test('a text named as a picture is refused before anything is copied', async () => {
    const cli = await attaching()
    await writeFile(join(cli.folder, 'words.jpg'), 'just words')
    expect(await cli.stet('picture', 'story-1', '--file', 'words.jpg')).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is not a JPEG, PNG, WebP or GIF picture') as string,
    })
    expect(await cli.kept()).toEqual([])
  })
})

describe('files that are kept as they are', () => {
  // 83 × 3 bytes, 2 more, and the ending.
  const long = `${'가'.repeat(83)}aa.txt`
  expect(Buffer.byteLength(long)).toBe(255)
  test.each<readonly [what: string, name: string, bytes: Uint8Array, shown: string]>([
    ['an encrypted PDF', 'secret.pdf', pdfFrom(['Hidden'], { encrypted: true }), 'secret.pdf'],
    ['a damaged PDF', 'broken.pdf', Buffer.from('%PDF-1.7\nnothing that follows is a PDF'), 'broken.pdf'],
    [
      'a PDF of 500 pages',
      'long.pdf',
      pdfFrom(Array.from({ length: 500 }, (_, index) => `Page ${index + 1}`)),
      'long.pdf',
    ],
    ['a picture bomb', 'bomb.png', pngOf(100_000, 100_000), 'bomb.png'],
    ['a picture that calls itself a PDF', 'photo.pdf', pngOf(3, 2), 'photo.pdf'],
    ['a name of 255 bytes', long, Buffer.from('long'), long],
    ['a name with emoji', '📷 사진 👩🏽‍✈️.txt', Buffer.from('emoji'), '📷 사진 👩🏽‍✈️.txt'],
    ['a name from right to left', 'مقابلة.txt', Buffer.from('rtl'), 'مقابلة.txt'],
    ['a name that turns the direction of its ending', 'a\u202Etxt.exe', Buffer.from('turned'), 'atxt.exe'],
    ['a name with two points and a backslash', '..\\..\\passwd', Buffer.from('climbs'), 'passwd'],
  ])('%s', async (_what, name, bytes, shown) => {
    const cli = await attaching()
    await writeFile(join(cli.folder, name), bytes)
    expect(await cli.attach(name)).toMatchObject({ code: 0, err: '' })
    expect((await cli.evidence()).map(({ fileName, file }) => ({ fileName, file }))).toEqual([
      { fileName: shown, file: hashOf(bytes) },
    ])
    expect(await cli.kept()).toEqual([hashOf(bytes)])
  })
})

describe('a long copying', () => {
  const film = async ({ folder }: CommandLine): Promise<void> => {
    await writeFile(join(folder, 'film.mp4'), '')
    await truncate(join(folder, 'film.mp4'), 64 * 1024 * 1024)
  }

  test('shows progress in a line that disappears at the end', async () => {
    const cli = await attaching()
    await film(cli)
    const lines: string[] = []
    expect(await cli.attach('film.mp4', { progress: (line) => lines.push(line) })).toMatchObject({ code: 0 })
    expect([lines[0], lines[7], lines.at(-2), lines.at(-1)]).toEqual([
      'Copying film.mp4: 6% of 68 MB',
      'Copying film.mp4: 50% of 68 MB',
      'Copying film.mp4: 100% of 68 MB',
      '',
    ])
  })

  test('stopped half-way exits 2, leaves no file and no evidence, and can be repeated', async () => {
    const cli = await attaching()
    await film(cli)
    const control = new AbortController()
    let half: readonly string[] = []
    const stopped = await cli.attach('film.mp4', {
      stoppable: (work) => work(control.signal),
      progress: (line) => {
        if (line.includes(': 50%'))
          void cli.kept().then((names) => {
            half = names
            control.abort()
          })
      },
    })
    expect({ code: stopped.code, err: stopped.err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /Stopped\. .*film\.mp4 was not copied, and nothing in the library changed\./,
      ) as string,
    })
    expect(half).toHaveLength(1)
    expect([await cli.evidence(), await cli.kept()]).toEqual([[], []])
    expect(await cli.attach('film.mp4')).toMatchObject({ code: 0 })
    expect([(await cli.evidence()).length, (await cli.kept()).length]).toEqual([1, 1])
  })
})

test('a verdict is taken back with a reason only', async () => {
  const { stet, folder } = await commandLine()
  await writeFile(join(folder, 'tug.txt'), 'A tug left\n\nA deck\n\nIt left with 12 men.')
  await stet('import', 'tug.txt')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('tag', 'story-1', '--text', '12 men', '--type', 'figure')
  const status = async () =>
    ((await stet('show', 'story-1', '--json')).json() as { facts: readonly { status: string; seen?: string }[] })
      .facts[0]
  await stet(
    'fact',
    'story-1',
    'fact-1',
    '--status',
    'wrong',
    '--reason',
    '13',
    '--seen',
    (await status())?.seen ?? '',
    '--as',
    'Editor',
  )
  expect((await status())?.status).toBe('wrong')
  for (const argv of [[], ['--reason', ' ']])
    expect(await stet('withdraw', 'story-1', 'fact-1', ...argv, '--as', 'Editor')).toMatchObject({ code: 1, out: '' })
  expect(await stet('withdraw', 'story-1', 'fact-1', '--reason', 'I misread', '--as', 'Editor')).toMatchObject({
    code: 0,
    out: 'Took back “Wrong”, given by Editor, on “12 men” (fact-1).',
  })
  expect((await status())?.status).toBe('toCheck')
  expect((await stet('history', 'story-1')).out).toContain('Editor took back the verdict “12 men” (I misread)')
})
