/** Word documents with thousands of comments, changes and notes. `npm run bench:imports` prints seconds and MB. */
import { expect, test } from 'vitest'
import { createStoryState } from '../../../src/document/createStoryDoc'
import { importFile } from '../../../src/exchange/import/importFile'
import { randomIds } from '../../../src/newsroom/environment/ids'
import { adoptReview } from '../../../src/newsroom/stories/create/importedReview'
import { within } from '../../builders/time/processorTime'
import { PILES, wordPile } from '../../builders/files/wordPiles'
import { NOW } from '../newsDesk'

const COUNT = 10_000

test.each(PILES.flatMap((what) => [COUNT, 1].map((grafs) => [what, grafs] as const)))(
  '10,000 %s in %d grafs are imported in time',
  { timeout: 300_000 },
  async (what, grafs) => {
    const bytes = wordPile(what, COUNT, grafs)
    // Twice the goal: other tests run beside this one. Work that grows with the square takes ten times as long.
    const story = await within(4000, async () => {
      const [read] = (await importFile('pile.docx', bytes)).stories
      if (!read) throw new Error('no story')
      const content = read.review
        ? adoptReview(read.review, read.review.marked, randomIds, NOW)
        : { copy: read.blocks, comments: [], suggestions: [] }
      createStoryState({ ...content, fields: {} }, 1, 'Kim')
      return content
    })
    const { comments, suggestions, copy } = story
    if (what === 'comments') expect([comments.length, comments[7]?.words?.trim()]).toEqual([COUNT, 'word 8'])
    else if (what === 'replies') expect(comments.map(({ replies }) => replies.length)).toEqual([COUNT - 1])
    else if (what === 'changes') expect(suggestions).toHaveLength(COUNT)
    else expect(copy.at(-1)?.text).toBe(`[${COUNT}] Note ${COUNT}.`)
  },
)
