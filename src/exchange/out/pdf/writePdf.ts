import { projectStory } from '../../../projection/projectStory'
import { lineOf } from '../../../projection/publishedStory'
import { fileNameOf } from '../fileName'
import { lossList } from '../lossList'
import { dataUriOf, pictureLosses } from '../pictures'
import { printPage } from '../print/printPage'
import { toBytes, type Writer } from '../writer'
import { printedPdf } from './printedPdf'

/** The printed page, with the fonts that are shipped. */
export const pdfWriter: Writer = {
  mediaType: 'application/pdf',
  audience: 'public',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, 'public', '.pdf'),
  write: async (input) => {
    const story = projectStory(input.story, { audience: 'public', draft: input.draft ?? false })
    const page = printPage(story, input)
    const title = `${story.draft ? 'DRAFT: ' : ''}${lineOf(story.blocks, 'headline')}`
    const { language, provider } = story.fields
    return {
      bytes: await printedPdf(input, page, { title, language, publisher: provider, date: input.dates?.version ?? story.created }),
      losses: lossList(pictureLosses(story.blocks, dataUriOf(input), ['rights', 'captured'])),
      preview: toBytes(page)
    }
  }
}
