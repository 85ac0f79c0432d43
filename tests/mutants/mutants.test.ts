import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/paths.mjs'
import { own as ofAttempts } from '../attack/mutants.mjs'
import { mutants } from './mutants.mjs'
import { killedByOracle } from './oracle.mjs'
import { placesOfPiece, withPieceReplaced } from './pieces.mjs'
import { items } from './securityItems.mjs'

const timesIn = (file: string, piece: string): number =>
  existsSync(join(root, file)) ? placesOfPiece(readFileSync(join(root, file), 'utf8'), piece).length : 0

test.each(mutants)('the mutant “$what” changes one place of its file', ({ file, find }) => {
  expect(timesIn(file, find), `${find} in ${file}`).toBe(1)
})

test.each(mutants)('the tests that kill “$what” are there', ({ tests }) => {
  expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test.each(items)('switching off “$item” changes one place for each change', ({ changes }) => {
  for (const [file, find] of changes) expect(timesIn(file, find), `${find} in ${file}`).toBe(1)
})

test.each(Object.entries(ofAttempts))(
  'the mutant of attempts “%s” changes one place for each piece',
  (_name, pieces) => {
    expect(pieces).not.toEqual([])
    for (const { file, find } of pieces) expect(timesIn(file, find), `${find} in ${file}`).toBe(1)
  },
)

test('every mutant that the oracle kills is one of them', () => {
  const known = new Set(mutants.map(({ what }) => what))
  expect(killedByOracle.filter((what) => !known.has(what))).toEqual([])
})

test('a piece is found whatever the formatter does to line breaks and trailing commas', () => {
  const source = 'const found = call(\n  first,\n  second,\n)\n'
  expect(withPieceReplaced(source, 'call(first, second)', 'none')).toBe('const found = none\n')
  expect(withPieceReplaced(source, 'call(first, third)', 'none')).toBeUndefined()
  expect(withPieceReplaced('a = 1\na = 1\n', 'a = 1', 'a = 2')).toBeUndefined()
})
