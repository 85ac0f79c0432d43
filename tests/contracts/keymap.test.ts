import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceleratorOf,
  chordOf,
  codeOfKey,
  KEY_ROWS,
  keyOf,
  ownerOf,
  placeOf,
  reviewKeyOf,
  typeOfKey,
  usableChanges,
  whyNotKey,
  withFirstKey,
  withKey,
  type KeyChanges,
} from '../../src/ipc/keymap'
import { parseCall } from '../../src/ipc/parsers'

const ids = KEY_ROWS.map(({ id }) => id)
const keys = fc
  .tuple(
    fc.constantFrom('', 'CmdOrCtrl+', 'CmdOrCtrl+Shift+', 'CmdOrCtrl+Alt+'),
    fc.constantFrom('E', 'B', 'N', 'J', 'Q', '1', '.', '/', 'F6', 'F9', 'Enter'),
  )
  .map((parts) => parts.join(''))
const mayHave = (id: (typeof ids)[number], key: string): boolean =>
  key === '' || whyNotKey(key, placeOf(id)) === undefined

describe('the keys of the commands', () => {
  test('every key of the tables is allowed, and the keyboard event gives the same accelerator', () => {
    const ofTable = KEY_ROWS.flatMap(({ keys: key, place }) => (key === undefined ? [] : [[key, place] as const]))
    expect(
      ofTable.map(([key, place]) => [key, whyNotKey(key, place), chordOf(acceleratorOf(chordOf(key)) ?? '')]),
    ).toEqual(ofTable.map(([key]) => [key, undefined, chordOf(key)]))
  })

  test('plain letters and the keys for copying, pasting and quitting are refused', () => {
    expect([
      whyNotKey('K'),
      whyNotKey('Shift+K'),
      whyNotKey('Alt+K'),
      whyNotKey('CmdOrCtrl+C'),
      whyNotKey('F11'),
      whyNotKey('F9'),
    ]).toEqual([
      'Choose a function key, or a key with Ctrl or Cmd. The other keys type text.',
      'Choose a function key, or a key with Ctrl or Cmd. The other keys type text.',
      'Choose a function key, or a key with Ctrl or Cmd. The other keys type text.',
      'This key is reserved for copying.',
      'This key is reserved for full screen.',
      undefined,
    ])
  })

  test('a command whose key goes to another one has none, until a reset', () => {
    const given = withKey('story.new', 'CmdOrCtrl+E', {})
    expect([
      given,
      keyOf('story.new', given),
      keyOf('story.export', given),
      ownerOf('CmdOrCtrl+E', given),
      ownerOf('CmdOrCtrl+N', given),
    ]).toEqual([{ 'story.new': 'CmdOrCtrl+E', 'story.export': '' }, 'CmdOrCtrl+E', undefined, 'story.new', undefined])
    const back = withFirstKey('story.export', given)
    expect([back, keyOf('story.new', back)]).toEqual([{ 'story.new': '' }, undefined])
    expect(withFirstKey('story.new', back)).toEqual({})
  })

  test('a key counts by its label; by its place if it types another script, with Option, or a digit', () => {
    const codes = (
      [
        ['a', 'KeyQ'],
        ['Q', 'KeyA'],
        ['w', 'KeyZ'],
        [',', 'KeyM'],
        ['.', 'Comma'],
        ['ㅂ', 'KeyQ'],
        ['Process', 'KeyQ'],
        ['й', 'KeyQ'],
        ['œ', 'KeyQ', true],
        ['[', 'KeyL', true],
        ['-', 'Digit6'],
        ['.', 'NumpadDecimal'],
        ['>', 'Period'],
        ['Enter', 'Enter'],
      ] as const
    ).map(([key, code, altKey = false]) => codeOfKey({ key, code, altKey }))
    expect(codes).toEqual([
      ...['KeyA', 'KeyQ', 'KeyW', 'Comma', 'Period'],
      ...['KeyQ', 'KeyQ', 'KeyQ', 'KeyQ', 'KeyL'],
      ...['Digit6', 'NumpadDecimal', 'Period', 'Enter'],
    ])
  })

  test('a letter of review may also be a key of types or the window, but not of another act of review', () => {
    const given = withKey('review.next', 'N', {})
    expect([given, ownerOf('N', given, 'review'), ownerOf('N', given, 'types'), ownerOf('N', given)]).toEqual([
      { 'review.next': 'N', 'review.note': '' },
      'review.next',
      'type.name',
      undefined,
    ])
    expect([
      reviewKeyOf('KeyN', given),
      reviewKeyOf('KeyJ', given),
      reviewKeyOf('Period', given),
      typeOfKey('KeyN', given),
    ]).toEqual(['review.next', undefined, 'review.sameSource', 'name'])
    expect(withFirstKey('review.note', given)).toEqual({ 'review.next': '' })
    expect([whyNotKey('7', 'review'), whyNotKey('/', 'types')]).toEqual([undefined, undefined])
    expect(['CmdOrCtrl+N', 'Shift+N', 'F9', 'Enter'].map((key) => whyNotKey(key, 'review'))).toEqual(
      Array.from({ length: 4 }, () => 'Choose a single letter, digit or symbol: there is no text to type in review.'),
    )
  })

  test('after any changes no two commands of a place share a key, and stored changes are read back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(keys, { nil: '' }), fc.boolean())), (steps) => {
        const changes = steps.reduce<KeyChanges>(
          (now, [id, key, reset]) => (reset ? withFirstKey(id, now) : mayHave(id, key) ? withKey(id, key, now) : now),
          {},
        )
        const had = ids.flatMap((id) => {
          const key = keyOf(id, changes)
          return key === undefined ? [] : [JSON.stringify([placeOf(id), chordOf(key)])]
        })
        expect(new Set(had).size).toBe(had.length)
        expect(usableChanges(JSON.parse(JSON.stringify(changes)))).toEqual(changes)
      }),
    )
  })

  test('stored changes for unknown commands and refused keys are ignored', () => {
    expect(
      usableChanges({
        'story.new': 'CmdOrCtrl+G',
        'no.such': 'F9',
        'story.export': 'K',
        'story.import': 7,
        'edit.find': '',
        'review.next': '7',
        'type.quote': 'F9',
      }),
    ).toEqual({ 'story.new': 'CmdOrCtrl+G', 'edit.find': '', 'review.next': '7' })
    expect([null, 'x', 3, []].map(usableChanges)).toEqual([{}, {}, {}, {}])
  })

  test('a window may name existing commands only', () => {
    expect(parseCall({ name: 'setKeys', request: { keys: { 'story.new': 'F9' } } })).toEqual({
      name: 'setKeys',
      request: { keys: { 'story.new': 'F9' } },
    })
    expect(() => parseCall({ name: 'setKeys', request: { keys: { 'story.burn': 'F9' } } })).toThrow('not well-formed')
  })
})
