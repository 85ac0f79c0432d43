import { describe, expect, it } from 'vitest'
import { narrowReplacement } from '../../src/document/suggestions/narrowReplacement'
import { copyFrom } from '../builders/copy/copyFrom'

const LINE = 'They spend {f:100} million, {q:“no new taxes,” {n:she} said}.'
const changeOf = (old: string, text: string) => {
  const copy = copyFrom(LINE)
  const from = copy[0]?.text.indexOf(old) ?? -1
  const { range, text: by } = narrowReplacement(copy, { block: 0, from, to: from + old.length }, text)
  return [copy[0]?.text.slice(range.from, range.to), by, range.from - from]
}

describe('a replacement is narrowed to what it changes', () => {
  it.each([
    ['a figure among words that stay', '100 million', '1000 million', ['100', '1000', 0]],
    ['a sign that is put before a figure', 'spend 100', 'spend -100', ['', '-', 6]],
    ['a word that is put in', 'spend 100', 'spend not 100', ['', 'not ', 6]],
    ['a word that is taken out', 'no new taxes', 'no taxes', ['new ', '', 3]],
    ['a repeated word that is taken out once', 'million', 'million million', ['', ' million', 7]],
    ['nothing', 'million', 'million', ['', '', 7]],
    ['all, where nothing is the same', 'million', 'thousand', ['million', 'thousand', 0]],
    ['a tag’s own text, when words are only added to it', '100', '100 or 200', ['100', '100 or 200', 0]],
    ['a tag’s own text, when a word before it is added', 'she', 'then she', ['she', 'then she', 0]],
    ['a word inside the tag’s own text', '“no new taxes,” she said', '“no old taxes,” she said', ['new', 'old', 4]],
  ] as const)('%s', (_what, old, text, change) => expect(changeOf(old, text)).toEqual(change))
})
