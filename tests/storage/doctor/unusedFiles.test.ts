import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ContentFiles } from '../../../src/storage/disk/contentFiles'
import { examineLibrary } from '../../../src/storage/doctor/examineLibrary'
import { nodeFiles, type FileLayer } from '../../../src/storage/disk/fileLayer'
import type { FileStore } from '../../../src/storage/fileStore'
import { hashesIn } from '../../../src/storage/doctor/unusedFiles'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { HEADER, NOW, SNAPSHOT, typing } from '../../builders/stories/storedStory'
import { faultyFiles } from '../faultyFiles'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

const LONG_AGO = new Date(Date.parse(NOW) - 25 * 3_600_000)
const LATELY = new Date(Date.parse(NOW) - 23 * 3_600_000)

describe('Captured files that nothing refers to', () => {
  let library: Throwaway
  let store: FileStore
  const evidence = (...names: string[]): string => join(library.folder, 'evidence', ...names)
  const kept = async (): Promise<readonly string[]> => (await readdir(evidence())).sort()
  const tidy = () => store.removeUnused({ open: new Set(), now: NOW })
  /** Copies words into the library, by default 25 hours ago. */
  async function captured(words: string, at = LONG_AGO): Promise<string> {
    const upload = await store.takeFile()
    await upload.write(Buffer.from(words))
    const { sha256 } = await upload.keep()
    await utimes(evidence(sha256), at, at)
    return sha256
  }

  beforeEach(async () => {
    library = await throwawayLibrary()
    store = await library.open()
  })
  afterEach(async () => {
    await store.close()
    await library.remove()
  })

  it('are listed with their size and removed, once they are older than a day', async () => {
    const [old, young] = [await captured('given up'), await captured('still open', LATELY)]
    const unused = [{ sha256: old, path: evidence(old), size: 8, modified: LONG_AGO.toISOString() }]
    expect(await store.examine({ repair: false, open: new Set(), now: NOW })).toEqual({
      ok: true,
      problems: [],
      unused,
    })
    expect(await kept()).toEqual([old, young].sort())
    expect([await tidy(), await tidy()]).toEqual([unused, []])
    expect(await kept()).toEqual([young])
    expect(await examineLibrary({ folder: library.folder, now: NOW })).toEqual({ ok: true, problems: [] })
  })

  it('of deleted stories go without a look into other captured files, and not while a file is damaged', async () => {
    await store.close()
    const { files, faults } = faultyFiles()
    store = await library.open({ create: false, files })
    await store.createStory(HEADER, typing('Busan').state())
    const [gone, other] = [await captured('of the deleted story'), await captured('given up')]
    const read: string[] = []
    faults.strike = (operation, path) => {
      if (operation !== 'facts') read.push(path)
      return undefined
    }
    const removed = () => store.removeUnused({ open: new Set(), now: NOW, only: new Set([gone]) })
    const state = join(library.folder, 'stories', 'busan', 'state.yjs')
    const good = await readFile(state)
    await writeFile(state, 'damaged')
    await expect(removed()).rejects.toThrow('Nothing was deleted.')
    await writeFile(state, good)
    expect((await removed()).map(({ sha256 }) => sha256)).toEqual([gone])
    expect([await kept(), read.includes(evidence(other))]).toEqual([[other], false])
  })

  it('are none that a ledger, a state, a change, a version, a source or a quarantined file refers to', async () => {
    const of: Record<string, string> = {}
    for (const where of ['history', 'state', 'state before', 'change', 'snapshot', 'version', 'sources', 'set aside'])
      of[where] = await captured(where)
    const given = await captured('given up')
    const doc = new Y.Doc({ gc: false })
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void updates.push(update))
    const show = (where: string): Uint8Array => {
      doc.getMap('pictures').set('latest', { file: of[where] })
      return updates.at(-1) ?? new Uint8Array()
    }
    show('state before')
    await store.createStory(HEADER, Y.encodeStateAsUpdate(doc))
    await store.appendUpdate('busan', show('state'))
    await store.compactStory('busan', Y.encodeStateAsUpdate(doc))
    await store.appendUpdate('busan', show('change'))
    await store.appendLedger(
      'busan',
      ledgerFrom([
        {
          kind: 'evidenceAdded',
          by: 'Reporter',
          fact: 'f1',
          evidence: { id: 'e1', source: 's1', locator: 'p. 1', stance: 'supports', file: of['history'] ?? '' },
        },
      ]),
    )
    const version = new Y.Doc()
    version.getText('copy').insert(0, `In a version only: ${of['version']}`)
    await store.writeSnapshot('busan', {
      n: 1,
      at: NOW,
      by: 'Reporter',
      why: 'filed',
      state: Y.encodeStateAsUpdate(version),
      view: SNAPSHOT.view,
    })
    await store.writeStoryFile('busan', { ...SNAPSHOT, summary: { ...SNAPSHOT.summary, slug: of['snapshot'] ?? '' } })
    await store.writeSources([
      {
        id: 's1',
        name: of['sources'] ?? '',
        kind: 'person',
        groundRules: 'onTheRecord',
        groundRulesVersion: 1,
        protected: false,
        aliases: [],
      },
    ])
    await writeFile(join(library.folder, 'stories', 'busan', 'changes-1.log.torn-7'), `\u0000\u0001${of['set aside']}`)
    expect((await tidy()).map(({ sha256 }) => sha256)).toEqual([given])
    expect(await kept()).toEqual(Object.values(of).sort())
  })

  it('stay, and are not listed, while anything is wrong with the library', async () => {
    const old = await captured('given up')
    await store.createStory(HEADER, typing('Busan').state())
    await writeFile(join(library.folder, 'stories', 'busan', 'ledger.jsonl'), 'not an entry\n')
    const report = await store.examine({ repair: false, open: new Set(), now: NOW })
    expect([report.ok, report.unused]).toEqual([false, undefined])
    await expect(tidy()).rejects.toThrow('Nothing was deleted. Run “stet doctor --repair”')
    expect(await kept()).toEqual([old])
  })

  it('are no damage when they are removed while the doctor runs', async () => {
    const given = await captured('given up')
    const files: FileLayer = {
      ...nodeFiles,
      open: async (path, mode) => {
        if (path === evidence(given)) await nodeFiles.remove(path)
        return nodeFiles.open(path, mode)
      },
    }
    expect(await examineLibrary({ folder: library.folder, now: NOW, files })).toEqual({ ok: true, problems: [] })
  })

  it('make the doctor name a file that it cannot read, because that may refer to them, and go on', async () => {
    const old = await captured('given up')
    const stray = join(library.folder, 'stories', 'locked.txt')
    await mkdir(join(library.folder, 'stories'), { recursive: true })
    await writeFile(stray, 'in the hands of another program')
    const files = {
      ...nodeFiles,
      readAll: (path: string) =>
        path === stray
          ? Promise.reject(Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' }))
          : nodeFiles.readAll(path),
    }
    const report = await examineLibrary({ folder: library.folder, now: NOW, files })
    expect([report.ok, report.problems.map(({ path }) => path), report.unused]).toEqual([false, [stray], undefined])
    expect(await kept()).toEqual([old])
  })

  it('stay when somebody copied them again since they were listed', async () => {
    const sha256 = await captured('needed again', LATELY)
    const contents = new ContentFiles(nodeFiles, evidence())
    expect([await contents.removeIfAsOld({ sha256, modified: LONG_AGO.toISOString() }), await kept()]).toEqual([
      false,
      [sha256],
    ])
    expect([await contents.removeIfAsOld({ sha256, modified: LATELY.toISOString() }), await kept()]).toEqual([true, []])
    expect(await contents.removeIfAsOld({ sha256, modified: LATELY.toISOString() })).toBe(false)
  })

  it('stay when they were claimed as evidence, even if no file refers to them yet', async () => {
    const [needed, given] = [await captured('backup'), await captured('given up')]
    expect(await store.claimFile(needed)).toBe(true)
    expect((await tidy()).map(({ sha256 }) => sha256)).toEqual([given])
    expect([await kept(), await store.claimFile(given)]).toEqual([[needed], false])
  })

  it('are no other files in the folder', async () => {
    await mkdir(evidence(), { recursive: true })
    for (const name of ['notes.txt', `${'a'.repeat(64)}.pdf`]) {
      await writeFile(evidence(name), '')
      await utimes(evidence(name), LONG_AGO, LONG_AGO)
    }
    expect((await examineLibrary({ folder: library.folder, now: NOW })).unused).toBeUndefined()
  })
})

it('a hash is found in plain bytes, in longer hexadecimal, and inside base64', () => {
  const hash = createHash('sha256').update('x').digest('hex')
  for (const text of [
    hash,
    `ab${hash}cd`,
    JSON.stringify({
      state: Buffer.from(`\u0001\u0002 some bytes before it, and enough of them ${hash}`).toString('base64'),
    }),
  ]) {
    expect([...hashesIn(Buffer.from(text))]).toContain(hash)
  }
  expect([...hashesIn(Buffer.from(hash.slice(1)))]).toEqual([])
})

it('a hash is found in base64 that was damaged somewhere before it', () => {
  const hash = createHash('sha256').update('x').digest('hex')
  const base64 = Buffer.from(
    `\u0001\u0002 some bytes before it, and enough of them ${hash} and some after it`,
  ).toString('base64')
  for (const at of [0, 1, 2, 3, 20])
    expect([...hashesIn(Buffer.from(`{"state":"${base64.slice(0, at)}\u0000${base64.slice(at + 1)}"}`))]).toContain(
      hash,
    )
})
