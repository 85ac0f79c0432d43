import type { Block } from '../../story/copy/copy'
import { htmlOfBlocks, htmlOfRuns } from './htmlOfBlocks'
import { projectBlocks } from '../published/projectBlocks'
import { textOfBlocks } from './textOfBlocks'

/**
 * A piece of the copy for other applications' clipboards, through the same allow-list as every export. A piece of one
 * block comes out without its paragraph, so that it joins the sentence it is pasted into.
 * @throws ProjectionError as projectStory does.
 */
export function projectSlice(blocks: readonly Block[]): { readonly html: string; readonly text: string } {
  const published = projectBlocks(blocks)
  const [only] = published
  const inline =
    only !== undefined &&
    published.length === 1 &&
    (only.role === 'paragraph' || only.role === 'headline' || only.role === 'deck')
  return { html: inline ? htmlOfRuns(only.runs) : htmlOfBlocks(published), text: textOfBlocks(published) }
}
