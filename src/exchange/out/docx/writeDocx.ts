import { projectStory } from '../../../projection/projectStory'
import { bodyOf, lineOf, type PublishedStory } from '../../../projection/publishedStory'
import type { Picture } from '../../../story/picture'
import { DOCX_STYLES } from '../../docx'
import { byPieces, datelineOf } from '../dateline'
import { fileNameOf } from '../fileName'
import { isRightToLeft } from '../rightToLeft'
import { lossList } from '../lossList'
import { DRAFT_NOTE, WITHDRAWN_NOTE } from '../notes'
import { pictureLosses } from '../pictures'
import { printPage } from '../print/printPage'
import { toBytes, type Writer, type WriterInput } from '../writer'
import { bodyParts, DOCX_PICTURES, type DocxParagraph, type DocxPart, type DocxPicture } from './documentPart'
import { listInstances } from './numbering'

/** Word's own format, with styles that receivers' templates know. The zip library is loaded on first use. */
export const docxWriter: Writer = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  audience: 'public',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, 'public', '.docx'),
  write: async (input) => {
    const { packDocx } = await import('./packDocx')
    const story = projectStory(input.story, { audience: 'public', draft: input.draft ?? false })
    const body = story.pubStatus === 'canceled' ? [] : bodyOf(story.blocks)
    const lists = listInstances(body)
    return {
      bytes: packDocx({
        parts: partsOf(story, bodyParts(body, (block) => lists.of[body.indexOf(block)], leadOf(story), (picture) => shownIn(input, picture))), lists: lists.all, rightToLeft: isRightToLeft(story.fields.language),
        properties: propertiesOf(story, input)
      }),
      losses: lossList(pictureLosses(story.blocks, (picture) => (shownIn(input, picture) ? picture.file : undefined), ['rights', 'captured'])),
      preview: toBytes(printPage(story, input))
    }
  }
}

function shownIn({ pictures }: WriterInput, { file, mediaType, width, height, alt }: Picture): DocxPicture | undefined {
  const bytes = pictures?.get(file)
  return bytes && Object.hasOwn(DOCX_PICTURES, mediaType) ? { bytes, mediaType, width, height, alt } : undefined
}

const leadOf = (story: PublishedStory): readonly { readonly text: string; readonly style: string }[] => {
  const dateline = datelineOf(story)
  return dateline === '' ? [] : [{ text: `${dateline} — `, style: DOCX_STYLES.dateline }]
}

const propertiesOf = (story: PublishedStory, { dates = {} }: WriterInput) => ({
  title: `${story.draft ? 'DRAFT: ' : ''}${lineOf(story.blocks, 'headline')}`, language: story.fields.language, date: dates.version ?? story.created,
  publisher: story.fields.provider, subjects: story.fields.subjects, keywords: story.fields.keywords
})

function partsOf(story: PublishedStory, body: readonly DocxPart[]): readonly DocxPart[] {
  const { fields, blocks } = story
  const heading = (role: 'headline' | 'deck'): readonly DocxParagraph[] => {
    const block = blocks.find((candidate) => candidate.role === role)
    return block ? [{ style: DOCX_STYLES[role], runs: block.runs }] : []
  }
  const line = (style: string, text: string): readonly DocxParagraph[] => (text === '' ? [] : [{ style, runs: [{ text }] }])
  const byline = byPieces(story).map(({ text, what }) => ({ text, ...(what === 'name' ? { style: DOCX_STYLES.bylineName } : what === 'role' ? { style: DOCX_STYLES.bylineRole } : {}) }))
  return [
    ...line(DOCX_STYLES.note, story.draft ? DRAFT_NOTE : ''),
    ...heading('headline'), ...heading('deck'),
    ...(byline.length === 0 ? [] : [{ style: DOCX_STYLES.byline, runs: byline }]),
    ...line(DOCX_STYLES.note, story.pubStatus === 'canceled' ? WITHDRAWN_NOTE : ''),
    ...body,
    ...line(DOCX_STYLES.contributors, fields.contributors), ...line(DOCX_STYLES.rights, fields.copyrightLine)
  ]
}
