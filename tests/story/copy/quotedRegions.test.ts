import { expect, test } from 'vitest'
import { quotedRegions } from '../../../src/story/copy/words/quotedRegions'

const quoted = (text: string): readonly string[] =>
  quotedRegions(text, 'en').map(({ from, to }) => text.slice(from, to))

test.each([
  ['opened straight and closed curly', 'He said "we won” and left. “No,” she said.', ['"we won”', '“No,”']],
  ['opened curly and closed straight', 'He said “we won" and left. “No,” she said.', ['“we won"', '“No,”']],
  ['curly within straight', 'He said "it was “nice” then" and left.', ['"it was “nice” then"']],
])('a quotation %s ends where it is closed', (_what, text, expected) => expect(quoted(text)).toEqual(expected))
