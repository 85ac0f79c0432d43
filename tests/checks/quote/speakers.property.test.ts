import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { withoutBrackets } from '../../../src/checks/quote/speaker/name/brackets'
import { sameSpeaker } from '../../../src/checks/quote/speaker/name/compareNames'
import { parseName } from '../../../src/checks/quote/speaker/name/parseName'
import { readFieldValue } from '../../../src/newsroom/stories/fieldValue'
import { namesInByline } from '../../../src/story/text/words/personName'
import { within } from '../../builders/time/processorTime'

// Properties run for minutes on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

/** The same with a regular expression, which takes quadratic time for long runs of one character. */
const inExpressions = (name: string): string => name.replace(/[([（〔［].*?[)\]）〕］]/gsu, ' ')

const pieces = fc
  .array(
    fc.constantFrom(
      '김',
      '박지우',
      'Kim',
      'Mr',
      ' ',
      '  ',
      '(',
      ')',
      '（',
      '）',
      '[',
      ']',
      ',',
      '위원장',
      '씨',
      'Seoul',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))

test('a name without brackets is what the expression makes of it', () => {
  fc.assert(
    fc.property(pieces, (name) => {
      expect(withoutBrackets(name)).toBe(inExpressions(name))
    }),
    { numRuns: 3000 },
  )
})

test('a name is the same person as itself', () => {
  fc.assert(
    fc.property(pieces, (name) => {
      if (parseName(name).words.length > 0 || parseName(name).offices.length > 0)
        expect(sameSpeaker(name, name)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['Trump', 'PRESIDENT TRUMP', true],
  ['Donald J. Trump', 'Donald Trump', true],
  ['D. Trump', 'Donald Trump', true],
  ['Donald Trump', 'Melania Trump', false],
  ['Mr. Baker', 'Mrs. Ruth Baker', false],
  ['Mr. Baker', 'Gov. Baker', false],
  ['Sen. Baker', 'Ruth Baker, governor', false],
  ['Mr. Alan Baker', 'Gov. Alan Baker', true],
  ['Sen. Pike', 'Senator Walter Pike', true],
  ['Larry King', 'King', true],
  ['YILMAZ', 'Ahmet Yılmaz', true],
  ['Соловьева', 'Анна Соловьёва', true],
  ['Петрова', 'Илья Петров', false],
  ['Sergio Muñoz', 'SERGIO MUNOZ', true],
  ['김 장관', '김민 장관', true],
  ['김 장관', '김민 차관', false],
  ['이 장관', '김민 장관', false],
  ['트럼프 대통령', '도널드 트럼프 대통령', true],
  ['佐藤首相', '佐藤健一首相', true],
  ['佐藤恵市長', '佐藤健一首相', false],
  ['林市長', '林佩君市長', true],
  ['the president', 'President Ana Ruiz', true],
  ['Ben Carson', 'CANDY CARSON', false],
  ['Ben Carson', 'BEN CARSON', true],
  ['Ben Carson', 'CARSON', true],
  ['Ben Carson', 'B. Carson', true],
  ['Ben Carson', 'Ben S. Carson', true],
  ['Mr. Ben Carson', 'Gov. Ben Carson', true],
  ['Al Gore', 'Kristin Gore', false],
  ['Van Jones', 'Alex Jones', false],
  ['Du Wei', 'Li Wei', false],
  ['Du Wei', 'Le Wei', false],
  ['Don Lemon', 'Jane Lemon', false],
  ['Don Lemon', 'DON LEMON', true],
  ['Don Lemon', 'Mr. Lemon', true],
  ['Don Pedro', 'Pedro Gil', true],
  ['Van Dijk', 'Jan van Dijk', true],
  ['Van Dijk', 'VIRGIL VAN DIJK', true],
  ['De Blasio', 'Mayor Bill de Blasio', true],
  ['Von der Leyen', 'Ursula von der Leyen', true],
  ['Al-Sisi', 'Abdel Fattah el-Sisi', true],
  ['Le sénateur Roux', 'Sénateur Jean Roux', true],
  ['Le Premier ministre Roux', 'Jean Roux', true],
  ['Le Pen', 'Marine Le Pen', true],
  ['Abu Mazen', 'Mahmoud Abu Mazen', true],
  ['the president', 'Sen. Walter Pike', false],
  ['bà Lan', 'Nguyễn Thị Lan', true],
])('%s and %s: %s', (a, b, same) => expect(sameSpeaker(a, b)).toBe(same))

test.each([' ', '(', ',', '씨', ' 씨', ')', '( ', ' in', ' in '])(
  '%j a hundred thousand times in a name or byline is read in no time',
  async (sign) => {
    const run = `a${sign.repeat(100_000)}b`
    await within(2000, () => {
      parseName(run)
      withoutBrackets(run)
      namesInByline(run)
      // It is too long for a field, or has too many names; the end of the sentence says which.
      try {
        readFieldValue('byline', `${run} (Seoul`)
      } catch (error) {
        expect(String(error)).toContain('The field byline needs')
      }
    })
  },
)
