import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, rmSync } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupsToDrop, isBackupList } from '../../../src/storage/backup/backupFolder'
import { examineLibrary } from '../../../src/storage/doctor/examineLibrary'
import { imageOf } from '../../faults/memoryFiles'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'
import type { FileStore } from '../../../src/storage/fileStore'
import { isLockFile } from '../../../src/storage/owner/libraryLock'
import { restoreBackup } from '../../../src/storage/backup/restoreBackup'
import type { BackUpRequest } from '../../../src/storage/disk/storyStore'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../../contracts/storyStore'
import { faultyFiles } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'
import { defined } from '../../../src/story/text/defined'

const NOW = '2026-10-30T09:00:00.000Z'
/** Every file by its relative path, without locks. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const found = [...(await imageOf(nodeFiles, folder))].flatMap(([path, bytes]) =>
    bytes === 'folder' ? [] : [[path.slice(folder.length + 1), Buffer.from(bytes).toString('hex')] as const],
  )
  return Object.fromEntries(found.filter(([path]) => !isLockFile(path)))
}

describe('A backup', () => {
  let library: Throwaway
  let store: FileStore
  let to: string
  const { files, faults } = faultyFiles()
  const writer = typing('Busan')
  const backUp = (request: Partial<BackUpRequest> = {}) => store.backUp({ to, at: NOW, ...request })
  const restored = async (number?: number): Promise<string> => {
    const folder = join(dirname(library.folder), 'restored')
    await rm(folder, { recursive: true, force: true })
    await restoreBackup({ folder: to, to: folder, ...defined({ number }) })
    return folder
  }
  const keepFile = async (text: string): Promise<string> => {
    const upload = await store.takeFile()
    await upload.write(Buffer.from(text))
    return (await upload.keep()).sha256
  }

  beforeEach(async () => {
    library = await throwawayLibrary()
    to = join(dirname(library.folder), 'stick')
    await mkdir(to)
    faults.strike = () => undefined
    store = await library.open({ files })
    await store.createStory(HEADER, writer.state())
    await store.appendUpdate('busan', writer.type(' one'))
    await store.appendLedger('busan', LEDGER)
    await store.writeSnapshot('busan', {
      n: 1,
      at: NOW,
      by: 'Reporter',
      why: 'filed',
      state: writer.state(),
      view: SNAPSHOT.view,
    })
    await store.writeStoryFile('busan', SNAPSHOT)
    await keepFile('The pool report, word for word.')
  })
  afterEach(async () => {
    faults.strike = () => undefined
    await store.close()
    await library.remove()
  })

  /** Files of stories that a backup reads in the library, while nothing else reads. `at`: long after every write. */
  const readBy = async (at = '2099-10-30T09:00:00.000Z'): Promise<readonly string[]> => {
    const read: string[] = []
    faults.strike = (operation, path) => {
      const stories = join(library.folder, 'stories') + sep
      if (operation === 'readAll' && path.startsWith(stories)) read.push(path.slice(stories.length))
      return undefined
    }
    await backUp({ at })
    faults.strike = () => undefined
    return read.map((path) => path.replaceAll(sep, '/')).sort()
  }

  it('does not read a story again that was not touched since, and has it all the same', async () => {
    const all = await readBy()
    expect(all).toContain('busan/ledger.jsonl')
    expect(await readBy()).toEqual([])
    expect(await filesOf(await restored())).toEqual(await filesOf(library.folder))
    await store.appendUpdate('busan', writer.type(' two'))
    expect(await readBy()).toEqual(all)
    expect(await filesOf(await restored())).toEqual(await filesOf(library.folder))
    expect(await readBy()).toEqual([])
  })

  it('reads a story that changed at the moment of the backup before', async () => {
    const now = new Date().toISOString()
    expect([(await readBy(now)).length > 0, (await readBy(now)).length > 0]).toEqual([true, true])
  })

  it('reads a story again if the drive lost a content or the list, and for another drive', async () => {
    await readBy()
    const ledger = await readFile(join(library.folder, 'stories', 'busan', 'ledger.jsonl'))
    const sha256 = createHash('sha256').update(ledger).digest('hex')
    await writeFile(join(to, 'content', sha256.slice(0, 2), sha256), 'rot')
    expect(await readBy()).toContain('busan/ledger.jsonl')
    expect(await filesOf(await restored())).toEqual(await filesOf(library.folder))
    for (const name of await readdir(join(to, 'backups'))) await rm(join(to, 'backups', name))
    expect(await readBy()).toContain('busan/ledger.jsonl')
    expect(await readBy()).toEqual([])
    to = join(dirname(library.folder), 'other stick')
    await mkdir(to)
    expect(await readBy()).toContain('busan/ledger.jsonl')
  })

  it('goes on without a captured file that was removed since the files were listed', async () => {
    const given = await keepFile('given up')
    faults.strike = (operation, path) => {
      if (operation === 'open' && path.endsWith(given)) rmSync(path, { force: true })
      return undefined
    }
    await backUp()
    faults.strike = () => undefined
    expect(await filesOf(await restored())).toEqual(await filesOf(library.folder))
  })

  it('is restored word for word, and the doctor finds nothing', async () => {
    await backUp()
    const before = await filesOf(library.folder)
    const folder = await restored()
    expect(await filesOf(folder)).toEqual(before)
    expect(await examineLibrary({ folder })).toEqual({ ok: true, problems: [] })
    const again = await library.open({ folder, create: false })
    const { updates, ledger, repairs } = await again.loadStory('busan')
    await again.close()
    expect([wordsOf(updates), ledger, repairs]).toEqual([wordsOf((await store.loadStory('busan')).updates), LEDGER, []])
  })

  it('copies only what earlier backups do not have', async () => {
    const first = await backUp()
    const second = await backUp()
    expect([first.added > 0, second.added, second.number, second.files]).toEqual([true, 0, 2, first.files])
    await keepFile('x')
    expect(await backUp()).toMatchObject({ number: 3, added: 1, files: first.files + 1 })
  })

  it('does not change older backups', async () => {
    await backUp()
    const before = await filesOf(library.folder)
    await store.appendUpdate('busan', writer.type(' more'))
    await backUp()
    expect(await filesOf(await restored(1))).toEqual(before)
    expect(await filesOf(await restored(2))).toEqual(await filesOf(library.folder))
  })

  it('is consistent while people write: the files of a story fit together', async () => {
    let writing = true
    const typed = (async () => {
      for (let n = 0; writing; n++) {
        await store.appendUpdate('busan', writer.type(` ${n}`))
        if (n % 7 === 0) await store.compactStory('busan', writer.state())
        if (n % 3 === 0) await store.writeStoryFile('busan', SNAPSHOT)
      }
    })()
    for (let n = 0; n < 5; n++) {
      await backUp()
      expect(await examineLibrary({ folder: await restored() })).toEqual({ ok: true, problems: [] })
    }
    writing = false
    await typed
  })

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    'leaves the backup before it good when the drive says %s, at whichever call',
    async (code) => {
      await backUp()
      const good = await filesOf(library.folder)
      await store.appendUpdate('busan', writer.type(' more'))
      await keepFile('Another report.')
      const writes = new Set(['write', 'sync', 'rename', 'makeFolder', 'syncFolder', 'link'])
      let failures = 0
      for (let at = 1; ; at++) {
        let calls = 0
        faults.strike = (operation, path, mode) =>
          path.startsWith(to) && (writes.has(operation) || mode === 'new') && ++calls === at ? code : undefined
        const outcome = await backUp().catch((error: unknown) => error)
        faults.strike = () => undefined
        expect(await filesOf(await restored(1))).toEqual(good)
        if (calls < at) break
        // Deleting old backups comes after the new one is complete. Its errors are only notes.
        if (outcome instanceof Error) {
          failures += 1
          expect(outcome.message).toContain('earlier backups are unchanged')
        }
      }
      expect(failures).toBeGreaterThan(8)
      expect(await filesOf(await restored())).toEqual(await filesOf(library.folder))
    },
  )

  it('does not exist when a file does not read back the same', async () => {
    // Flips a bit of the written bytes before they are read back.
    faults.strike = (operation, path, mode) => {
      if (operation === 'open' && mode === 'read' && path.startsWith(join(to, 'content')) && existsSync(path))
        appendFileSync(path, '!')
      return undefined
    }
    await expect(backUp()).rejects.toThrow('what was read back differs from what was written')
    faults.strike = () => undefined
    await expect(restored()).rejects.toThrow('there is no backup here')
  })

  it('writes a damaged content again, and names another backup when one cannot be restored', async () => {
    const hash = await keepFile('To rot.')
    await backUp()
    const path = join(to, 'content', hash.slice(0, 2), hash)
    await writeFile(path, 'To rat.')
    await expect(restored()).rejects.toThrow(`evidence/${hash} is damaged in the backup. Nothing was created`)
    expect(await backUp()).toMatchObject({ added: 7 })
    expect(await filesOf(await restored(1))).toEqual(await filesOf(library.folder))
  })

  it('keeps the good content of a captured file that is damaged in the library', async () => {
    const hash = await keepFile('To rot.')
    await backUp()
    await writeFile(join(library.folder, 'evidence', hash), 'To rat.')
    await backUp()
    expect(await readFile(join(await restored(), 'evidence', hash), 'utf8')).toBe('To rot.')
  })

  it('never starts anew where a drive is unplugged', async () => {
    await backUp()
    await rm(to, { recursive: true })
    await expect(backUp({ known: true })).rejects.toThrow('it does not exist')
    // An unplugged drive leaves an empty folder.
    await mkdir(to)
    await expect(backUp({ known: true })).rejects.toThrow('the earlier backups are missing here')
    expect(await readdir(to)).toEqual([])
    await expect(backUp({ to: join(to, 'not', 'there'), make: true })).rejects.toThrow('it does not exist')
  })

  it('makes a folder beside other files, and refuses one inside the library or of another library', async () => {
    await writeFile(join(to, 'holiday.jpg'), 'x')
    expect(await backUp()).toMatchObject({ folder: join(to, 'Stet backup') })
    expect(await backUp()).toMatchObject({ folder: join(to, 'Stet backup'), number: 2 })
    await expect(backUp({ to: join(library.folder, 'backups'), make: true })).rejects.toThrow(
      'it is inside the library',
    )
    const other = await throwawayLibrary()
    const stranger = await other.open({ newId: () => 'another' })
    await expect(stranger.backUp({ to, at: NOW })).rejects.toThrow('it contains the backups of another library')
    await stranger.close()
    await other.remove()
  })

  it('is not restored over existing files', async () => {
    await backUp()
    await expect(restoreBackup({ folder: to, to: library.folder })).rejects.toThrow('the folder is not empty')
  })

  it('deletes nothing that appeared in the target folder during a restore', async () => {
    await backUp()
    const place = join(dirname(library.folder), 'restored')
    const words = join(place, 'notes.txt')
    await mkdir(place)
    const restoring = restoreBackup({
      folder: to,
      to: place,
      progress: () => {
        if (!existsSync(words)) appendFileSync(words, 'Written meanwhile.')
      },
    })
    await expect(restoring).rejects.toThrow('Nothing was created')
    expect([await readdir(place), await readFile(words, 'utf8')]).toEqual([['notes.txt'], 'Written meanwhile.'])
  })

  it('is passed over when its list is damaged', async () => {
    await backUp()
    await backUp()
    const list = join(to, 'backups', '000002-2026-10-30.json')
    await appendFile(list, ' ')
    await expect(restored()).rejects.toThrow('Restore an older one with --number: 1.')
    expect(await backUp()).toMatchObject({ number: 3 })
    expect(await filesOf(await restored())).toEqual(await filesOf(library.folder))
  })
})

it('a list names no file outside the new library', () => {
  const listOf = (path: string): unknown => ({
    library: 'a',
    place: '/a',
    made: NOW,
    notes: [],
    files: [{ path, size: 1, sha256: 'a'.repeat(64) }],
  })
  expect(
    ['stories/a/story.json', '../a', '/etc/a', 'a/../../b', 'a//b', 'a\\b', ''].map((path) =>
      isBackupList(listOf(path)),
    ),
  ).toEqual([true, false, false, false, false, false, false])
})

it('keeps the newest 24 backups and the last of each of 60 days', () => {
  const hourly = Array.from({ length: 24 * 90 }, (_, hour) => ({
    number: hour + 1,
    day: new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 10),
  }))
  const dropped = new Set(backupsToDrop(hourly).map(({ number }) => number))
  const kept = hourly.filter(({ number }) => !dropped.has(number))
  expect(kept.length).toBe(24 + 59)
  expect(kept.slice(0, 59).every(({ number }) => number % 24 === 0)).toBe(true)
  expect(kept.at(-1)?.number).toBe(24 * 90)
})
