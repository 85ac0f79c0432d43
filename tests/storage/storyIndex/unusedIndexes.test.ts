import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeUnusedIndexes } from '../../../src/storage/storyIndex/file/unusedIndexes'

const NOW = Date.parse('2026-10-30T09:00:00Z')
const daysAgo = (days: number): Date => new Date(NOW - days * 24 * 3600 * 1000)

describe('indexes of libraries that are gone', () => {
  let all: string
  const mine = 'a'.repeat(32)
  beforeEach(() => {
    all = join(mkdtempSync(join(tmpdir(), 'stet-unused-')), 'index')
  })
  afterEach(() => rmSync(all, { recursive: true, force: true }))

  const index = (name: string, days: number, files: readonly string[] = ['stories-2-0-0.db', 'whole.json']): void => {
    mkdirSync(join(all, name), { recursive: true })
    for (const file of files) writeFileSync(join(all, name, file), '')
    utimesSync(join(all, name), daysAgo(days), daysAgo(days))
  }

  it('are removed when nobody opened them for two months', () => {
    index(mine, 90)
    index('b'.repeat(32), 61, ['stories-1-0-0.db', 'stories-1-0-0.db-wal', 'stories-1-0-0.db-shm', 'whole.json.77'])
    index('c'.repeat(32), 59)
    removeUnusedIndexes(join(all, mine), NOW)
    expect(readdirSync(all).toSorted()).toEqual([mine, 'c'.repeat(32)])
  })

  it('leave files that are none of an index, and folders of another name', () => {
    index('b'.repeat(32), 90, ['stories-2-0-0.db', 'letter.txt'])
    index('notes', 90)
    removeUnusedIndexes(join(all, mine), NOW)
    expect([readdirSync(join(all, 'b'.repeat(32))), readdirSync(join(all, 'notes'))]).toEqual([
      ['letter.txt'],
      ['stories-2-0-0.db', 'whole.json'],
    ])
  })

  it('go twenty at a time, and a folder that is not there does not matter', () => {
    for (let n = 0; n < 25; n++) index(n.toString(16).padStart(32, '0'), 90)
    removeUnusedIndexes(join(all, mine), NOW)
    expect(readdirSync(all).length).toBe(5)
    removeUnusedIndexes(join(all, 'none', mine), NOW)
    expect(existsSync(join(all, 'none'))).toBe(false)
  })
})
