/** Fillers and titles of the desk: a quote that matches only by them is for a person to accept. */
import { describe, expect, it } from 'vitest'
import { checkQuote, type QuoteToCheck } from '../../../src/checks/quote/checkQuote'
import { withTaughtWords } from '../../../src/checks/quote/taughtQuote'
import { whyNotFiller } from '../../../src/checks/quote/whyNotFiller'
import type { DeskWord, WordList } from '../../../src/story/desk/deskWords'

const word = (list: WordList, words: string, language?: string): DeskWord => ({
  id: words,
  list,
  words,
  ...(language === undefined ? {} : { language }),
  source: 'The desk',
  by: 'Editor',
  at: '2026-11-27T09:00:00.000Z',
})
const TRANSCRIPT = {
  turns: [
    { speaker: 'Warden Kim', text: 'We will open the gates on Monday, see, and the ships will leave at noon.' },
    { speaker: 'Park', text: 'I see the ships from my window, and I see no reason to wait for the others.' },
  ],
}
function results(asked: Omit<QuoteToCheck, 'transcript'>, words: readonly DeskWord[]): readonly unknown[] {
  const input = { ...asked, transcript: TRANSCRIPT }
  const plain = checkQuote(input)
  const check = withTaughtWords(plain, input, words)
  return [plain.result, check.result, check.taught]
}

describe('a filler of the desk', () => {
  const quote = 'We will open the gates on Monday, and the ships will leave at noon.'
  it('lets a quote match, and says by which word', () =>
    expect(results({ quote }, [word('filler', 'see', 'en')])).toEqual([
      'differs',
      expect.stringMatching(/^matches/),
      ['see'],
    ]))
  it('stands in what was said, and others that the quote does not leave out are not named', () => {
    const input = { quote, transcript: { turns: [...TRANSCRIPT.turns, { speaker: 'Park', text: 'We, right, go.' }] } }
    const check = withTaughtWords(checkQuote(input), input, [
      word('filler', 'see', 'en'),
      word('filler', 'right', 'en'),
    ])
    expect([check.taught, check.said]).toEqual([['see'], expect.stringContaining('on Monday, see, and')])
  })
  it('of another language counts for nothing', () =>
    expect(results({ quote }, [word('filler', 'see', 'de')])).toEqual(['differs', 'differs', undefined]))
  it('is none in the middle of a sentence', () =>
    expect(results({ quote: 'I the ships from my window' }, [word('filler', 'see', 'en')])[2]).toBeUndefined())
  it('cannot be a word that changes what a sentence says', () => {
    for (const [words, language] of [
      ['not', 'en'],
      ['if', 'en'],
      ['nicht', 'de'],
      ['twelve', 'en'],
      ['12', 'en'],
      ['perhaps', 'en'],
    ] as const)
      expect([words, whyNotFiller(words, language)]).toEqual([words, expect.stringContaining('cannot be a filler')])
    expect(whyNotFiller('see', undefined)).toContain('needs its language')
    expect(whyNotFiller('see', 'en')).toBeUndefined()
  })
})

describe('a title of the desk', () => {
  it('lets a name match its label', () => {
    const asked = { quote: 'the ships will leave at noon', speaker: 'Kim' }
    const [plain, result, taught] = results(asked, [word('title', 'Warden')])
    if (plain === 'otherSpeaker' || plain === 'notFound') expect([result, taught]).toEqual(['matches', ['Warden']])
    else expect([result, taught]).toEqual([plain, undefined])
  })
  it('makes nobody else of a speaker', () =>
    expect(results({ quote: 'the ships will leave at noon', speaker: 'Park' }, [word('title', 'Warden')])).toEqual([
      'otherSpeaker',
      'otherSpeaker',
      undefined,
    ]))
})
