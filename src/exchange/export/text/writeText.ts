import { exportsText } from '../../../catalogue/rooms/exports'
import { utcMinute } from '../../../story/text/format/instant'
import { saysForWhom } from '../../formats/edNote'
import {
  bodyOf,
  lineOf,
  textOfBlock,
  withCredit,
  type PublishedStory,
} from '../../../projection/published/publishedStory'
import { textOfBlocks } from '../../../projection/print/textOfBlocks'
import { alertLoss } from '../parts/alertLoss'
import { earlierCorrectionLoss } from '../parts/correctionFields'
import { datelineLoss, datelineOf, printedByline } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { languageOf } from '../parts/language'
import { lossList } from '../parts/lossList'
import { deskNotes } from '../parts/notes'
import { pictureLosses } from '../pictures/pictures'
import { projected } from '../parts/projected'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'
import { wrapLines } from './wrapLines'

/**
 * Writes wire text: notes to the desk, then the copy, with an empty line between grafs. A cutline has no picture here
 * and would read as a graf of the copy: it stays out.
 */
export const textWriter: TextWriter = {
  mediaType: 'text/plain',
  audience: 'wire',
  hasEmbargoField: true,
  fileName: (input) => fileNameOf(input, 'wire', '.txt'),
  write: (input) => {
    const story = projected(input, 'wire')
    const { fields, blocks } = story
    const dateline = datelineOf(story)
    const cutlines = blocks.filter(({ role }) => role === 'cutline')
    const body = bodyOf(blocks).filter(({ role }) => role !== 'cutline')
    const parts = [
      input.slugHeader ? slugLine(story, input) : '',
      deskNotes(story, input.now, input.dates, (edNote) => labelled(edNote, languageOf(story)))
        .map(({ text: note }) => note)
        .join('\n'),
      lineOf(blocks, 'headline'),
      lineOf(blocks, 'deck'),
      printedByline(story),
      textOfBlocks(body, dateline === '' ? '' : `${dateline} — `),
      fields.contributors,
      fields.wire?.usageTerms ?? '',
      fields.copyrightLine,
    ]
    const text = parts.filter((part) => part !== '').join('\n\n')
    const styled = blocks.flatMap((block) => block.runs.filter((run) => run.bold || run.italic).map((run) => run.text))
    const headingLinks = blocks.flatMap(({ role, runs }) =>
      role === 'headline' || role === 'deck' ? runs.flatMap(({ href = '' }) => href) : [],
    )
    return {
      bytes: toBytes(`${input.lineLength === undefined ? text : wrapLines(text, input.lineLength)}\n`),
      losses: lossList({
        ...(input.slugHeader ? {} : alertLoss(story)),
        ...datelineLoss(story, 'nothing'),
        [exportsText('loss.boldAndItalic')]: styled,
        [exportsText('loss.headingLinks')]: headingLinks,
        [exportsText('loss.quotes')]: body.flatMap((block) => (block.role === 'quote' ? [textOfBlock(block)] : [])),
        [exportsText('loss.subjects')]: fields.subjects,
        [exportsText('loss.keywords')]: fields.keywords,
        [exportsText('loss.cutlines')]: cutlines.map((block) =>
          withCredit(block)
            .map((run) => run.text)
            .join(''),
        ),
        ...pictureLosses(blocks, () => undefined, ['alt', 'rights', 'captured']),
        ...earlierCorrectionLoss(story, input.dates),
      }),
    }
  },
}

/** Puts "Eds:" before each line of the ed note that does not say for whom or what it is. */
const labelled = (edNote: string, language: string): string =>
  edNote
    .split('\n')
    .map((line) =>
      line.trim() === '' || saysForWhom(line) ? line : exportsText('note.forEditors', { note: line }, language),
    )
    .join('\n')
/**
 * Returns "BUSAN-SUMMIT  u3  v2 CORRECTION  2026-10-30 09:00 UTC", which wire editors sort by. An alert says so after
 * its slug: "BUSAN-SUMMIT  ALERT  u1  v1  …".
 */
function slugLine(story: PublishedStory, { dates }: WriterInput): string {
  const { slug = '', urgency = 0 } = story.fields.wire ?? {}
  const kind =
    story.pubStatus === 'canceled'
      ? ' KILL'
      : story.version > 1 && story.versionKind
        ? ` ${story.versionKind.toUpperCase()}`
        : ''
  const date = utcMinute(dates.version ?? story.created)
  return [
    slug,
    story.fields.kind === 'alert' ? 'ALERT' : '',
    urgency === 0 ? '' : `u${urgency}`,
    `v${story.version}${kind}`,
    date,
  ]
    .filter((part) => part !== '')
    .join('  ')
}
