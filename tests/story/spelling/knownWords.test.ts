import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeskWord } from '../../../src/story/desk/deskWords'
import { KnownWords, type KnownFrom } from '../../../src/story/spelling/knownWords'

const NOTHING: KnownFrom = { roster: [], sources: [], words: [], names: [] }
const source = (name: string, more: Partial<KnownFrom['sources'][number]> = {}): KnownFrom['sources'][number] => ({
  id: name,
  name,
  aliases: [],
  protected: false,
  ...more,
})
const deskWord = (words: string, list: DeskWord['list'] = 'spelling'): DeskWord => ({
  id: words,
  list,
  words,
  source: 'test',
  by: 'Ida',
  at: '2026-10-30T03:00:00Z',
})
const has = (from: Partial<KnownFrom>, ...words: readonly string[]): readonly boolean[] => {
  const known = new KnownWords({ ...NOTHING, ...from })
  return words.map((word) => known.has(word))
}

describe('known words', () => {
  test('are the names of roster, sources and story, and the desk’s words', () => {
    expect(has({ roster: [{ name: 'Anneliese Brandhuber' }] }, 'Brandhuber', "Brandhuber's", 'brandhuber')).toEqual([
      true,
      true,
      false,
    ])
    expect(has({ sources: [source('Okoro Trust', { aliases: ['Oyelaran'] })] }, 'Okoro', 'Oyelaran')).toEqual([
      true,
      true,
    ])
    expect(has({ names: ['Mr. Penhaligon of Dunmore'] }, 'Penhaligon', 'Dunmore', 'Lockwood')).toEqual([
      true,
      true,
      false,
    ])
    expect(
      has({ words: [deskWord('doomscroll'), deskWord('leads the * in *', 'pattern')] }, 'Doomscroll', 'leads'),
    ).toEqual([true, false])
  })

  test('a hyphenated name is known in parts, and a Korean one with its particles', () => {
    expect(has({ names: ['Kim Ji-woo'] }, 'Ji-woo', 'woo')).toEqual([true, true])
    expect(has({ names: ['오지훈'] }, '오지훈은', '오지훈씨에게', '오지훈련')).toEqual([true, true, false])
  })
})

describe('a protected name is treated like any other word', () => {
  const protectedSource = source('Anneliese Brandhuber', { protected: true, aliases: ['Falkenauge'] })

  test('its source makes none of its names known', () => {
    expect(has({ sources: [protectedSource] }, 'Anneliese', 'Brandhuber', 'Falkenauge')).toEqual([false, false, false])
  })

  test.each([
    ['the desk’s words', { words: [deskWord('Brandhuber'), deskWord('Falkenauge', 'name')] }],
    ['the roster', { roster: [{ name: 'Anneliese Brandhuber' }, { name: 'falkenauge' }] }],
    ['names of the story', { names: ['Frau Anneliese Brandhuber', 'Brandhuber', 'FALKENAUGE', 'Falkenauge said'] }],
    [
      'another source',
      { sources: [protectedSource, source('Brandhuber'), source('Firma', { aliases: ['Falkenauge'] })] },
    ],
  ] as const)('%s do not make it known', (_where, from) => {
    const sources = 'sources' in from ? from.sources : [protectedSource]
    expect(has({ ...from, sources }, 'Anneliese', 'Brandhuber', 'Falkenauge')).toEqual([false, false, false])
  })

  test('a Korean one is not known with a particle either', () => {
    const sources = [source('오지훈', { protected: true })]
    expect(has({ sources, names: ['오지훈은', '오지훈 씨'] }, '오지훈', '오지훈은')).toEqual([false, false])
  })

  test('nor one that was merged into a protected source', () => {
    const merged = source('A. Falkenberg', { mergedInto: protectedSource.name })
    expect(has({ sources: [merged, protectedSource], names: ['Falkenberg'] }, 'Falkenberg')).toEqual([false])
  })

  test('a name that others share stays known through them: its squiggle would tell, too', () => {
    const sources = [source('Kim Ji-woo', { protected: true }), source('Kim Min-su')]
    expect(has({ sources }, 'Kim', 'Min-su', 'Ji-woo')).toEqual([true, true, false])
  })

  test('whatever the desk writes down, nobody sees by any word whether a source is protected or absent', () => {
    const part = fc.constantFrom('Anna', 'Berg', 'Kim', 'Ji-woo', '지우', 'Stone')
    const phrase = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(
        phrase,
        fc.array(phrase, { maxLength: 4 }),
        fc.array(phrase, { maxLength: 4 }),
        (name, roster, names) => {
          const sources = [source(name, { protected: true })]
          const from = { roster: roster.map((one) => ({ name: one })), names, words: names.map((one) => deskWord(one)) }
          const known = new KnownWords({ ...from, sources })
          // No entry that names the source counts, and without those entries its record changes nothing.
          const parts = new Set(name.split(' '))
          const naming = (entry: string): boolean =>
            entry.split(' ').every((one) => parts.has(one)) ||
            name.split(' ').every((one) => entry.split(' ').includes(one))
          const others = (entries: readonly string[]): readonly string[] => entries.filter((entry) => !naming(entry))
          const without = new KnownWords({
            sources: [],
            roster: others(roster).map((one) => ({ name: one })),
            names: others(names),
            words: others(names).map((one) => deskWord(one)),
          })
          for (const word of ['Anna', 'Berg', 'Kim', 'Ji-woo', '지우', 'Stone', '지우는'])
            expect(known.has(word), word).toBe(without.has(word))
        },
      ),
    )
  })
})
