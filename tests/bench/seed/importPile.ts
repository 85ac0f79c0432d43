/**
 * Makes a crowded Word document in a file, or imports it as the newsroom does. Prints seconds by the clock and of
 * processor time.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createStoryState } from '../../../src/document/createStoryDoc'
import { importFile } from '../../../src/exchange/import/importFile'
import { randomIds } from '../../../src/newsroom/environment/ids'
import { adoptReview } from '../../../src/newsroom/stories/create/importedReview'
import { wordPile, type Pile } from '../../builders/files/wordPiles'

const [, , mode = '', path = '', what = 'comments', count = '0', grafs = '1'] = process.argv

if (mode === 'make') writeFileSync(path, wordPile(what as Pile, Number(count), Number(grafs)))
else {
  const bytes = readFileSync(path)
  const used = process.cpuUsage()
  const began = performance.now()
  const [story] = (await importFile('pile.docx', bytes)).stories
  if (!story) throw new Error('no story')
  const content = story.review
    ? adoptReview(story.review, story.review.marked, randomIds, '2026-10-30T09:00:00.000Z')
    : { copy: story.blocks }
  createStoryState({ ...content, fields: story.fields ?? {} }, 1, 'Kim')
  const { user, system } = process.cpuUsage(used)
  process.stdout.write(JSON.stringify([(performance.now() - began) / 1000, (user + system) / 1e6]))
}
