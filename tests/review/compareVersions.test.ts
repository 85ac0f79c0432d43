import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions } from '../../src/review/compareVersions'
import { thinHistory } from '../../src/review/thinHistory'
import { EMPTY_FIELDS } from '../../src/story/ledger/fields'
import type { FactView, StoryView } from '../../src/story/requests/requests'
import type { SnapshotLine } from '../../src/story/requests/snapshotLine'

const fact = (id: string, status: FactView['status'], text: string): FactView => ({
  id,
  type: 'figure',
  status,
  text,
  words: text,
  context: '',
  reasons: [],
  answered: false,
  sentence: '',
  evidence: [],
})
const view = (texts: readonly string[], more: Partial<StoryView> = {}): StoryView => ({
  id: 's1',
  guid: 'urn:uuid:1',
  stage: 'draft',
  version: 1,
  fields: EMPTY_FIELDS,
  facts: [],
  comments: [],
  updated: '',
  blocks: texts.map((text, index) => ({ role: index === 0 ? 'headline' : 'paragraph', text })),
  ...more,
})

describe('comparing two versions', () => {
  test('lists changed text, facts and fields', () => {
    const before = view(['Talks in six years', 'It lasted about 100 minutes.', 'They left.'], {
      facts: [fact('f1', 'verified', '100 minutes'), fact('f2', 'toCheck', 'left')],
      fields: { ...EMPTY_FIELDS, slug: 'busan', keywords: ['a', 'b'] },
    })
    const after = view(['Talks in six years', 'It lasted about 90 minutes.', 'Officials said so.'], {
      facts: [fact('f1', 'reCheck', '90 minutes'), fact('f2', 'toCheck', 'left')],
      fields: { ...EMPTY_FIELDS, slug: 'busan', keywords: ['a'] },
    })
    expect(compareVersions(before, after)).toEqual({
      blocks: [
        { kind: 'same', role: 'headline', runs: [{ kind: 'same', text: 'Talks in six years' }] },
        {
          kind: 'changed',
          role: 'paragraph',
          runs: [
            { kind: 'same', text: 'It lasted about ' },
            { kind: 'removed', text: '100' },
            { kind: 'added', text: '90' },
            { kind: 'same', text: ' minutes.' },
          ],
        },
        { kind: 'removed', role: 'paragraph', runs: [{ kind: 'removed', text: 'They left.' }] },
        { kind: 'added', role: 'paragraph', runs: [{ kind: 'added', text: 'Officials said so.' }] },
      ],
      facts: [
        {
          id: 'f1',
          before: { type: 'figure', status: 'verified', text: '100 minutes' },
          after: { type: 'figure', status: 'reCheck', text: '90 minutes' },
        },
      ],
      fields: [{ field: 'keywords', before: 'a, b', after: 'a' }],
      added: 4,
      removed: 3,
    })
  })

  test('a graf in another place is moved, not removed and added', () => {
    const { blocks, added, removed } = compareVersions(
      view(['Head', 'One two three.', 'Four five six.', 'Seven eight.']),
      view(['Head', 'Four five six.', 'Seven eight.', 'One two three.']),
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'moved'])
    expect([added, removed]).toEqual([0, 0])
  })

  test('the comparison contains both texts', () => {
    const texts = fc.array(
      fc
        .array(fc.constantFrom('one', 'two', '100', 'not', '부산', '山'), { maxLength: 6 })
        .map((words) => words.join(' ')),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { blocks } = compareVersions(view(a), view(b))
        const read = (without: string) =>
          blocks
            .filter(({ kind }) => kind !== without)
            .map(({ runs }) =>
              runs
                .filter(({ kind }) => kind !== without)
                .map(({ text }) => text)
                .join(''),
            )
        expect(read('removed')).toEqual(b)
        const earlier = blocks
          .filter(({ kind }) => kind !== 'added')
          .map(({ runs }) =>
            runs
              .filter(({ kind }) => kind !== 'added')
              .map(({ text }) => text)
              .join(''),
          )
        expect([...earlier].sort()).toEqual([...a].sort())
      }),
    )
  })
})

describe('thinning the autosaved history', () => {
  const NOW = '2026-10-30T12:00:00.000Z'
  const ago = (hours: number): string => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString()
  const line = (
    n: number,
    hours: number,
    kind: SnapshotLine['kind'] = 'auto',
    bytes = 1000,
  ): Pick<SnapshotLine, 'n' | 'at' | 'kind' | 'bytes'> => ({ n, at: ago(hours), kind, bytes })

  test('keeps all of the last two hours, then one an hour, then one a day', () => {
    const snapshots = [
      line(1, 75),
      line(2, 74),
      line(3, 30.9),
      line(4, 30.5),
      line(5, 29.5),
      line(6, 1.9),
      line(7, 1.7),
      line(8, 0.2),
    ]
    expect(thinHistory(snapshots, NOW, 1e9)).toEqual([1, 3])
  })

  test('beyond the limit only the oldest autosaved ones are deleted', () => {
    const snapshots = [line(1, 5, 'move'), line(2, 4), line(3, 3, 'named'), line(4, 2), line(5, 1), line(6, 0)]
    expect(thinHistory(snapshots, NOW, 4000)).toEqual([2, 4])
    expect(thinHistory(snapshots, NOW, 0)).toEqual([2, 4, 5])
  })

  test('never deletes snapshots of people, moves and exports, nor the newest of all', () => {
    const any = fc.array(
      fc.record({
        hours: fc.double({ min: 0, max: 5000, noNaN: true }),
        kind: fc.constantFrom<SnapshotLine['kind'][]>('auto', 'move', 'named', 'export', 'restore'),
        bytes: fc.nat(5000),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(any, fc.nat(60_000), (drawn, limit) => {
        const snapshots = [...drawn]
          .sort((a, b) => b.hours - a.hours)
          .map(({ hours, kind, bytes }, index) => line(index + 1, hours, kind, bytes))
        const gone = new Set(thinHistory(snapshots, NOW, limit))
        const left = snapshots.filter(({ n }) => !gone.has(n))
        expect(snapshots.filter(({ n, kind }) => gone.has(n) && (kind !== 'auto' || n === snapshots.length))).toEqual(
          [],
        )
        const evenSo = left.filter(({ kind, n }) => kind === 'auto' && n !== snapshots.length)
        if (left.reduce((sum, { bytes }) => sum + bytes, 0) > limit) expect(evenSo).toEqual([])
        // Thinning again deletes nothing.
        expect(thinHistory(left, NOW, limit)).toEqual([])
      }),
    )
  })
})
