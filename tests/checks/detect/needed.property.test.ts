/** What a pattern asks for never keeps it from a match, in any table, on any text. */
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askedFor, mayMatch, neededBy } from '../../../src/checks/detect/needed'
import { fold } from '../../../src/checks/detect/fold'
import { LANGUAGE_WORDS } from '../../../src/checks/detect/languages'
import { madeOf } from '../../../src/checks/detect/patterns'

const SETS = join(import.meta.dirname, '..', 'sets', 'statements')
const sentences = readdirSync(SETS).flatMap((file) =>
  readFileSync(join(SETS, file), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => fold(line.split('\t')[1] ?? '').text)
    .filter((text) => text !== ''),
)

describe('what a pattern asks for', () => {
  it.each([
    ['its letters', 'record', ['recor']],
    ['one of its alternatives', '(?:plus|moins) que', [' que']],
    ['every alternative', 'mayor|menor', ['mayor', 'menor']],
    ['nothing of a letter that may be missing', 'doux?ce', ['dou']],
    ['nothing of a group that may be missing', '(?:tout )?seul', ['seul']],
    ['a letter that stands there at least once', 'xab{1,3}c', ['xab']],
    ['what must follow', '(?:a|b)(?=est)', ['est']],
    ['nothing of what must not follow', 'als(?! kleinste)', ['als']],
    ['signs that are written with a backslash', 'nr\\. 1', ['nr. 1']],
    ['nothing, if one alternative asks for nothing', 'erste|[a-z]', undefined],
  ])('%s', (_, source, needed) => expect(neededBy(source)).toEqual(needed))
})

describe.each(Object.entries(LANGUAGE_WORDS))('in %s', (_, words) => {
  const made = [words.superlatives, words.notSuperlatives, words.figures, words.notFigures].flatMap((patterns) =>
    madeOf(patterns, words),
  )
  const missed = (text: string): readonly string[] =>
    made
      .filter(({ find, asked }) => !mayMatch(text, asked) && [...text.matchAll(find)].length > 0)
      .map(({ find }) => find.source)

  it('no pattern is kept from a committed sentence that it matches', () => {
    expect(sentences.flatMap(missed)).toEqual([])
  }, 60_000)
  it('and from no pieces of them', () => {
    const piece = fc
      .tuple(fc.constantFrom(...sentences), fc.nat(200), fc.integer({ min: 1, max: 60 }))
      .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length))
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        expect(missed(pieces.join(' '))).toEqual([])
      }),
      { numRuns: 150, seed: 19 },
    )
  }, 60_000)
  it('most patterns are not tried in a sentence without claims', () => {
    const asked = made.filter((one) => one.asked !== undefined)
    expect(asked.length / made.length).toBeGreaterThan(0.8)
    expect(askedFor('[a-z]')).toBeUndefined()
  })
})
