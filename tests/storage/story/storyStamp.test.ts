import { appendFileSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'
import { segmentName } from '../../../src/storage/story/updates/changeLog'
import { LEDGER_FILE } from '../../../src/storage/story/ledger/ledgerFile'
import { hasStamp, stampFound, stampOf, STORY_FILE } from '../../../src/storage/story/storyStamp'

describe('the stamp of a story', () => {
  let folder: string
  let stamp: string
  const path = (name: string): string => join(folder, name)
  const still = (): boolean => hasStamp(nodeFiles, folder, stamp)

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stet-stamp-'))
    writeFileSync(path(STORY_FILE), '{"words": 3}')
    writeFileSync(path(segmentName(1)), 'gone')
    writeFileSync(path(segmentName(2)), 'three words here')
    writeFileSync(path(LEDGER_FILE), 'one entry\n')
    stamp = await stampFound(nodeFiles, folder)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is the one that the story file was written with, and holds while nothing changes', () => {
    const facts = nodeFiles.factsNow(path(STORY_FILE))
    if (!facts) throw new Error('There is no story file.')
    const heads = { segment: 2, bytes: 16, nextChange: 1, ledger: { bytes: 10, seq: 1, hash: 'a'.repeat(64) } }
    expect([stampOf(facts, heads), still()]).toEqual([stamp, true])
  })

  it.each([
    ['the log', () => appendFileSync(path(segmentName(2)), ' more')],
    ['the next log', () => writeFileSync(path(segmentName(3)), 'more')],
    ['the ledger', () => appendFileSync(path(LEDGER_FILE), 'another\n')],
    ['the story file', () => appendFileSync(path(STORY_FILE), ' ')],
  ])('does not hold when %s has more', (_what, change) => {
    change()
    expect(still()).toBe(false)
  })

  it('does not hold for another file of the same size and times', async () => {
    const before = statSync(path(STORY_FILE))
    for (const name of ['other', STORY_FILE]) {
      writeFileSync(path(name), '{"words": 3}')
      utimesSync(path(name), before.atime, before.mtime)
    }
    stamp = await stampFound(nodeFiles, folder)
    expect(still()).toBe(true)
    renameSync(path('other'), path(STORY_FILE))
    expect(still()).toBe(false)
  })

  it('is none without a story file, and holds for none', async () => {
    rmSync(path(STORY_FILE))
    expect([still(), await stampFound(nodeFiles, folder)]).toEqual([false, ''])
    stamp = ''
    expect(still()).toBe(false)
  })
})
