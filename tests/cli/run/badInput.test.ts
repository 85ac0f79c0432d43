import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { commandLine, type CommandLine } from './terminal'

/** Seconds that a command may take on a slow, busy machine. An endless or quadratic reading takes longer. */
const PATIENCE = 30
const TIMEOUT = { timeout: 120_000 }

const seconds = async <T>(work: Promise<T>): Promise<{ readonly result: T; readonly took: number }> => {
  const began = performance.now()
  return { result: await work, took: (performance.now() - began) / 1000 }
}

const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])

describe('files that are not stories', TIMEOUT, () => {
  const files: readonly (readonly [string, Uint8Array, string])[] = [
    ['empty', new Uint8Array(), 'it is empty'],
    ['binary', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), 'was not imported'],
    ['NUL-filled', new Uint8Array(10_000), 'was not imported'],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('A headline\n\nSome words '), Buffer.from([0xc3, 0x28, 0xff])]),
      'not valid UTF-8',
    ],
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'it is a PDF'],
  ]
  test.each(files)(
    '%s: exit 2, a message that names the file, nothing in the library',
    async (name, bytes, message) => {
      const { folder, stet } = await commandLine()
      await writeFile(join(folder, `${name}.txt`), bytes)
      const { result, took } = await seconds(stet('import', `${name}.txt`, '--json'))
      const failed = [{ path: `${name}.txt`, message: expect.stringContaining(message) as string, reason: 'failed' }]
      expect([result.code, result.json()]).toEqual([2, { stories: [], failed }])
      expect(result.err).toContain(`${name}.txt`)
      expect(result.err).toContain(message)
      expect(took).toBeLessThan(PATIENCE)
      expect((await stet('list', '--json')).json()).toEqual([])
    },
  )

  test('a file that cannot be read stops no other', async () => {
    const { folder, stet } = await commandLine()
    await writeFile(join(folder, 'good.txt'), 'A headline\n\nSome words of a story.')
    await mkdir(join(folder, 'folder.txt'))
    const { code, json, err } = await stet('import', 'missing.txt', 'good.txt', 'folder.txt', '--json')
    const missing = 'missing.txt was not imported: it does not exist. Nothing in the library changed.'
    const isFolder = 'folder.txt was not imported: it is a folder. Nothing in the library changed.'
    expect({ code, printed: json(), err }).toEqual({
      code: 2,
      printed: {
        stories: [{ id: 'story-1', headline: 'A headline', losses: [] }],
        failed: [
          { path: 'missing.txt', message: missing, reason: 'failed' },
          { path: 'folder.txt', message: isFolder, reason: 'failed' },
        ],
      },
      err: `stet: ${missing}\nstet: ${isFolder}`,
    })
  })

  // Root reads everything, and Windows has other permissions.
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a file that may not be read is named',
    async () => {
      const { folder, stet } = await commandLine()
      await writeFile(join(folder, 'secret.txt'), 'words')
      await chmod(join(folder, 'secret.txt'), 0)
      expect(await stet('import', 'secret.txt')).toMatchObject({
        code: 2,
        err: 'stet: secret.txt was not imported: you may not read it. Nothing in the library changed.',
      })
    },
  )
})

