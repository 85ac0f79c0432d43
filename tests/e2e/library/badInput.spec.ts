import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test, type Newsroom } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'
import { allowed } from '../busyMachine'

const MOST = 5000

async function within5s<T>(work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  const result = await work()
  expect(Date.now() - began).toBeLessThan(allowed(MOST))
  return result
}

/** Files that are no stories, and what is said of each. */
async function badFiles(newsroom: Newsroom): Promise<readonly (readonly [path: string, said: string])[]> {
  const file = async (name: string, bytes: Uint8Array | string): Promise<string> => {
    const path = join(newsroom.scratch, name)
    await writeFile(path, bytes)
    return path
  }
  const folder = join(newsroom.scratch, 'folder.txt')
  await mkdir(folder)
  const pipe = join(newsroom.scratch, 'pipe.txt')
  execFileSync('mkfifo', [pipe])
  return [
    [await file('empty.txt', ''), 'it is empty'],
    [
      await file(
        'binary.txt',
        Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256),
      ),
      'was not imported',
    ],
    [await file('nul.txt', new Uint8Array(100_000)), 'was not imported'],
    [
      await file('invalid.txt', Buffer.concat([Buffer.from('Words '), Buffer.from([0xc3, 0x28, 0xff])])),
      'it is not valid UTF-8 text (byte 7)',
    ],
    [
      await file('lines.txt', 'a line of words\n'.repeat(200_000)),
      'it has 200,000 paragraphs, and a story may have 20,000',
    ],
    [folder, 'it is a folder'],
    [pipe, 'it is not an ordinary file'],
    [join(newsroom.scratch, 'missing.txt'), 'it does not exist'],
  ]
}

test('at the command line, files that are no stories exit 2 with a message that names them, and nothing is made', async ({
  newsroom,
}) => {
  for (const [path, said] of await badFiles(newsroom)) {
    const { code, stdout, stderr } = await within5s(() => newsroom.stetProcess(['import', path, '--json']))
    expect([basename(path), code, JSON.parse(stdout), stderr]).toEqual([
      basename(path),
      2,
      { stories: [], failed: [{ path, message: expect.stringContaining(said), reason: 'failed' }] },
      expect.stringContaining(said),
    ])
    expect(stderr).toContain(basename(path))
  }
  expect(await newsroom.json(['list'])).toEqual([])
})

test('in the window, files that are no stories are named in the import panel beside the good ones, and nothing is made of them', async ({
  newsroom,
}) => {
  const files = await badFiles(newsroom)
  const good = join(newsroom.scratch, 'good.txt')
  await writeFile(good, 'A good headline\n\nSome words of a story.\n')
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  const imports = new ImportPanel(app, page)
  await imports.open()
  await within5s(async () => {
    await imports.choose(...files.map(([path]) => path), good)
    for (const [path, said] of files) await expect(imports.problemOf(basename(path))).toContainText(said)
    await expect(imports.arrivals.filter({ hasText: 'A good headline' })).toContainText('Everything will be imported.')
  })
  expect(await newsroom.json(['list'])).toEqual([])
  await imports.importAll()
  await expect(stet.part('headline')).toHaveText('A good headline')
  expect((await newsroom.json<readonly { headline: string }[]>(['list'])).map(({ headline }) => headline)).toEqual([
    'A good headline',
  ])
})

test('a UTF-16 file is imported whole by the window and the command line', async ({ newsroom }) => {
  const path = join(newsroom.scratch, 'sixteen.txt')
  await writeFile(
    path,
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('부산에서 다시 만나다\n\n두 정상은 100분 동안 만났다.\n', 'utf16le'),
    ]),
  )
  await newsroom.json(['import', path])
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('headline')).toHaveText('부산에서 다시 만나다')
  const imports = new ImportPanel(app, page)
  await imports.open()
  await imports.choose(path)
  // The library has this headline from the command line, so the panel leaves the tick to the person.
  await imports.arrivals.filter({ hasText: '부산에서 다시 만나다' }).getByRole('checkbox').check()
  await imports.importAll()
  await expect(imports.panel).toBeHidden()
  await expect(stet.part('body')).toHaveText('두 정상은 100분 동안 만났다.')
  expect((await newsroom.json<readonly { headline: string }[]>(['list'])).length).toBe(2)
})

for (const [what, text] of [
  ['words', 'word '.repeat(420_000)],
  ['figures', 'rose 12 percent to 3,400; '.repeat(81_000)],
] as const) {
  test(`2 MB of ${what} in one line: imported, opened and typed in, each in under five seconds`, async ({
    newsroom,
  }) => {
    const path = join(newsroom.scratch, 'line.txt')
    await writeFile(path, `A headline\n\n${text}`)
    const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
    const imports = new ImportPanel(app, page)
    await imports.open()
    const times: number[] = []
    const step = async (work: () => Promise<void>): Promise<void> => {
      const began = Date.now()
      await work()
      times.push(Date.now() - began)
    }
    await step(async () => {
      await imports.choose(path)
      await expect(imports.arrivals).toContainText('A headline', { timeout: 60_000 })
    })
    await step(async () => {
      await imports.importAll()
      await expect(stet.part('headline')).toHaveText('A headline', { timeout: 60_000 })
      await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 60_000 })
    })
    await step(async () => {
      await stet.part('headline').click({ timeout: 60_000 })
      await page.keyboard.type('!')
      await expect(stet.part('headline')).toContainText('!', { timeout: 60_000 })
      await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 60_000 })
    })
    const [story] = await newsroom.json<readonly { id: string }[]>(['list'])
    await step(async () => {
      await newsroom.json(['show', story?.id ?? ''])
    })
    await step(async () => {
      await newsroom.json(['gate', story?.id ?? ''])
    })
    expect(times.filter((time) => time >= allowed(MOST))).toEqual([])
  })
}

test('unknown stages, statuses, formats, types, doors and fields exit 1 and say what is known; nothing is done', async ({
  newsroom,
}) => {
  const path = join(newsroom.scratch, 'good.txt')
  await writeFile(path, 'A good headline\n\nIt took 100 minutes.\n')
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  const id = story?.id ?? ''
  const { id: fact } = await newsroom.json<{ id: string }>(['tag', id, '--text', '100 minutes', '--type', 'figure'])
  const before = await newsroom.json(['show', id])
  const wrong: readonly (readonly [args: readonly string[], known: string])[] = [
    [['move', id, 'printed'], 'inReview'],
    [['list', '--stage', 'printed'], 'inReview'],
    [['fact', id, fact, '--status', 'true'], 'unverifiable'],
    [['export', id, '--format', 'papyrus', '--out', join(newsroom.scratch, 'out')], 'ninjs'],
    [['tag', id, '--text', 'took', '--type', 'rumour'], 'superlative'],
    [['gate', id, '--door', 'back'], 'clear'],
    [['set', id, 'colour', 'red'], 'slug'],
    [['move', id, 'filed', '--kind', 'sequel'], 'correction'],
    [['source', 'add', '--name', 'X', '--kind', 'rumour'], 'person'],
    [['show', 'nothing'], 'no story'],
    [['edit', id, '--replace', '', '--with', 'x'], '--replace'],
    [['nonsense'], 'command'],
  ]
  for (const [args, known] of wrong) {
    const { code, stdout, stderr } = await within5s(() => newsroom.stetProcess([...args, '--json']))
    expect([args, code, stdout, stderr]).toEqual([args, 1, '', expect.stringContaining(known)])
  }
  expect(await newsroom.json(['show', id])).toEqual(before)
})
