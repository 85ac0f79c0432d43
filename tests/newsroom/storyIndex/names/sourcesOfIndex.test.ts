import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openNames, printOfNames } from '../../../../src/newsroom/storyIndex/names/sourcesOfIndex'
import type { Source } from '../../../../src/story/desk/source'

const KEY = 'a'.repeat(64)
const source = (words: Partial<Source> = {}): Source => ({
  id: 's1',
  name: 'Zebedee Okonkwo',
  kind: 'person',
  groundRules: 'onTheRecord',
  groundRulesVersion: 1,
  protected: true,
  aliases: [],
  commitmentKey: KEY,
  ...words,
})

it('tells one library and one set of protected names from another', () => {
  const none = printOfNames('library', [])
  const one = printOfNames('library', [source()])
  expect(one).toMatch(/^[0-9a-f]{16}$/)
  expect(none).toMatch(/^[0-9a-f]{16}$/)
  expect(
    new Set([
      none,
      one,
      printOfNames('library', [source({ name: 'Zebedee Okonkwa' })]),
      printOfNames('library', [source({ aliases: ['Zed'] })]),
      printOfNames('library', [source({ contact: 'zed@example.org' })]),
      printOfNames('library', [source({ commitmentKey: 'b'.repeat(64) })]),
      printOfNames('library', [source(), source({ id: 's2', name: 'Ada' })]),
      printOfNames('another', []),
    ]).size,
  ).toBe(8)
})

it('is the same for the same names, whatever else the source book says', () => {
  const open = source({ id: 's2', name: 'Pool', protected: false })
  expect(printOfNames('library', [open, source({ description: 'An aide', groundRulesVersion: 2 })])).toBe(
    printOfNames('library', [source()]),
  )
  expect(printOfNames('library', [source(), source({ id: 's3', name: 'Ada' })])).toBe(
    printOfNames('library', [source({ id: 's3', name: 'Ada' }), source()]),
  )
})

it('has none while a protected source has no key, except for one whose identity is destroyed', () => {
  const { commitmentKey: _key, ...keyless } = source()
  const gone = { ...keyless, name: '', destroyed: { by: 'Editor', at: '2026-10-30T09:00:00Z' } }
  expect([
    printOfNames('library', [keyless]),
    printOfNames('library', [{ ...gone, aliases: ['Zed'] }]),
    printOfNames('library', [{ ...gone, contact: 'zed@example.org' }]),
    printOfNames('library', [gone]) === undefined,
  ]).toEqual([undefined, undefined, undefined, false])
})

it('is not that of a Stet that sought fewer names: its index is made anew', () => {
  const before = createHash('sha256').update('library').digest('hex').slice(0, 16)
  expect(printOfNames('library', [])).not.toBe(before)
})

it('gives the names of sources that are not protected, by every id that leads to them', () => {
  const pool = source({ id: 'pool', name: 'Pool report', aliases: ['Pool'], protected: false })
  const merged = source({ id: 'old', name: 'Old pool', protected: false, mergedInto: 'pool' })
  expect([...openNames([pool, merged, source()])]).toEqual([
    ['pool', 'Pool report, Pool'],
    ['old', 'Pool report, Pool'],
  ])
})
