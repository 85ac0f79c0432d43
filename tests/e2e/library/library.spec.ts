import { execFile, spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { wrap, unwrap } from '../../../src/storage/disk/envelope'
import { closeLast } from '../anotherWindow'
import { expect, kill, oneWindow, ROOT, test, type Launched, type Newsroom } from '../fixtures'
import { openStory } from '../openStory'
import { Seat } from '../pages/seat'
import { caretOf } from '../pages/caret'
import { LibraryPane } from '../pages/libraryPane'
import { sheetScroller } from '../pages/stetWindow'
import { allowed } from '../busyMachine'
import { openLibrary } from '../../../src/storage/openLibrary'

const run = promisify(execFile)

interface Shown {
  readonly stage: string
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
}
const bodyOf = async (newsroom: Newsroom, story: string): Promise<string> =>
  (await newsroom.json<Shown>(['show', story])).blocks
    .filter(({ role }) => role === 'paragraph')
    .map(({ text }) => text)
    .join('\n')

async function importText(newsroom: Newsroom, name: string, text: string): Promise<string> {
  const path = join(newsroom.scratch, name)
  await writeFile(path, text)
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  return story?.id ?? ''
}

/** Every file of a folder with its bytes, to see that nothing was written. */
async function contentsOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        return `${path} ${(await readFile(path)).toString('base64')}`
      }),
  )
}

/** Numbers that differ from test to test but not from run to run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** The body as it stood whenever the window said "Saved": read in the very task in which it said so. */
async function hearAcknowledgements({ page }: Launched): Promise<() => string> {
  let last = ''
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith('acknowledged:')) last = text.slice('acknowledged:'.length)
  })
  await page.evaluate(() => {
    const status = document.querySelector('[role="status"]')
    const note = (): void => {
      if (status?.textContent === 'Saved')
        console.log(`acknowledged:${document.querySelector('[data-part="body"]')?.textContent ?? ''}`)
    }
    if (status) new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true })
  })
  return () => last
}

test('a kill in the middle of typing loses nothing that was acknowledged, and the story comes up again', async ({
  newsroom,
}) => {
  const roll = dice(7)
  const story = await importText(newsroom, 'storm.md', '# Storm diary\n\nBegin.\n')
  let standing = 'Begin.'
  // The second kill meets what the first one left.
  for (let round = 1; round <= 2; round++) {
    const launched = await newsroom.launch({ user: 'Reporter' })
    const { app, page, stet } = launched
    await expect(stet.part('body')).toHaveText(standing)
    const acknowledged = await hearAcknowledgements(launched)
    await stet.caretAtEnd()
    const gone = kill.bind(undefined, app)
    const words = Array.from({ length: 400 }, (_, at) => ` r${round}w${at}`).join('')
    const length = 40 + roll(400)
    // Without a pause in typing a slow disk acknowledges nothing.
    await page.keyboard.type(words.slice(0, 12))
    await expect.poll(() => acknowledged().length).toBeGreaterThan(standing.length)
    await page.keyboard.type(words.slice(12, length))
    await gone()
    const kept = await bodyOf(newsroom, story)
    expect(kept.startsWith(acknowledged())).toBe(true)
    expect(`${standing}${words.slice(0, length)}`.startsWith(kept)).toBe(true)
    standing = kept
  }
  const { stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('body')).toHaveText(standing)
  await stet.caretAtEnd()
  await stet.page.keyboard.type(' On we go.')
  await stet.settled()
  expect(await bodyOf(newsroom, story)).toBe(`${standing} On we go.`)
})

