import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectBlocks, publishedWords } from '../../../src/projection/published/projectBlocks'
import { textOfBlock } from '../../../src/projection/published/publishedStory'
import { countWordsIn } from '../../../src/story/text/words/words'
import type { Block } from '../../../src/story/copy/copy'

const piece = fc.constantFrom(
  'Busan',
  'two hours',
  ' ',
  '\u00ad',
  '\r\n',
  '\u200b',
  '\ud800',
  '釜山',
  '한국',
  '١٢',
  "don't",
  '-',
  'é',
  '\n',
  '😀',
)
const block = fc
  .record({
    text: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    places: fc.array(fc.nat(20), { maxLength: 4 }),
  })
  .map(({ text, places }): Block => ({
    role: 'paragraph',
    text,
    spans: places.map((at) => ({
      from: Math.min(at, text.length),
      to: Math.min(at + 3, text.length),
      mark: at % 2 === 0 ? 'bold' : 'italic',
    })),
  }))

test('published words are counted in the published text, whatever was removed from it', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const published = projectBlocks(blocks)
      expect(publishedWords(published)).toBe(published.reduce((sum, one) => sum + countWordsIn(textOfBlock(one)), 0))
    }),
    { numRuns: 500, seed: 3 },
  )
})
