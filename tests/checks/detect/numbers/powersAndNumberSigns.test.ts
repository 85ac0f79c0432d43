/** A power of ten is one figure, and a number behind a number sign is a name (detection.md). */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/checks/detect/statementsOf'

const figuresIn = (text: string): readonly string[] =>
  statementsOf({ role: 'paragraph', text, spans: [] })
    .filter(({ kind }) => kind === 'figure')
    .map(({ words }) => words)

describe('one figure is seen in', () => {
  it.each([
    ['a power of ten with its unit', 'It grew 10^6 times in a day.', ['10^6 times']],
    ['a negative power', 'The dose was 10^-3 grams.', ['10^-3 grams']],
    ['a number times a power', 'It is 3×10^8 metres away.', ['3×10^8 metres']],
    ['a number times a power, with spaces', 'It is 3.2 x 10^8 metres away.', ['3.2 x 10^8 metres']],
    ['digits and a fraction', 'It took 5½ hours.', ['5½ hours']],
    ['a short scale', 'A $1.5bn loan was given.', ['$1.5bn']],
    ['a score', 'They won 3-4 at home.', ['3-4']],
    ['a range of money', 'The deal cost £5–6m a year.', ['£5–6m']],
    ['Korean powers with a point', '약 2.3만 명이 1.5조 원을 썼다.', ['약 2.3만 명', '1.5조 원']],
    ['Korean powers in a row', '1조 2,345억 원과 12만5천 명이다.', ['1조 2,345억 원', '12만5천 명']],
    ['people behind a number sign', 'In all, № 12 people died.', ['12 people']],
  ])('%s', (_, text, found) => expect(figuresIn(text)).toEqual(found))
})

describe('no figure is seen in', () => {
  it.each([
    ['a number sign', 'Chanel №5 was sold, and № 12 aloud.'],
    ['a number sign in French', 'Il porte le N° 5 ce soir, et le n° 7.'],
    ['“No.” before digits', 'She wore No. 5 and No.7 that night.'],
  ])('%s', (_, text) => expect(figuresIn(text)).toEqual([]))
})