describe('unusual files that are stories', TIMEOUT, () => {
  test('UTF-16 is read', async () => {
    const { folder, stet } = await commandLine()
    await writeFile(join(folder, 'a.txt'), utf16('Ein Köder für Fürth\n\nNoch mehr Wörter in diesem Text.'))
    expect((await stet('import', 'a.txt', '--json')).json()).toMatchObject({
      stories: [{ headline: 'Ein Köder für Fürth' }],
    })
  })

  test.each([
    ['2 MB in one line', 'word '.repeat(420_000)],
    ['as many grafs as a story may have', 'a graf of words\n\n'.repeat(19_000)],
  ])('%s: imported, shown and gated in bounded time', async (_name, text) => {
    const { folder, stet } = await commandLine()
    await writeFile(join(folder, 'long.txt'), text)
    const imported = await seconds(stet('import', 'long.txt', '--json'))
    expect({ code: imported.result.code, err: imported.result.err }).toEqual({ code: 0, err: '' })
    const shown = await seconds(stet('show', 'story-1', '--json'))
    expect(shown.result.code).toBe(0)
    const gated = await seconds(stet('gate', 'story-1', '--json'))
    expect(gated.result.code).toBe(0)
    expect(Math.max(imported.took, shown.took, gated.took)).toBeLessThan(PATIENCE)
  })

  test.each([
    ['200,000 lines', 'a line of words\n'.repeat(200_000), '200,000 paragraphs'],
    ['200,000 lines with blank ones between', 'a graf of words\n\n'.repeat(100_000), '100,000 paragraphs'],
    ['20 MB in one line', 'word '.repeat(4_000_000), '19,999,999 characters'],
  ])('%s: refused in bounded time, with the limits of a story', async (_name, text, message) => {
    const { folder, stet } = await commandLine()
    await writeFile(join(folder, 'long.txt'), text)
    const { result, took } = await seconds(stet('import', 'long.txt'))
    expect(result).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Split it and import the parts.') as string,
    })
    expect(result.err).toContain(message)
    expect(took).toBeLessThan(PATIENCE)
    expect((await stet('list', '--json')).json()).toEqual([])
  })
})

describe('libraries that are not there', () => {
  test('a missing one is named as missing; neither reading nor editing makes it', async () => {
    const { folder, stet } = await commandLine()
    for (const argv of [
      ['list'],
      ['show', 'x'],
      ['search', 'x'],
      ['gate', 'x'],
      ['set', 'x', 'slug', 'y'],
      ['edit', 'x', '--replace', 'a', '--with', 'b'],
      ['move', 'x', 'filed'],
    ]) {
      const { code, err } = await stet(...argv)
      expect({ argv, code, err }).toEqual({
        argv,
        code: 2,
        err: expect.stringContaining('there is no library here') as string,
      })
    }
    expect(await readdir(folder)).toEqual([])
  })

  test('a folder of other things is not touched', async () => {
    const { library, stet, folder } = await commandLine()
    await mkdir(library)
    await writeFile(join(library, 'holiday.jpg'), 'x')
    await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome words.')
    expect(await stet('import', 'a.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('the folder contains other files and is not a library.') as string,
    })
    expect(await readdir(library)).toEqual(['holiday.jpg'])
  })

  test('without a person for the roster, no library is made', async () => {
    const { folder, library, stetWith } = await commandLine()
    await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome words.')
    expect(await stetWith({ STET_USER: undefined }, 'import', 'a.txt')).toMatchObject({
      code: 2,
      err:
        `stet: ${library}: there is no library here. Nothing was changed. Plug in the drive again, or choose where to ` +
        'create a new library. To make a library here, say who its first person is: set STET_USER or give --as NAME. ' +
        'For a library elsewhere, set STET_LIBRARY.',
    })
    expect(await readdir(folder)).toEqual(['a.txt'])
  })

  test('a library that lost its stories is not to be made again', async () => {
    const cli = await commandLine()
    await withStory(cli)
    await rm(join(cli.library, 'stories'), { recursive: true })
    expect(await cli.stetWith({ STET_USER: undefined }, 'import', 'a.txt')).toMatchObject({
      code: 2,
      err:
        `stet: ${cli.library}: it does not exist. Nothing was changed. ` +
        'Plug in the drive again, or restore the file from a backup.',
    })
  })

  test.skipIf(process.platform !== 'linux')('a read-only one can be read, and writing names it', async ({ skip }) => {
    const cli = await commandLine()
    await withStory(cli)
    // Permissions do not stop root: the folder is mounted read-only over itself, if the system allows it.
    if (process.getuid?.() === 0) {
      const mounted = await promisify(execFile)('mount', ['--bind', '-o', 'ro', cli.library, cli.library]).then(
        () => true,
        () => false,
      )
      skip(!mounted, 'root without the right to mount')
    } else await chmod(cli.library, 0o500)
    try {
      expect(await cli.stet('list')).toMatchObject({ code: 0 })
      const { code, err } = await cli.stet('edit', 'story-1', '--replace', 'words', '--with', 'terms')
      expect(code).toBe(2)
      expect(err).toContain(cli.library)
    } finally {
      if (process.getuid?.() === 0) await promisify(execFile)('umount', [cli.library])
      else await chmod(cli.library, 0o700)
    }
  })
})

