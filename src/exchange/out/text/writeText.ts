import { bodyOf, lineOf, type PublishedStory } from '../../../projection/publishedStory'
import { textOfBlocks } from '../../../projection/textOfBlocks'
import { bylineOf, datelineLoss, datelineOf } from '../dateline'
import { fileNameOf } from '../fileName'
import { lossList } from '../lossList'
import { deskNotes } from '../notes'
import { pictureLosses } from '../pictures'
import { projected } from '../projected'
import { toBytes, type TextWriter, type WriterInput } from '../writer'
import { wrapLines } from './wrapLines'

/** Wire text: notes to the desk first, then the copy, one blank line between grafs. */
export const textWriter: TextWriter = {
  mediaType: 'text/plain',
  audience: 'wire',
  hasEmbargoField: true,
  fileName: (input) => fileNameOf(input, 'wire', '.txt'),
  write: (input) => {
    const story = projected(input, 'wire')
    const { fields, blocks } = story
    const dateline = datelineOf(story)
    const by = bylineOf(story)
    const parts = [
      input.slugHeader ? slugLine(story, input) : '',
      deskNotes(story, input.now, input.dates ?? {}).join('\n'),
      lineOf(blocks, 'headline'),
      lineOf(blocks, 'deck'),
      by === '' ? '' : byWords(by, fields.language),
      textOfBlocks(bodyOf(blocks), dateline === '' ? '' : `${dateline} — `),
      fields.contributors,
      fields.wire?.usageTerms ?? '',
      fields.copyrightLine
    ]
    const text = parts.filter((part) => part !== '').join('\n\n')
    const styled = blocks.flatMap((block) => block.runs.filter((run) => run.bold || run.italic).map((run) => run.text))
    return {
      bytes: toBytes(`${input.lineLength === undefined ? text : wrapLines(text, input.lineLength)}\n`),
      losses: lossList({ ...datelineLoss(story, 'nothing'), 'bold and italic': styled, subjects: fields.subjects, keywords: fields.keywords, ...pictureLosses(blocks, () => undefined, ['alt', 'rights', 'captured']) })
    }
  }
}

const byWords = (by: string, language: string): string => (/^en\b/i.test(language) ? `By ${by}` : by)

/** "BUSAN-SUMMIT  u3  v2 CORRECTION  2026-10-30 09:00 UTC": what a wire editor sorts by. */
function slugLine(story: PublishedStory, { dates = {} }: WriterInput): string {
  const { slug = '', urgency = 0 } = story.fields.wire ?? {}
  const kind = story.pubStatus === 'canceled' ? ' KILL' : story.version > 1 && story.versionKind ? ` ${story.versionKind.toUpperCase()}` : ''
  const date = new Date(dates.version ?? story.created).toISOString().replace('T', ' ').replace(/:\d\d\.\d{3}Z$/, ' UTC')
  return [slug, urgency === 0 ? '' : `u${urgency}`, `v${story.version}${kind}`, date].filter((part) => part !== '').join('  ')
}
