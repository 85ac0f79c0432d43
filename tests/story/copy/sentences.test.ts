import { describe, expect, it, test } from 'vitest'
import { rangesByFact } from '../../../src/story/copy/copy'
import { sentenceAround, sentenceBefore, sentencesOf } from '../../../src/story/copy/words/sentences'
import { copyFrom } from '../../builders/copy/copyFrom'

const split = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to))

it.each([
  [
    'titles and months',
    'He met Gov. Smith on Oct. 30. They talked.',
    ['He met Gov. Smith on Oct. 30.', 'They talked.'],
  ],
  ['initials', 'J. R. Smith left. He was tired.', ['J. R. Smith left.', 'He was tired.']],
  ['initialisms inside', 'The U.S. Treasury agreed. It paid.', ['The U.S. Treasury agreed.', 'It paid.']],
  ['initialisms at the end', 'He left the U.S. The plane was late.', ['He left the U.S.', 'The plane was late.']],
  ['clock times', 'They met at 5 p.m. in Busan. Then they left.', ['They met at 5 p.m. in Busan.', 'Then they left.']],
  ['a quoted question', '“Really?” he said. “Yes.” She left.', ['“Really?” he said.', '“Yes.”', 'She left.']],
  [
    'the number abbreviation',
    'He is No. 5 now. He said “no.” Then he left.',
    ['He is No. 5 now.', 'He said “no.”', 'Then he left.'],
  ],
  ['decimals', 'It rose 3.5 percent. It fell.', ['It rose 3.5 percent.', 'It fell.']],
  ['Korean', '회담은 끝났다. 그는 떠났다.', ['회담은 끝났다.', '그는 떠났다.']],
  ['Japanese', '会談は終わった。彼は去った。', ['会談は終わった。', '彼は去った。']],
  ['Arabic', 'انتهى اللقاء. غادر الرئيس.', ['انتهى اللقاء.', 'غادر الرئيس.']],
  ['no full stop at all', 'Leaders meet in Busan', ['Leaders meet in Busan']],
  ['nothing', '  ', []],
])('splits %s', (_what, text, sentences) => expect(split(text)).toEqual(sentences))

it('gives the sentence around a fact and the one before it, also across grafs but never from the deck', () => {
  const copy = copyFrom('Headline\nDeck.\nXi spoke first. He smiled.\nHe said {f:100} things. Then {g:left}.')
  const ranges = rangesByFact(copy)
  const [f, g] = [ranges.get('f')?.[0], ranges.get('g')?.[0]]
  if (!f || !g) throw new Error('no ranges')
  expect([
    sentenceAround(copy, f, f),
    sentenceBefore(copy, f),
    sentenceAround(copy, g, g),
    sentenceBefore(copy, g),
  ]).toEqual(['He said 100 things.', 'He smiled.', 'Then left.', 'He said 100 things.'])
  expect(sentenceBefore(copyFrom('Headline\nDeck.\nThe {f:first} graf.'), { block: 2, from: 4, to: 9 })).toBe('')
})

describe('version 2 of the rule', () => {
  const parts = (text: string, rule?: number): readonly string[] =>
    sentencesOf(text, rule).map(({ from, to }) => text.slice(from, to))
  test.each([
    ['“Are we winning?” Kim Min asked. He left.', ['“Are we winning?” Kim Min asked.', 'He left.']],
    ['“Are we winning?” Kim Min as\u00ADked. He left.', ['“Are we winning?” Kim Min as\u00ADked.', 'He left.']],
    ['“We won!” Mr. Kim shouted. He left.', ['“We won!” Mr. Kim shouted.', 'He left.']],
    ['「勝てるか。」と大臣は述べた。会議は終わった。', ['「勝てるか。」と大臣は述べた。', '会議は終わった。']],
    ['“이길 수 있다.” 김 장관은 말했다. 모두 갔다.', ['“이길 수 있다.” 김 장관은 말했다.', '모두 갔다.']],
    ['«Победа!» — сказал Ким. Он ушёл.', ['«Победа!» — сказал Ким.', 'Он ушёл.']],
    ['Lee, Ph.D. Harvard, left. He slept.', ['Lee, Ph.D. Harvard, left.', 'He slept.']],
    ['He joined Yahoo! Japan in May. He left.', ['He joined Yahoo! Japan in May.', 'He left.']],
    ['“No.” Rain fell. He left.', ['“No.”', 'Rain fell.', 'He left.']],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))
  test('leaves version 1 as it was', () =>
    expect(parts('“Are we winning?” Kim Min asked. He joined Yahoo! Japan.', 1)).toEqual([
      '“Are we winning?”',
      'Kim Min asked.',
      'He joined Yahoo!',
      'Japan.',
    ]))
})