async function withStory({ folder, stet }: CommandLine): Promise<void> {
  await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome words of a story.')
  await stet('import', 'a.txt')
}

describe('unknown words', () => {
  test.each([
    [['move', 'story-1', 'finished'], 'stage “finished”'],
    [['list', '--stage', 'finished'], 'stage “finished”'],
    [['fact', 'story-1', 'fact-1', '--status', 'fine'], '“fine” is not a verdict'],
    [['fact', 'story-1', 'fact-1', '--status', 'reCheck'], '“reCheck” is not a verdict'],
    [['export', 'story-1', '--format', 'wordstar', '--out', 'x'], 'format “wordstar”'],
    [
      ['export', 'story-1', '--format', 'bundle', '--draft', '--out', 'x'],
      '--draft cannot be used with --format bundle',
    ],
    [['tag', 'story-1', '--text', 'words', '--type', 'rumour'], 'fact type “rumour”'],
    [['set', 'story-1', 'colour', 'red'], 'field “colour”'],
    [['gate', 'story-1', '--door', 'back'], 'door “back”'],
    [['source', 'add', '--name', 'x', '--kind', 'bird'], 'kind of source “bird”'],
    [['roster', 'add', 'x', '--role', 'king'], 'role “king”'],
    [['move', 'story-1', 'inReview', '--kind', 'rewrite'], 'kind “rewrite”'],
    [['tag', 'story-1', '--text', 'words', '--type', 'figure', '--nth', '0'], '--nth'],
    [['edit', 'story-1', '--replace', 'words'], '--with is missing'],
    [['edit', 'story-1', '--replace', '', '--with', 'x'], '--replace'],
    [['show'], 'Something is missing'],
    [['show', 'story-1', 'story-2'], 'one word too many'],
    [['show', '--colour', 'red'], '--colour'],
    [['frobnicate'], 'command “frobnicate”'],
    [['quote', '--quote', 'x'], '--transcript is missing'],
    [['move', 'story-1', 'filed', '--seen', '00'], '--seen needs a hash of 64 digits and letters a to f, not “00”.'],
    [['show', 'story-9'], 'There is no story story-9'],
    [['show', '../../etc/passwd'], 'There is no story'],
  ])('%j is wrong usage', async (argv, message) => {
    const cli = await commandLine()
    await withStory(cli)
    const { code, out, err } = await cli.stet(...argv)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
    expect((await readdir(cli.folder)).sort()).toEqual(['a.txt', 'library'])
  })
})

