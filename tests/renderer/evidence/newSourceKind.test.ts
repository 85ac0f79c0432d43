import { describe, expect, it } from 'vitest'
import { newSourceKind } from '../../../src/renderer/evidence/form/attach/newSourceKind'
import { wordsToFind } from '../../../src/renderer/evidence/viewer/marks'

describe('the kind of a new source', () => {
  it.each([
    ['Ruth Adeyemi', 'quote', 'person'],
    ['J. P. O’Neill-Park', 'paraphrase', 'person'],
    ['김지우', 'quote', 'person'],
    ['Council report 24/117', 'quote', 'document'],
    ['interview', 'quote', 'document'],
    ['Ruth Adeyemi', 'figure', 'document'],
  ] as const)('of “%s” for a %s begins with %s', (name, type, kind) => {
    expect(newSourceKind(name, type)).toBe(kind)
  })
})

describe('what is looked for in a file', () => {
  it.each([
    ['“We have run out of money.”', 'We have run out of money'],
    ['“We have run out of money,”', 'We have run out of money'],
    ['“a shame”,', 'a shame'],
    ['「돈이 없다.」', '돈이 없다'],
    ['£2.4 million', '£2.4 million'],
    ['said “yes” twice', 'said “yes” twice'],
    ['“', '“'],
  ])('for %s is %s', (words, sought) => {
    expect(wordsToFind(words)).toBe(sought)
  })
})
