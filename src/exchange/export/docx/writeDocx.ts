import { projectReview } from '../../../projection/published/projectReview'
import type { PublishedReview, ReviewBlock } from '../../../projection/published/publishedReview'
import { bodyOf, type PublishedStory } from '../../../projection/published/publishedStory'
import type { ListKind } from '../../../story/copy/copy'
import type { Picture } from '../../../story/copy/picture'
import { DOCX_STYLES } from '../../formats/docx'
import { alertLoss } from '../parts/alertLoss'
import { correctionLinesOf } from '../parts/correctionFields'
import { byPieces, datelineLoss, datelineOf } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { isRightToLeft } from '../parts/rightToLeft'
import { lossList } from '../parts/lossList'
import { draftNote, withdrawnLines } from '../parts/notes'
import { pictureLosses } from '../pictures/pictures'
import { printPage } from '../print/printPage'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { toBytes, type Writer, type WriterInput } from '../parts/writer'
import { bodyParts, endsOf, ownDirection, type DocxParagraph, type DocxPart } from './documentPart'
import { listInstances, type ListInstance } from './numbering'
import { DOCX_PICTURES, type DocxPicture } from './picture'

/** Writes Word documents with styles that the templates of receivers know. The zip library is loaded on first use. */
export const docxWriter: Writer = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  audience: 'public',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, 'public', '.docx'),
  write: async (input) => {
    const { packDocx } = await import('./packDocx')
    const story = projected(input, 'public')
    const { blocks, comments, lost } = reviewOf(story, input)
    const body = story.pubStatus === 'canceled' ? [] : bodyOf(blocks)
    const lists = listInstances(body)
    const all = [...lists.all]
    const listKind = (kind: ListKind): ListInstance => {
      const known = all.find((instance) => instance.kind === kind)
      return known ?? all[all.push({ id: all.length + 1, kind }) - 1] ?? { id: 1, kind }
    }
    const parts = partsOf(
      story,
      withdrawnLines(story, input.dates),
      correctionLinesOf(story, input.dates),
      blocks,
      bodyParts(
        body,
        (block) => lists.of[body.indexOf(block)],
        leadOf(story),
        (picture) => shownIn(input, picture),
        listKind,
      ),
    )
    return {
      bytes: packDocx({
        parts,
        lists: all,
        rightToLeft: isRightToLeft(story.fields.language),
        properties: propertiesOf(story, input),
        comments,
      }),
      losses: lossList({
        ...alertLoss(story),
        ...datelineLoss(story, 'nothing', body),
        ...pictureLosses(story.blocks, (picture) => (shownIn(input, picture) ? picture.file : undefined), [
          'rights',
          'captured',
        ]),
        ...lost,
      }),
      ...(input.isLookedAt ? { preview: toBytes(printPage(story, input)) } : {}),
    }
  },
}

/** Adds the comments and suggestions that the request includes. A kill has none. */
function reviewOf({ blocks, pubStatus }: PublishedStory, { story, review }: WriterInput): PublishedReview {
  if (!review || pubStatus === 'canceled') return { blocks, comments: [], lost: {} }
  const { include, marked, withheld } = review
  return projectReview(story, marked, {
    comments: include.includes('comments'),
    suggestions: include.includes('suggestions'),
    withheld,
  })
}

function shownIn({ pictures }: WriterInput, { file, mediaType, width, height, alt }: Picture): DocxPicture | undefined {
  const bytes = pictures?.get(file)
  return bytes && Object.hasOwn(DOCX_PICTURES, mediaType) ? { bytes, mediaType, width, height, alt } : undefined
}

const leadOf = (story: PublishedStory): readonly { readonly text: string; readonly style: string }[] => {
  const dateline = datelineOf(story)
  return dateline === '' ? [] : [{ text: `${dateline} — `, style: DOCX_STYLES.dateline }]
}

const propertiesOf = (story: PublishedStory, { dates }: WriterInput) => ({
  title: titleOf(story),
  language: story.fields.language,
  date: dates.version ?? story.created,
  publisher: story.fields.provider,
  subjects: story.fields.subjects,
  keywords: story.fields.keywords,
})

function partsOf(
  story: PublishedStory,
  withdrawn: readonly string[],
  corrections: readonly string[],
  blocks: readonly ReviewBlock[],
  body: readonly DocxPart[],
): readonly DocxPart[] {
  const { fields } = story
  const heading = (role: 'headline' | 'deck'): readonly DocxParagraph[] => {
    const block = blocks.find((candidate) => candidate.role === role)
    return block ? [{ style: DOCX_STYLES[role], runs: block.runs, ...endsOf(block), ...ownDirection(block) }] : []
  }
  const line = (style: string, text: string): readonly DocxParagraph[] =>
    text === '' ? [] : [{ style, runs: [{ text }] }]
  const byline = byPieces(story).map(({ text, what }) => ({
    text,
    ...(what === 'name' ? { style: DOCX_STYLES.bylineName } : what === 'role' ? { style: DOCX_STYLES.bylineRole } : {}),
  }))
  return [
    ...line(DOCX_STYLES.note, story.draft ? draftNote(story) : ''),
    ...heading('headline'),
    ...heading('deck'),
    ...(byline.length === 0 ? [] : [{ style: DOCX_STYLES.byline, runs: byline }]),
    ...withdrawn.flatMap((text) => line(DOCX_STYLES.note, text)),
    ...body,
    ...corrections.flatMap((text) => line(DOCX_STYLES.correction, text)),
    ...line(DOCX_STYLES.contributors, fields.contributors),
    ...line(DOCX_STYLES.rights, fields.copyrightLine),
  ]
}