describe('exports', () => {
  test('a file with something in it is replaced with --force only', async () => {
    const cli = await commandLine()
    await withStory(cli)
    const out = join(cli.folder, 'out-DRAFT.txt')
    await writeFile(out, 'mine')
    const argv = ['export', 'story-1', '--format', 'text', '--draft', '--out', 'out-DRAFT.txt']
    expect(await cli.stet(...argv)).toMatchObject({
      code: 2,
      err: expect.stringContaining('already exists and was not changed.') as string,
    })
    expect(await readFile(out, 'utf8')).toBe('mine')
    expect(await cli.stet(...argv, '--force')).toMatchObject({ code: 0 })
    expect(await readFile(out, 'utf8')).toContain('Some words of a story.')
    expect((await readdir(cli.folder)).sort()).toEqual(['a.txt', 'library', 'out-DRAFT.txt'])
  })

  test('a draft goes to the given path, with a note if its name hides that; in a folder its own name says it', async () => {
    const cli = await commandLine()
    await withStory(cli)
    const made = await cli.stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'out.txt')
    expect(made.out).toContain('out.txt (the file name lacks DRAFT; out-DRAFT.txt would say so)')
    const { json } = await cli.stet('export', 'story-1', '--format', 'text', '--draft', '--out', '.', '--json')
    const { path } = json() as { path: string }
    expect((await readdir(cli.folder)).sort()).toEqual(['a.txt', 'library', 'out.txt', basename(path)].sort())
    expect(path).toMatch(/-DRAFT\.txt$/)
  })

  test('while an embargo runs, the name of the file says so, whatever name was given', async () => {
    const cli = await commandLine()
    await withStory(cli)
    await cli.stet('set', 'story-1', 'embargo', '2099-01-01T00:00:00Z')
    await writeFile(join(cli.folder, 'taken-EMBARGOED.json'), 'x')
    const wire = (out: string) => cli.stet('export', 'story-1', '--format', 'ninjs', '--draft', '--out', out)
    expect((await wire('w-DRAFT.json')).out.split('\n')[0]).toBe(
      `Wrote ${join(cli.folder, 'w-DRAFT-EMBARGOED.json')} (the embargo is running, so the file name says EMBARGOED)`,
    )
    expect((await wire('own-EMBARGOED-DRAFT.json')).out.split('\n')[0]).toBe(
      `Wrote ${join(cli.folder, 'own-EMBARGOED-DRAFT.json')}`,
    )
    expect((await wire('draft.json')).out.split('\n')[0]).toBe(
      `Wrote ${join(cli.folder, 'draft-EMBARGOED.json')} (the embargo is running, so the file name says EMBARGOED)` +
        ' (the file name lacks DRAFT; draft-EMBARGOED-DRAFT.json would say so)',
    )
    expect((await wire('taken.json')).err).toContain('taken-EMBARGOED.json')
    expect((await readdir(cli.folder)).filter((name) => name.endsWith('.json')).sort()).toEqual([
      'draft-EMBARGOED.json',
      'own-EMBARGOED-DRAFT.json',
      'taken-EMBARGOED.json',
      'w-DRAFT-EMBARGOED.json',
    ])
  })

  test('a refused export writes nothing', async () => {
    const cli = await commandLine()
    await withStory(cli)
    expect(await cli.stet('export', 'story-1', '--format', 'html', '--out', 'out.html')).toMatchObject({
      code: 3,
      out: '',
    })
    expect(
      await cli.stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'nowhere/out.txt'),
    ).toMatchObject({ code: 2, err: expect.stringContaining('does not exist.') as string })
    expect((await readdir(cli.folder)).sort()).toEqual(['a.txt', 'library'])
  })

  test('a folder gets the format’s own file name', async () => {
    const cli = await commandLine()
    await withStory(cli)
    await mkdir(join(cli.folder, 'outbox'))
    const { json } = await cli.stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'outbox', '--json')
    const [name = ''] = await readdir(join(cli.folder, 'outbox'))
    expect(json()).toMatchObject({ path: join(cli.folder, 'outbox', name), format: 'text' })
  })
})

describe('a place inside a library', () => {
  test('takes no export and no history, however the path is written', async () => {
    const { folder, library, stet } = await commandLine()
    await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome words of a story.')
    await stet('import', 'a.txt')
    await symlink(library, join(folder, 'elsewhere'))
    const before = await readFile(join(library, 'library.json'), 'utf8')
    for (const out of [
      'library/library.json',
      'library/sources.json',
      'library/new.txt',
      'library',
      'library/stories/story-1',
      'elsewhere/library.json',
      'library/stories/../new.txt',
    ]) {
      const { code, err } = await stet('export', 'story-1', '--format', 'text', '--draft', '--force', '--out', out)
      expect({
        out,
        code,
        says: err.includes(`is in the library ${library}, whose own files must not be replaced`),
      }).toEqual({ out, code: 2, says: true })
    }
    expect(await stet('history', 'story-1', '--out', 'library/roster.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('whose own files must not be replaced.') as string,
    })
    expect({
      library: await readFile(join(library, 'library.json'), 'utf8'),
      new: await readdir(library).then((names) => names.includes('new.txt')),
    }).toEqual({ library: before, new: false })
    expect((await stet('history', 'story-1', '--json')).json()).toMatchObject({ entries: [{ kind: 'created' }] })
    expect((await stet('doctor', '--json')).json()).toMatchObject({ ok: true, problems: [] })
  })
})