test('the app opens the last story at the last caret and scroll position', async ({ newsroom }) => {
  const grafs = Array.from(
    { length: 80 },
    (_, at) => `Graf ${at} of a long story that says nothing of note but fills the sheet well.`,
  )
  await importText(newsroom, 'long.md', `# The long one\n\n${grafs.join('\n\n')}\n`)
  await importText(newsroom, 'short.md', '# The short one\n\nNothing here.\n')
  const first = await newsroom.launch({ user: 'Reporter' })
  await new LibraryPane(first.page).open('The long one')
  await first.stet.caretAfter('Graf 60 of a long', 0)
  const before = await caretOf(first.page)
  const { height = 0 } = (await sheetScroller(first.page).boundingBox()) ?? {}
  expect([before.before, before.top >= 0 && before.top < height]).toEqual(['Graf 60 of a long', true])
  await first.app.close()
  const second = await newsroom.launch({ user: 'Reporter' })
  await expect(second.stet.part('headline')).toHaveText('The long one')
  await expect.poll(async () => (await caretOf(second.page)).before).toBe(before.before)
  await expect.poll(async () => Math.abs((await caretOf(second.page)).top - before.top)).toBeLessThan(2)
  await expect(second.stet.story).toBeFocused()
  await second.page.keyboard.type('!')
  await expect(second.stet.story).toContainText('Graf 60 of a long! story')
})

test('a story is made, opened, duplicated, spiked and restored in the window', async ({ newsroom }) => {
  await importText(newsroom, 'ferry.md', '# Ferry sails again\n\nIt left at noon.\n')
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const library = new LibraryPane(page)
  await stet.newStory()
  await stet.type('headline', 'Harbour')
  await expect(library.row('Harbour')).toHaveText(/\d\d:\d\d Harbour Reporter 1 word$/)
  await stet.type('headline', ' closed')
  await expect(library.group('Drafts')).toHaveCount(2)
  await library.open('Ferry sails again')
  await expect(stet.part('body')).toHaveText('It left at noon.')

  const [original] = await stet.story.elementHandles()
  await stet.press('Control+Shift+d')
  await expect(library.group('Drafts')).toHaveCount(3)
  // The copy has a sheet of its own, with the same headline.
  await original?.waitForElementState('hidden')
  await expect(stet.part('headline')).toContainText('Ferry sails again')
  await stet.type('body', 'A copy. ')
  await library.open('Harbour closed')
  await library.choose('Harbour closed', 'Spike')
  await expect(library.group('Spiked')).toHaveText([/Harbour closed/])
  await library.choose('Harbour closed', 'Restore')
  await expect(library.group('Drafts')).toHaveCount(3)
  await expect(library.region.getByRole('heading', { name: 'Spiked' })).toHaveCount(0)

  const stories = await newsroom.json<readonly { headline: string; stage: string }[]>(['list'])
  expect(stories.map(({ headline, stage }) => [headline, stage])).toEqual([
    ['Ferry sails again', 'draft'],
    ['Harbour closed', 'draft'],
    ['Ferry sails again', 'draft'],
  ])
  const bodies = await Promise.all(
    (await newsroom.json<readonly { id: string }[]>(['list'])).map(({ id }) => bodyOf(newsroom, id)),
  )
  expect(bodies.sort()).toEqual(['', 'It left at noon.', expect.stringContaining('A copy. ')])
})

test('the first start asks one name and makes the sample story', async ({ newsroom }) => {
  const { app, page, stet } = await newsroom.launch()
  const welcome = page.getByRole('dialog', { name: 'Welcome to Stet' })
  await expect(welcome.getByLabel('Your name')).toBeFocused()
  await page.keyboard.type('Ji-ho Han')
  await page.keyboard.press('Enter')
  await expect(welcome).toBeHidden()
  await expect(stet.part('headline')).toHaveText('Trump and Xi sit down for the first time in six years')
  await expect(page.getByRole('button', { name: 'Ji-ho Han' })).toBeVisible()
  await expect(stet.fact('about 90 minutes')).toContainText('Re-check')
  const tour = page.getByRole('region', { name: 'Tour' })
  await expect(tour).toContainText('1 of 5')
  await tour.getByRole('button', { name: 'Next' }).press('Enter')
  await tour.getByRole('button', { name: /^Leave the tour/ }).press('Enter')
  await expect(tour).toHaveCount(0)
  await stet.type('deck', 'One ')
  const [story] = await newsroom.json<readonly { id: string; headline: string }[]>(['list'])
  expect(story?.headline).toBe('Trump and Xi sit down for the first time in six years')
  const gate = await newsroom.json<{ blocks: readonly { rule: string }[] }>([
    ...['gate', story?.id ?? '', '--door', 'publish'],
  ])
  expect(gate.blocks.map(({ rule }) => rule)).toContain('sampleStory')
  // The app ends with its last window. A start before that would be a second one.
  const ended = new Promise<void>((done) => app.once('close', () => done()))
  await page.close()
  await ended
  const again = await newsroom.launch()
  await expect(again.page.getByRole('button', { name: 'Ji-ho Han' })).toBeVisible()
  await expect(again.page.getByRole('dialog')).toHaveCount(0)
  await new Seat(again.stet, 'Ji-ho Han').command('Tour of Stet')
  await expect(again.page.getByRole('region', { name: 'Tour' })).toContainText('2 of 5')
})

