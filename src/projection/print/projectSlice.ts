import type { Block } from '../../story/copy/copy'
import { htmlOfBlocks, htmlOfRuns } from './htmlOfBlocks'
import { projectBlocks } from '../published/projectBlocks'
import { textOfBlocks } from './textOfBlocks'

/**
 * Prints a piece of the copy for the clipboards of other applications, through the allow-list of every export. A piece
 * of one block has no paragraph around it, so that it joins the sentence it is pasted into. `first`: the number of its
 * first block in the story, if that is an item of a numbered list.
 * @throws ProjectionError as projectStory does.
 */
export function projectSlice(blocks: readonly Block[], first = 1): { readonly html: string; readonly text: string } {
  const published = projectBlocks(blocks)
  const [only] = published
  const inline =
    only !== undefined &&
    published.length === 1 &&
    (only.role === 'paragraph' || only.role === 'headline' || only.role === 'deck')
  return {
    html: inline ? htmlOfRuns(only.runs) : htmlOfBlocks(published, '', undefined, undefined, first),
    text: textOfBlocks(published, '', first),
  }
}