test('one damaged copy of the source book heals; two close the library, and words can still be written', async () => {
  const { folder, library, stet } = await commandLine()
  await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome words of a story.')
  await stet('import', 'a.txt')
  await writeFile(join(library, 'sources.json'), 'no source book')
  expect(await stet('set', 'story-1', 'slug', 'x')).toMatchObject({ code: 0 })
  expect(await readFile(join(library, 'sources.json'), 'utf8')).toContain('"sources"')
  for (const name of ['sources.json', 'sources.json.twin']) await writeFile(join(library, name), 'no source book')
  expect(await stet('set', 'story-1', 'slug', 'y')).toMatchObject({ code: 0 })
  expect(await stet('source', 'add', '--name', 'Pool', '--kind', 'pool')).toMatchObject({
    code: 3,
    err: expect.stringContaining('The source book of this library (sources.json) cannot be trusted') as string,
  })
  expect(await stet('show', 'story-1')).toMatchObject({
    code: 2,
    out: expect.stringContaining('accept the loss') as string,
  })
  expect((await readdir(library)).filter((name) => name.endsWith('.lock'))).toEqual([])
})

test(
  '--include facts: formats that carry facts accept it, Word lists them as not carried, others ' + 'refuse it',
  async () => {
    const { folder, stet } = await commandLine()
    await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome 100 words of a story.')
    await stet('import', 'a.txt')
    await stet('tag', 'story-1', '--text', '100', '--type', 'figure')
    const exported = async (format: string, include: string) =>
      stet(
        'export',
        'story-1',
        '--format',
        format,
        '--draft',
        '--include',
        include,
        '--out',
        `${format}-${include}`,
        '--json',
      )
    for (const format of ['annotations', 'factsheet']) expect((await exported(format, 'facts')).code).toBe(0)
    const word = await exported('docx', 'facts,comments,suggestions')
    expect({ code: word.code, said: word.json() }).toMatchObject({
      code: 0,
      said: { losses: [{ what: 'facts (exported as annotations or as a fact sheet)', count: 1, example: '100' }] },
    })
    expect(await exported('html', 'facts')).toMatchObject({
      code: 1,
      out: '',
      err: 'stet: Facts are exported as annotations or as a fact sheet: use --format annotations or factsheet.',
    })
    expect(await exported('docx', 'bogus')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('--include accepts facts, comments and suggestions, not “bogus”.') as string,
    })
  },
)

test('the losses of an export do not name a protected source', async () => {
  const { folder, stet } = await commandLine()
  await writeFile(join(folder, 'a.txt'), 'A headline\n\nSome words of a story.')
  await stet('import', 'a.txt')
  await stet('source', 'add', '--name', 'Marta Quill', '--kind', 'person', '--protected')
  await stet('set', 'story-1', 'keywords', 'Marta Quill')
  expect(
    (await stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'a.text', '--json')).json(),
  ).toMatchObject({ losses: [{ what: 'keywords', count: 1, example: 'Source A' }] })
})

test('a device card that cannot be read is named, and exits 2', async () => {
  const { folder, stet } = await commandLine()
  await stet('roster', 'add', 'Reporter')
  expect(await stet('roster', 'trust', 'card.txt')).toMatchObject({
    code: 2,
    out: '',
    err: `stet: ${join(folder, 'card.txt')} cannot be read: it does not exist. Nothing was changed.`,
  })
})
