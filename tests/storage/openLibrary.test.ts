import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wrap } from '../../src/storage/disk/envelope'
import { nodeFiles, type FileLayer } from '../../src/storage/disk/fileLayer'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../contracts/storyStore'
import { faultyFiles } from './faultyFiles'
import { MIN_READER, SCHEMA_VERSION } from '../../src/story/copy/documentSchema'
import { throwawayLibrary, type Throwaway } from './throwawayLibrary'

describe('Opening a library', () => {
  let library: Throwaway
  beforeEach(async () => {
    library = await throwawayLibrary()
  })
  afterEach(() => library.remove())

  it('makes the folders and readable files of a new library, for its owner alone', async () => {
    const store = await library.open()
    expect((await readdir(library.folder)).sort()).toEqual([
      'evidence',
      'library-1.lock',
      'library.json',
      'library.json.twin',
      'roster.json',
      'roster.json.twin',
      'sources.json',
      'sources.json.twin',
      'stories',
    ])
    const file: unknown = JSON.parse(await readFile(join(library.folder, 'library.json'), 'utf8'))
    expect(file).toEqual({
      stet: {
        format: 1,
        kind: 'library',
        generation: 1,
        schemaVersion: SCHEMA_VERSION,
        minReader: MIN_READER,
        about: { copies: 2 },
        length: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      data: { id: 'library-1', created: '2026-10-30T09:00:00.000Z', settings: { deskOfOne: false } },
    })
    // Windows has no permission bits.
    if (process.platform !== 'win32') {
      for (const name of ['library.json', 'library-1.lock'])
        expect((await stat(join(library.folder, name))).mode & 0o777).toBe(0o600)
    }
    await store.close()
    expect((await readdir(library.folder)).sort()).toEqual([
      'evidence',
      'library.json',
      'library.json.twin',
      'roster.json',
      'roster.json.twin',
      'sources.json',
      'sources.json.twin',
      'stories',
    ])
  })

  it('finds everything again without create', async () => {
    const first = await library.open()
    const { state, type } = typing('Busan')
    await first.createStory(HEADER, state())
    await first.appendUpdate('busan', type(' summit'))
    await first.appendLedger('busan', LEDGER)
    await first.writeStoryFile('busan', SNAPSHOT)
    await first.close()
    const second = await library.open({ create: false })
    expect(await second.readStoryFile('busan')).toEqual(SNAPSHOT)
    await second.appendUpdate('busan', type(' ends'))
    const story = await second.loadStory('busan')
    expect([wordsOf(story.updates), story.ledger, story.repairs]).toEqual(['Busan summit ends', LEDGER, []])
    expect(await second.readStoryFile('busan')).toEqual({ ...SNAPSHOT, stale: true })
    await second.close()
  })

  it('never takes a missing or empty folder for an empty library', async () => {
    await expect(library.open({ create: false })).rejects.toMatchObject({
      name: 'StorageError',
      code: 'ENOENT',
      what: 'there is no library here',
    })
    await mkdir(library.folder)
    await expect(library.open({ create: false })).rejects.toMatchObject({
      code: 'ENOENT',
      what: 'there is no library here',
    })
    await expect(library.open({ lock: 'none' })).rejects.toMatchObject({
      code: 'ENOENT',
      what: 'there is no library here',
    })
    expect(await readdir(library.folder)).toEqual([])
  })

  it('refuses a folder with other files, and does not change it', async () => {
    await mkdir(library.folder)
    await writeFile(join(library.folder, 'thesis.txt'), 'mine')
    await expect(library.open()).rejects.toMatchObject({
      code: 'NOTEMPTY',
      what: 'the folder contains other files and is not a library',
    })
    expect(await readdir(library.folder)).toEqual(['thesis.txt'])
  })

  it('makes a library in a folder with only files of the operating system', async () => {
    await mkdir(library.folder)
    await writeFile(join(library.folder, '.DS_Store'), '')
    await (await library.open()).close()
    expect(await readdir(library.folder)).toContain('library.json')
  })

  it('says so when the marker of a library with stories is missing', async () => {
    const store = await library.open()
    await store.createStory(HEADER, typing().state())
    await store.close()
    for (const name of ['library.json', 'library.json.twin']) await rm(join(library.folder, name))
    await expect(library.open()).rejects.toMatchObject({
      code: 'NOMARKER',
      what: 'library.json is missing, so this library cannot be opened',
    })
  })

  it('finishes a library whose making was interrupted', async () => {
    const { files } = faultyFiles({
      strike: (operation, path) => (operation === 'rename' && path.endsWith('library.json') ? 'EIO' : undefined),
    })
    await expect(library.open({ files })).rejects.toMatchObject({ name: 'StorageError' })
    await expect(library.open({ create: false })).rejects.toMatchObject({
      code: 'UNFINISHED',
      safe: 'Nothing is lost: it contains nothing yet.',
    })
    const store = await library.open()
    expect(await store.readLibrary()).toEqual({
      settings: { deskOfOne: false },
      roster: [{ name: 'Reporter', role: 'editor' }],
      pins: [],
      sources: [],
      repairs: [],
      losses: [],
    })
    await store.close()
  })

  it('keeps what another process made between the check of the empty folder and the lock', async () => {
    let asked = 0
    const files: FileLayer = {
      ...nodeFiles,
      async makeFolder(path) {
        await nodeFiles.makeFolder(path)
        if (path !== library.folder || asked++ > 0) return
        const other = await library.open()
        await other.writeRoster([{ name: 'Reporter' }, { name: 'Editor' }], [])
        await other.createStory(HEADER, typing('Busan').state())
        await other.close()
      },
    }
    const store = await library.open({ files })
    expect([asked, await store.readLibrary(), await store.listStories()]).toMatchObject([
      1,
      { roster: [{ name: 'Reporter' }, { name: 'Editor' }], repairs: [] },
      ['busan'],
    ])
    await store.close()
    expect(JSON.parse(await readFile(join(library.folder, 'library.json'), 'utf8'))).toMatchObject({
      stet: { generation: 1 },
      data: { id: 'library-1' },
    })
  })

  it('tells of a file of a known library that is missing, as a loss, and makes no new one', async () => {
    const store = await library.open()
    for (const name of ['roster.json', 'roster.json.twin']) await rm(join(library.folder, name))
    expect((await store.readLibrary()).losses).toEqual([
      { kind: 'roster', where: 'roster.json', detail: expect.stringContaining('both copies are missing') },
    ])
    expect(await readdir(library.folder)).not.toContain('roster.json')
    await store.close()
  })

  it('writes nothing when the whole library is gone', async () => {
    const store = await library.open()
    await store.createStory(HEADER, typing().state())
    await store.appendUpdate('busan', typing('Busan').state())
    await rename(library.folder, `${library.folder}-elsewhere`)
    await expect(store.writeRoster([], [])).rejects.toMatchObject({ code: 'ENOENT', what: 'it does not exist' })
    await expect(store.createStory({ ...HEADER, id: 'b' }, typing().state())).rejects.toMatchObject({
      code: 'ENOENT',
      what: 'it does not exist',
    })
    await rename(`${library.folder}-elsewhere`, library.folder)
    await store.close()
  })

  it('refuses a library that a newer Stet says it must not read', async () => {
    await (await library.open()).close()
    const newer = wrap(
      'json',
      { kind: 'library', generation: 2, schemaVersion: 9, minReader: 9 },
      Buffer.from('{"id":"x"}'),
    )
    await writeFile(join(library.folder, 'library.json'), newer)
    await expect(library.open()).rejects.toMatchObject({
      code: 'NEWER',
      next: 'Open the library with the newer Stet.',
      what: expect.stringContaining('it was made by a newer Stet'),
    })
    expect((await readdir(library.folder)).sort()).toEqual([
      'evidence',
      'library.json',
      'library.json.twin',
      'roster.json',
      'roster.json.twin',
      'sources.json',
      'sources.json.twin',
      'stories',
    ])
    expect(await readFile(join(library.folder, 'library.json'))).toEqual(Buffer.from(newer))
  })

  it('does not lower the version of a library of a newer Stet that it may read', async () => {
    await (await library.open()).close()
    const data = JSON.stringify({ id: 'x', created: '', settings: { deskOfOne: true } })
    await writeFile(
      join(library.folder, 'library.json'),
      wrap('json', { kind: 'library', generation: 5, schemaVersion: 3, minReader: 1 }, Buffer.from(data)),
    )
    const store = await library.open()
    await store.writeSettings({ deskOfOne: false })
    await store.close()
    expect(JSON.parse(await readFile(join(library.folder, 'library.json'), 'utf8'))).toMatchObject({
      stet: { generation: 6, schemaVersion: 3 },
      data: { settings: { deskOfOne: false } },
    })
  })

  it('opens for reading beside the owner, reads what the owner saved, and writes nothing', async () => {
    const owner = await library.open()
    const { state, type } = typing('Busan')
    await owner.createStory(HEADER, state())
    const reader = await library.open({ lock: 'none' })
    await owner.appendUpdate('busan', type(' summit'))
    expect(wordsOf((await reader.loadStory('busan')).updates)).toBe('Busan summit')
    expect(reader.writable).toBe(false)
    await expect(reader.appendUpdate('busan', state())).rejects.toMatchObject({
      code: 'READONLY',
      what: 'the library is open read-only',
    })
    await expect(reader.writeRoster([], [])).rejects.toMatchObject({
      code: 'READONLY',
      what: 'the library is open read-only',
    })
    await reader.close()
    await owner.appendUpdate('busan', type(' ends'))
    await owner.close()
  })

  it('deletes what a crash left half-written, and no half story is listed', async () => {
    await (await library.open()).close()
    await mkdir(join(library.folder, 'stories', '.busan.00ff.tmp'))
    await writeFile(join(library.folder, '.roster.json.00ff.tmp'), 'half')
    const store = await library.open()
    expect(await store.listStories()).toEqual([])
    expect(await readdir(join(library.folder, 'stories'))).toEqual([])
    expect((await readdir(library.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    await store.close()
  })

  it('lists the stories once to open, however many there are, and finishes deletions by that list', async () => {
    const { files, faults } = faultyFiles()
    const made = await library.open()
    await made.createStory({ ...HEADER, id: 'gone' }, typing('a').state())
    await made.createStory({ ...HEADER, id: 'kept' }, typing('a').state())
    await made.close()
    const stories = join(library.folder, 'stories')
    await rename(join(stories, 'gone'), join(stories, 'gone.deleting'))
    let lists = 0
    faults.strike = (operation, path) => {
      if (operation === 'list' && path === stories) lists += 1
      return undefined
    }
    const store = await library.open({ files })
    const finished = await store.finishDeletions((id) => id === 'gone')
    expect([finished, lists]).toEqual([{ removed: ['gone'], putBack: [], left: [] }, 1])
    expect(await readdir(stories)).toEqual(['kept'])
    await store.close()
  })

  it('keeps a limited number of files open while appends go on', async () => {
    const store = await library.open()
    const stories = Array.from({ length: 60 }, (_, index) => ({ id: `story-${index}`, writer: typing('a') }))
    for (const { id, writer } of stories) await store.createStory({ ...HEADER, id }, writer.state())
    for (let round = 0; round < 2; round++)
      await Promise.all(stories.map(({ id, writer }) => store.appendUpdate(id, writer.type('b'))))
    for (const { id } of stories) expect(wordsOf((await store.loadStory(id)).updates)).toBe('abb')
    await store.close()
  })

  // Root may write anywhere, and Windows has no permission bits.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says that a read-only folder cannot be written, and opens it for reading',
    async () => {
      await (await library.open()).close()
      await chmod(library.folder, 0o500)
      await expect(library.open()).rejects.toMatchObject({ code: 'EACCES', what: 'Stet is not allowed to use it' })
      await (await library.open({ lock: 'none' })).close()
      await chmod(library.folder, 0o700)
    },
  )
})
