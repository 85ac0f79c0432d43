import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { bareName } from '../../../src/checks/quote/speakers'
import { readFieldValue } from '../../../src/newsroom/stories/fieldValue'
import { namesInByline } from '../../../src/story/text/personName'
import { within } from '../../builders/processorTime'

// Properties run for minutes on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

/** The same with regular expressions, which take quadratic time for long runs of one character. */
const AFTER_NAME =
  /(?:\s*(?:대통령|총리|장관|의원|대표|위원장|시장|회장|사장|교수|기자|씨|님|총서기|주석|국무위원장|首相|大統領|大臣|総理|議員|氏|さん|君|様|主席|总统|總統|总理|總理|部长|部長|先生|女士|记者|記者))+$/u
const inExpressions = (name: string): string =>
  name
    .replace(/[([（〔［].*?[)\]）〕］]/gu, ' ')
    .replace(/,.*$/u, ' ')
    .trim()
    .replace(AFTER_NAME, '')

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
      '국무위원장',
      '위원장',
      '기자',
      '씨',
      '님',
      '氏',
      '국무',
      'Seoul',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test('a bare name is what the expressions make of it', () => {
  fc.assert(
    fc.property(pieces, (name) => {
      expect(bareName(name)).toBe(inExpressions(name))
    }),
    { numRuns: 3000 },
  )
})

test.each([' ', '(', ',', '씨', ' 씨', ')', '( ', ' in', ' in '])(
  '%j a hundred thousand times in a name or byline is read in no time',
  async (sign) => {
    const run = `a${sign.repeat(100_000)}b`
    await within(2000, () => {
      bareName(run)
      namesInByline(run)
      // It is too long for a field, or has too many names; the end of the sentence says which.
      try {
        readFieldValue('byline', `${run} (Seoul`)
      } catch (error) {
        expect(String(error)).toContain('The field byline takes')
      }
    })
  },
)
