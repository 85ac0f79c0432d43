import type { Assessment } from '../assessment/assessment'
import type { Fields } from '../ledger/fields'

/** Facts whose words are names. An event is an assertion: its words are any words, and may be misspelt. */
const NAMES: ReadonlySet<string> = new Set(['name', 'place'])

/** Names that a story has: of its authors, of the place of its dateline, and of its tagged facts. */
export const namesInStory = (
  { author, byline, dateline }: Pick<Fields, 'author' | 'byline' | 'dateline'>,
  assessments: readonly Pick<Assessment, 'tag' | 'words'>[],
): readonly string[] => [
  author,
  ...byline.map(({ name }) => name),
  dateline.place,
  ...assessments.filter(({ tag }) => NAMES.has(tag.type)).map(({ words }) => words),
]
