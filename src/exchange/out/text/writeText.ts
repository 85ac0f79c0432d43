import { projectStory } from '../../../projection/projectStory'
import { bodyOf, lineOf } from '../../../projection/publishedStory'
import { textOfBlocks } from '../../../projection/textOfBlocks'
import { bylineOf, datelineOf } from '../dateline'
import { fileNameOf } from '../fileName'
import { lossList } from '../lossList'
import { deskNotes } from '../notes'
import { pictureLosses } from '../pictures'
import { toBytes, type Writer } from '../writer'

/** Wire text: notes to the desk first, then the copy, one blank line between grafs. */
export const textWriter: Writer = {
  mediaType: 'text/plain',
  audience: 'wire',
  hasEmbargoField: true,
  fileName: (input) => fileNameOf(input, 'wire', '.txt'),
  write: (input) => {
    const story = projectStory(input.story, { audience: 'wire', draft: input.draft ?? false })
    const { fields, blocks } = story
    const dateline = datelineOf(story)
    const by = bylineOf(story)
    const parts = [
      deskNotes(story, input.now, input.dates ?? {}).join('\n'),
      lineOf(blocks, 'headline'),
      lineOf(blocks, 'deck'),
      by === '' ? '' : byWords(by, fields.language),
      textOfBlocks(bodyOf(blocks), dateline === '' ? '' : `${dateline} — `),
      fields.contributors,
      fields.wire?.usageTerms ?? '',
      fields.copyrightLine
    ]
    const styled = blocks.flatMap((block) => block.runs.filter((run) => run.bold || run.italic).map((run) => run.text))
    return {
      bytes: toBytes(`${parts.filter((part) => part !== '').join('\n\n')}\n`),
      losses: lossList({ 'bold and italic': styled, subjects: fields.subjects, keywords: fields.keywords, ...pictureLosses(blocks, () => undefined, ['alt', 'rights', 'captured']) })
    }
  }
}

const byWords = (by: string, language: string): string => (/^en\b/i.test(language) ? `By ${by}` : by)
