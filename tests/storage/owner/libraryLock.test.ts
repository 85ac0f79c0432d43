import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'
import { LibraryInUse, readLock, takeLock, type LockContent } from '../../../src/storage/owner/libraryLock'
import { ask, isBusy } from '../../../src/storage/owner/ownerSocket'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

interface Said {
  readonly is: string
  readonly lock?: LockContent
  readonly by?: number
}

describe('The lock of a library', { timeout: 60_000 }, () => {
  let built: string
  let library: Throwaway
  let children: ChildProcess[] = []

  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), 'stet-lock-'))
    await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: 'lockChild.ts',
        outDir: built,
        emptyOutDir: false,
        rollupOptions: { output: { entryFileNames: 'lockChild.mjs' } },
      },
    })
  }, 60_000)
  afterAll(() => rm(built, { recursive: true, force: true }))
  beforeEach(async () => {
    library = await throwawayLibrary()
    children = []
  })
  afterEach(async () => {
    for (const child of children) await end(child)
    // Opening again deletes what the killed processes left. It fails beside a planted lock, which is deleted with the
    // folder.
    await library.open().then(
      (store) => store.close(),
      () => undefined,
    )
    await library.remove()
  })

  const start = (...more: string[]): ChildProcess => {
    const child = fork(join(built, 'lockChild.mjs'), [library.folder, ...more])
    children.push(child)
    return child
  }
  const hear = async (child: ChildProcess): Promise<Said> => ((await once(child, 'message')) as [Said])[0]
  const end = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const lockFiles = async (): Promise<string[]> =>
    (await readdir(library.folder)).filter((name) => name.includes('.lock')).sort()

  it('lets one of two processes own it; the other learns who the owner is and can ask it', async () => {
    const owner = await hear(start())
    expect(owner.is).toBe('owner')
    const refused = await library.open().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(LibraryInUse)
    const lock = refused instanceof LibraryInUse ? refused.lock : undefined
    expect(lock).toEqual(owner.lock)
    expect(await ask(lock ?? { socket: '', token: '' }, { action: 'story.list' })).toEqual({
      pid: lock?.pid,
      heard: { action: 'story.list' },
    })
  })

  it('goes to exactly one of eight processes that start together, in every round', async () => {
    await (await library.open()).close()
    for (let round = 0; round < 4; round++) {
      const rivals = Array.from({ length: 8 }, () => start('wait'))
      await Promise.all(rivals.map(hear))
      const answers = Promise.all(rivals.map(hear))
      for (const rival of rivals) rival.send('go')
      const said = await answers
      const owners = said.filter((answer) => answer.is === 'owner')
      expect(owners.length).toBe(1)
      expect(said.filter((answer) => answer.is !== 'owner' && answer.is !== 'inUse')).toEqual([])
      // Killed, so that the next round has a stale lock.
      for (const rival of rivals) await end(rival)
    }
  }, 60_000)

  it('is taken over from a process that was killed', async () => {
    const child = start()
    const { lock } = await hear(child)
    await end(child)
    expect(await lockFiles()).toEqual(['library-1.lock'])
    const store = await library.open({ create: false })
    expect(await lockFiles()).toEqual(['library-2.lock'])
    // Nothing of the dead owner is left, also in the system's temporary folder.
    await expect(stat(lock?.socket ?? '')).rejects.toMatchObject({ code: 'ENOENT' })
    await store.writeRoster([{ name: 'Editor' }], [])
    await store.close()
    expect(await lockFiles()).toEqual([])
  })

  it('of a command needs no socket where the system knows live processes; elsewhere others try again', async () => {
    const child = start('brief')
    const { lock } = await hear(child)
    const refused = await library.open().then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ name: 'LibraryInUse', lock })
    const answer = lock && ask(lock, { action: 'story.list' })
    if (process.platform === 'linux') {
      expect(lock?.socket).toBe('')
      await expect(answer).rejects.toMatchObject({
        name: 'OwnerError',
        kind: 'unreachable',
        message: 'A command is using this library and does not answer. Try again when it is done.',
      })
    } else expect(isBusy(await answer)).toBe(true)
    expect(await readLock(nodeFiles, library.folder)).toEqual(lock)
    await end(child)
    await (await library.open()).close()
    expect(await lockFiles()).toEqual([])
  })

  it('is not taken from a process that is stopped and cannot answer', async () => {
    const child = start()
    const owner = await hear(child)
    child.kill('SIGSTOP')
    await expect(library.open()).rejects.toMatchObject({
      name: 'LibraryInUse',
      lock: owner.lock,
      message: expect.stringContaining('is open in another Stet'),
    })
    child.kill('SIGCONT')
  })

  it('is free after its owner closed the library', async () => {
    const child = start()
    await hear(child)
    child.send('close')
    expect((await hear(child)).is).toBe('closed')
    await (await library.open()).close()
  })

  it('is not given twice within one process', async () => {
    const store = await library.open()
    await expect(library.open()).rejects.toMatchObject({
      name: 'LibraryInUse',
      lock: store.lock,
      message: expect.stringMatching(
        /is open in another Stet \(process \d+ on .+, since \d+ \w{3} \d{4} \d\d:\d\d\)\./,
      ),
    })
    expect(await readLock(nodeFiles, library.folder)).toEqual(store.lock)
    await store.close()
    expect(await readLock(nodeFiles, library.folder)).toBeUndefined()
  })

  const content = (change: Partial<LockContent>): LockContent => ({
    pid: process.pid,
    host: hostname(),
    started: '',
    token: 'x',
    socket: join(library.folder, 'nowhere'),
    at: '2026-10-30T09:00:00.000Z',
    ...change,
  })
  const plant = async (text: string): Promise<void> => {
    await (await library.open()).close()
    await writeFile(join(library.folder, 'library-1.lock'), text)
  }

  it.skipIf(process.platform !== 'linux')('is taken over when another process has its pid now', async () => {
    await plant(JSON.stringify(content({ started: 'another boot:1' })))
    await (await library.open()).close()
  })

  it.each([
    ['of this machine whose process lives and whose socket is unknown', {}],
    ['of another machine', { host: 'elsewhere', pid: 1 }],
  ])('is left alone when it is one %s', async (_name, change) => {
    await plant(JSON.stringify(content(change)))
    await expect(library.open()).rejects.toMatchObject({
      name: 'LibraryInUse',
      message: expect.stringContaining('delete'),
    })
  })

  it('is left alone while it is half-written, and overtaken when it stays so for long', async () => {
    await plant('{"pid":')
    await expect(library.open()).rejects.toMatchObject({
      name: 'LibraryInUse',
      lock: undefined,
      message: expect.stringContaining('is open in another Stet'),
    })
    await utimes(join(library.folder, 'library-1.lock'), 0, 0)
    await (await library.open()).close()
  })

  it('is only released by the process that took it', async () => {
    const store = await library.open()
    const other = JSON.stringify(content({ token: 'another' }))
    await writeFile(join(library.folder, 'library-1.lock'), other)
    await store.close()
    expect(await readFile(join(library.folder, 'library-1.lock'), 'utf8')).toBe(other)
  })

  it('gives way when another process took it in between', async () => {
    await (await library.open()).close()
    const rival = JSON.stringify(content({ token: 'rival' }))
    let lists = 0
    const files = {
      ...nodeFiles,
      list: async (folder: string) => {
        // The rival's file appears after the first listing.
        if (++lists === 2) await writeFile(join(library.folder, 'library-7.lock'), rival)
        return nodeFiles.list(folder)
      },
    }
    await expect(takeLock(files, library.folder, { token: 'mine', socket: '', at: '' })).rejects.toMatchObject({
      lock: { token: 'rival' },
    })
    expect(await lockFiles()).toEqual(['library-7.lock'])
  })

  it('is restored when somebody removes the file while its owner is alive', async () => {
    const store = await library.open()
    const [name = ''] = (await readdir(library.folder)).filter((file) => file.endsWith('.lock'))
    await rm(join(library.folder, name))
    await expect
      .poll(
        async () => {
          await store.writeRoster([{ name: 'Reporter' }], [])
          return (await readdir(library.folder)).filter((file) => file.endsWith('.lock'))
        },
        { timeout: 15_000 },
      )
      .toEqual([name])
    await expect(library.open()).rejects.toThrow('is open in another Stet')
    await store.close()
  })

  it('is not put into the empty folder that an unplugged drive leaves', async () => {
    await (await library.open()).close()
    const lock = await takeLock(nodeFiles, library.folder, { token: 'mine', socket: '', at: '' })
    await rename(library.folder, `${library.folder}-away`)
    await mkdir(library.folder)
    expect([await lock.hold(), await readdir(library.folder)]).toEqual([true, []])
    await rmdir(library.folder)
    await rename(`${library.folder}-away`, library.folder)
    const [name = ''] = await lockFiles()
    await rm(join(library.folder, name))
    expect([await lock.hold(), await lockFiles()]).toEqual([true, [name]])
    await lock.release()
  })

  it('that another process took over stops the first writer, which says so', async () => {
    const store = await library.open()
    const [name = ''] = (await readdir(library.folder)).filter((file) => file.endsWith('.lock'))
    await rm(join(library.folder, name))
    const second = await library.open()
    await expect
      .poll(
        () =>
          store.writeRoster([{ name: 'Reporter' }], []).then(
            () => '',
            (trouble: { code?: string }) => trouble.code,
          ),
        { timeout: 15_000 },
      )
      .toBe('LOCKLOST')
    expect(store.writable).toBe(false)
    await store.close()
    await second.writeRoster([{ name: 'Editor' }], [])
    expect((await second.readLibrary()).roster).toEqual([{ name: 'Editor' }])
    await second.close()
  })
})
