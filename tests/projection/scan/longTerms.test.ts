/** Names and contacts that are too long for a search expression. */
import { describe, expect, test } from 'vitest'
import { prepare } from '../../../src/projection/scan/prepared'
import { findTerm } from '../../../src/projection/scan/seek/seekTerm'
import { maskNames } from '../../../src/projection/scan/maskNames'
import type { ProtectedTerm } from '../../../src/projection/scan/protectedTerms'

const term = (text: string, what: ProtectedTerm['what'] = 'contact'): ProtectedTerm => ({
  label: 'Source A',
  what,
  term: text,
  own: [],
})
const LETTERS = 'q z '.repeat(1200).trim()
const LIGATURES = 'ﷺ'.repeat(5000)

describe('a term that is too long for a search expression', () => {
  test.each([
    ['a contact of single letters', term(LETTERS)],
    ['a contact of letters that become many', term(LIGATURES)],
    ['a name of letters that become many', term('ﷺ'.repeat(500), 'name')],
    ['a name of single letters', term('q z '.repeat(125).trim(), 'name')],
    ['a contact of signs alone', term('%'.repeat(5000))],
  ])('is sought without an error: %s', (_, sought) => {
    expect(findTerm(prepare('Prices rose.'), sought)).toEqual([])
    expect(maskNames(`Ask (${sought.term}) now.`, [sought])).toBe('Ask (Source A) now.')
  })

  test('is found whatever stands between its letters', () => {
    const written = 'Q-Z_'.repeat(1200)
    expect(findTerm(prepare(`Ask ${written}now.`), term(LETTERS))).toEqual([{ from: 4, to: 4 + written.length - 1 }])
  })
})