test('a name that is not on the roster is asked about, and joins only when confirmed', async ({ newsroom }) => {
  await importText(newsroom, 'one.md', '# One story\n\nWords.\n')
  const { page, stet } = await newsroom.launch({ user: 'Stranger' })
  const welcome = page.getByRole('dialog', { name: 'Welcome to Stet' })
  await expect(welcome).toBeVisible()
  expect(JSON.parse(await readFile(join(newsroom.library, 'roster.json'), 'utf8')).data.people).toEqual([
    { name: 'Reporter', role: 'editor' },
  ])
  await welcome.getByLabel('Your name').fill('Reporter')
  await welcome.getByRole('button', { name: 'Start' }).click()
  await expect(stet.part('headline')).toHaveText('One story')
  expect((await newsroom.json<readonly unknown[]>(['list'])).length).toBe(1)
})

/** Starts the app again beside a running one; resolves with how it ended. */
function startAgain(
  newsroom: Newsroom,
  args: readonly string[],
  user = 'Reporter',
  library = newsroom.library,
): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((done) => {
    const { ELECTRON_RUN_AS_NODE: _off, ...env } = process.env
    const child = spawn(
      process.env['ELECTRON_EXEC_PATH'] ?? 'electron',
      [
        ROOT,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(newsroom.scratch, 'profile-2')}`,
        ...args,
      ],
      {
        env: { ...env, STET_LIBRARY: library, STET_USER: user },
      },
    )
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
    })
    child.on('close', (code) => done({ code, said }))
  })
}

const theWindow = oneWindow({ user: 'Reporter' }, (newsroom) => newsroom.json(['roster', 'add', 'Editor'], 'Reporter'))

test('a second start on the same library brings the first one’s window forward with the file it was given, and ends', async () => {
  const window = await theWindow()
  const { app, newsroom, stet } = window
  await openStory(window, 'The first story', { name: 'one.md', text: '# The first story\n\nWords.\n' })
  const before = (await newsroom.json<readonly unknown[]>(['list'])).length
  const path = join(newsroom.scratch, 'given.md')
  await writeFile(path, '# Given at the second start\n\nIt came over.\n')
  const { code, said } = await startAgain(newsroom, [path])
  expect([code, said.includes('is already open')]).toEqual([0, true])
  await expect(stet.part('headline')).toHaveText('Given at the second start')
  await stet.type('body', 'And is written in. ')
  expect((await newsroom.json<readonly unknown[]>(['list'])).length).toBe(before + 1)
  // As the Finder of macOS does it.
  const other = join(newsroom.scratch, 'other.md')
  await writeFile(other, '# Opened in the Finder\n\nIt came, too.\n')
  await app.evaluate(
    (electron, file) => electron.app.emit('open-file', { preventDefault: () => undefined }, file),
    other,
  )
  await expect(stet.part('headline')).toHaveText('Opened in the Finder')
})

test('a second start for another person opens a window of their own in the running app', async () => {
  const window = await theWindow()
  const { app, newsroom, page } = window
  await openStory(window, 'The second story', { name: 'one.md', text: '# The second story\n\nWords.\n' })
  const opened = app.waitForEvent('window')
  const [second, { code }] = await Promise.all([opened, startAgain(newsroom, [], 'Editor')])
  expect(code).toBe(0)
  await expect(second.getByRole('button', { name: 'Editor' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reporter' })).toBeVisible()
  await closeLast(window)
})

test('a second start on an archive opens a window for another person, and says why no file is imported', async ({
  newsroom,
}) => {
  const story = await importText(newsroom, 'one.md', '# One story\n\nWords.\n')
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['move', story, 'spiked'])
  const library = join(newsroom.scratch, 'archive')
  await newsroom.json(['archive', '--before', '2027-01-01', '--to', library])
  const { app, page } = await newsroom.launch({ user: 'Reporter', library, profile: 'profile-2' })
  await expect(page.getByRole('contentinfo')).toContainText('it is an archive')
  const given = join(newsroom.scratch, 'one.md')
  const opened = app.waitForEvent('window')
  const [second, { code, said }] = await Promise.all([opened, startAgain(newsroom, [given], 'Editor', library)])
  expect([code, said.includes('is already open')]).toEqual([0, true])
  await expect(second.getByRole('button', { name: 'Editor' })).toBeVisible()
  await expect(second.getByRole('alert')).toContainText(`${given} was not imported: ${library}: it is an archive`)
  await expect(page.getByRole('button', { name: 'Reporter' })).toBeVisible()
})

test('a start beside an app that does not answer opens the library for reading and says so', async () => {
  const first = await theWindow()
  const { newsroom } = first
  await openStory(first, 'The third story', { name: 'one.md', text: '# The third story\n\nWords.\n' })
  first.app.process().kill('SIGSTOP')
  try {
    const { app, page, stet } = await newsroom.launch({ user: 'Reporter', profile: 'profile-2' })
    await expect(page.getByRole('status').first()).toContainText('is open in another Stet')
    await new LibraryPane(page).open('The third story')
    await expect(stet.part('body')).toHaveText('Words.')
    await stet.part('body').click()
    await page.keyboard.type('Not this.')
    await expect(stet.part('body')).toHaveText('Words.')
    await app.close()
  } finally {
    first.app.process().kill('SIGCONT')
  }
})

test('a start while a command has the library reads it, and says when it can be written again', async ({
  newsroom,
}) => {
  await importText(newsroom, 'one.md', '# One story\n\nWords.\n')
  const command = await openLibrary({ folder: newsroom.library, brief: true, ...HOW_TO_OPEN })
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(page.getByRole('status').first()).toContainText('A Stet command')
  await expect(stet.part('body')).toHaveText('Words.')
  await command.close()
  await expect(page.getByRole('alert')).toContainText('The library can be written again.')
  await expect(page.getByRole('button', { name: 'Restart now' })).toBeVisible()
  await expect(page.getByRole('status').first()).toContainText('The library can be written again.')
})

test('a file given at the start is imported and opened', async ({ newsroom }) => {
  const path = join(newsroom.scratch, 'given.md')
  await writeFile(path, '# Given at the start\n\nIt is here.\n')
  const { stet } = await newsroom.launch({ user: 'Reporter', args: [path] })
  await expect(stet.part('headline')).toHaveText('Given at the start')
  await expect(stet.part('body')).toHaveText('It is here.')
})

test('a file given at the very first start waits for the name, and then comes in', async ({ newsroom }) => {
  const path = join(newsroom.scratch, 'given.md')
  await writeFile(path, '# Given at the start\n\nIt is here.\n')
  const { page, stet } = await newsroom.launch({ args: [path] })
  await page.getByLabel('Your name').fill('Reporter')
  await page.keyboard.press('Enter')
  await expect(stet.part('headline')).toHaveText('Given at the start')
})

test('a given file that cannot be read is named, and the window works', async ({ newsroom }) => {
  const { page, stet } = await newsroom.launch({ user: 'Reporter', args: [join(newsroom.scratch, 'nothing.txt')] })
  await expect(page.getByRole('alert')).toContainText('nothing.txt was not imported: it does not exist')
  await stet.newStory()
  await stet.type('headline', 'All well')
})

const HOW_TO_OPEN = { now: () => new Date().toISOString(), newId: () => 'unused' }

/** The message of the window when there is no library to open. Fails when it takes 5 s or more. */
async function toldWithin5s(newsroom: Newsroom, library: string): Promise<string> {
  const began = Date.now()
  const { app, page } = await newsroom.launch({ user: 'Reporter', library })
  const said = await page.getByRole('alert').innerText()
  const took = Date.now() - began
  await app.close()
  expect(took).toBeLessThan(allowed(5000))
  return said
}

test('a library that is missing is not made again', async ({ newsroom }) => {
  const first = await newsroom.launch({ user: 'Reporter' })
  await first.stet.newStory()
  await first.app.close()
  const elsewhere = join(newsroom.scratch, 'unplugged')
  await rename(newsroom.library, elsewhere)
  const said = await toldWithin5s(newsroom, newsroom.library)
  expect(said).toContain('the library that Stet used here is missing. Nothing was created in its place.')
  expect(await readdir(newsroom.scratch)).not.toContain('library')
  // An empty mount point is no new library either.
  await mkdir(newsroom.library)
  expect(await toldWithin5s(newsroom, newsroom.library)).toContain('Nothing was created in its place.')
  expect(await readdir(newsroom.library)).toEqual([])
  await rm(newsroom.library, { recursive: true })
  await rename(elsewhere, newsroom.library)
  const back = await newsroom.launch({ user: 'Reporter' })
  await expect(new LibraryPane(back.page).group('Drafts')).toHaveCount(1)
})

test('a file instead of a library, a folder of other things, a library without its marker: each is reported, nothing is written', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'a-file')
  await writeFile(file, 'not a folder')
  expect(await toldWithin5s(newsroom, file)).toContain('it is a file, not a folder')
  const other = join(newsroom.scratch, 'holiday')
  await mkdir(other)
  await writeFile(join(other, 'beach.txt'), 'sand')
  expect(await toldWithin5s(newsroom, other)).toContain('the folder contains other files and is not a library')
  await importText(newsroom, 'one.md', '# One story\n\nWords.\n')
  await rm(join(newsroom.library, 'library.json'))
  for (const copy of ['library.json.twin', 'library.json.prev']) await rm(join(newsroom.library, copy), { force: true })
  const before = await contentsOf(newsroom.library)
  expect(await toldWithin5s(newsroom, newsroom.library)).toContain('library.json is missing')
  expect([await readFile(file, 'utf8'), await readdir(other), await contentsOf(newsroom.library)]).toEqual([
    'not a folder',
    ['beach.txt'],
    before,
  ])
})

test('a library of a newer Stet is left alone', async ({ newsroom }) => {
  await importText(newsroom, 'one.md', '# One story\n\nWords.\n')
  const path = join(newsroom.library, 'library.json')
  const { envelope, content } = unwrap('json', 'library', await readFile(path))
  await writeFile(
    path,
    wrap('json', { kind: 'library', generation: envelope.generation + 1, schemaVersion: 999, minReader: 999 }, content),
  )
  await rm(`${path}.prev`, { force: true })
  const before = await contentsOf(newsroom.library)
  expect(await toldWithin5s(newsroom, newsroom.library)).toMatch(/newer Stet|needs version 999/)
  expect(await contentsOf(newsroom.library)).toEqual(before)
})

test('a library on a read-only disk opens for reading and says so', async ({ newsroom }) => {
  const disk = join(newsroom.scratch, 'disk')
  await mkdir(disk)
  const mounted = await run('mount', ['-t', 'tmpfs', 'tmpfs', disk]).then(
    () => true,
    () => false,
  )
  test.skip(!mounted, 'needs the right to mount a disk')
  try {
    const library = join(disk, 'library')
    const path = join(newsroom.scratch, 'one.md')
    await writeFile(path, '# One story\n\nWords.\n')
    expect((await newsroom.stetProcess(['import', path], 'Reporter', { STET_LIBRARY: library })).code).toBe(0)
    await run('mount', ['-o', 'remount,ro', disk])
    const before = await contentsOf(library)
    const { app, page, stet } = await newsroom.launch({ user: 'Reporter', library })
    await expect(page.getByRole('status').first()).toContainText('the disk is read-only')
    await expect(stet.part('body')).toHaveText('Words.')
    await stet.part('body').click()
    await page.keyboard.type('Not this.')
    await expect(stet.part('body')).toHaveText('Words.')
    await app.close()
    const edit = await newsroom.stetProcess(['set', 'x', 'slug', 'y'], 'Reporter', { STET_LIBRARY: library })
    expect([edit.code, edit.stderr.includes('the disk is read-only')]).toEqual([2, true])
    expect(await contentsOf(library)).toEqual(before)
  } finally {
    await run('umount', ['-l', disk])
  }
})
