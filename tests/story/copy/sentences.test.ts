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

describe('version 3 of the rule', () => {
  test.each([
    ['German days', 'Der Umsatz stieg vom 3. Oktober um 57 Prozent. Er fiel nie.', 2],
    ['German centuries in a headline', 'Bahn im 19. Jahrhundert', 1],
    ['German amounts', 'Der Gewinn stieg auf 3 Mio. Euro und 2,4 Mrd. Euro. Das reichte.', 2],
    ['a club in a headline', '1. FC Köln gewinnt 3:0', 1],
    ['any German ordinal', 'Zum 150. Geburtstag kam Papst Johannes XXIII. Bischof Kim kam auch.', 1],
    ['a German number at the end', 'Die Zahl stieg auf 57. Die Polizei kam.', 2],
    ['“z. B.”', 'Er fuhr z. B. Busse, d. h. Linien, u. a. Berlin. Dann ging er.', 2],
    ['German degrees', 'Das sagte Dr. med. Meier. Er ging.', 2],
    ['German departments', 'Die Abt. Finanzen meldete 57 Prozent. Er ging.', 2],
    ['Korean dates', '회담은 2020. 3. 5. 이후 끝났다. 그는 떠났다.', 2],
    ['days and months as numbers', 'Er kam am 3. 5. 2020 nach Bonn. Er ging.', 2],
    ['Korean dates in brackets', '회담(2020. 3. 5.) 이후 끝났다. 그는 떠났다.', 2],
    ['“EE. UU.” inside', 'Las tropas de EE. UU. Norte mataron a 12. Es así.', 2],
    ['“EE. UU.” at the end', 'Viajó a EE. UU. La visita acabó.', 2],
    ['French messieurs', 'Selon MM. Dupont et Durand, 57 partent. Il y en a. Mais non.', 3],
    ['states of America inside', 'The vote in Sacramento, Calif. Tuesday was 57 percent. It passed.', 2],
    ['states of America at the end', 'He lives in Calif. The vote passed.', 2],
    ['“No. Korea”', 'Officials of No. Korea said 57 died. He said no. Korea agreed.', 3],
    ['attorneys', 'Deputy Atty. Gen. Lee spoke. He left.', 2],
    ['an attribution with a state', '“Who won?” Calif. Gov. Kim asked. He left.', 2],
    ['English numbers at the end', 'It rose to 12. Officials said so. It fell in 2020. Officials said so.', 4],
    ['an English number before a name in German', 'President von der Leyen saw 12. Officials said so.', 2],
  ])('%s', (_what, text, sentences) => expect(split(text)).toHaveLength(sentences))
  test('leaves version 2 as it was', () =>
    expect(sentencesOf('Er stieg vom 3. Oktober auf 3 Mio. Euro.', 2).map(({ to }) => to)).toEqual([15, 34, 40]))
})

describe('version 4 of the rule', () => {
  test.each([
    'El desempleo, dijo la Dra. López, subió un 3 por ciento.',
    'Gegen das Gesetz stimmten laut dem Abg. Meier 300 Abgeordnete.',
    'The dead, according to Spc. Ann Lee, included 12 civilians.',
    'As Pfc. Ann Lee, Ofc. Kim, Dep. Cruz, Cpt. Roe, Ens. Poe and Ald. Diaz said, 12 died.',
    'Dist. Atty. Ann Lee counted 12 civilians.',
    'Beim Hl. Stuhl, der Fa. Meier, dem Vors. Kim, den Abgg. Roth und dem Hptm. Lutz waren 12 Leute.',
    'In der Hauptstr. 5 wohnen 12 Leute.',
    'Selon Me. Dupont, le Pr. Martin et le Cdt. Roy, 12 sont morts.',
    'El Lic. Pérez, Dña. Ana, el Excmo. Ruiz, el Pdte. Gil, el Tte. Paz y el Cap. Mora vieron 12.',
    'La Cía. Minera perdió 12 barcos y la Cie. Roy 3.',
    'Il Dott. Rossi, l’On. Bianchi, il Sig. Verdi e l’Avv. Neri ne contano 12.',
    'It rose 12 pct. Tuesday and 3 mil. Euro were lost.',
  ])('%s', (text) => expect(split(text)).toEqual([text]))
  test.each([
    ['words', 'He called for Me. The others left. He has a new Cap. The game is on.', 4],
    ['firms and short forms in capitals', 'Shares fell at BP. Shell rose. It was PR. Nobody believed it.', 4],
    ['a street', 'Er wohnt in der Hauptstr. Die Polizei kam.', 2],
    ['a company', 'He left Roy & Cie. The bank stayed.', 2],
    ['a measure', 'It rose 12 pct. The bank stayed.', 2],
    ['small letters', 'It had a dip. Kim left.', 2],
  ])('%s may end one', (_what, text, sentences) => expect(split(text)).toHaveLength(sentences))
  test('leaves version 3 as it was', () =>
    expect(sentencesOf('Subió, dijo la Dra. López. Bajó.', 3).map(({ to }) => to)).toEqual([19, 26, 32]))
})
