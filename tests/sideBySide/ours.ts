import { importFile } from '../../src/exchange/import/importFile'
import { WRITERS } from '../../src/exchange/export/writers'
import { inputFor, withBlocks } from '../exchange/busanStory'

export { knownStories } from './stories'
export { score } from './judge'
export { knownReview, ourReview, pandocReview, scoreReview, withoutRange } from './judgeReview'
export { flatOpenDocument, pandocMarkdown, reviewedStories } from './reviewedStories'

/** Imports a file and writes Markdown, as the newsroom does. */
export async function markdownOf(name: string, bytes: Uint8Array): Promise<string> {
  const { stories } = await importFile(name, bytes)
  return stories
    .map(({ blocks }) => new TextDecoder().decode(WRITERS.markdown.write(inputFor(withBlocks(blocks, {}))).bytes))
    .join('\n\n')
}
