import type { PublishedBlock } from '../../../projection/published/publishedStory'
import type { Picture } from '../../../story/copy/picture'
import { alertLoss } from '../parts/alertLoss'
import { correctionsOf } from '../parts/correctionFields'
import { datelineLoss } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { lossList } from '../parts/lossList'
import { withdrawnLines } from '../parts/notes'
import { pictureLosses } from '../pictures/pictures'
import { printPage } from '../print/printPage'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { toBytes, type Writer } from '../parts/writer'
import type { PagePicture } from './pageParts'
import { pdfOf } from './pdfOf'
import { storyParts } from './storyParts'

/** Writes a typeset page with the shipped fonts. */
export const pdfWriter: Writer = {
  mediaType: 'application/pdf',
  audience: 'public',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, 'public', '.pdf'),
  write: async (input) => {
    const story = projected(input, 'public')
    const pictures = picturesOf(story.blocks, input.pictures)
    const title = titleOf(story)
    const { language, provider } = story.fields
    const { bytes, lost } = await pdfOf(
      {
        language,
        headlineSize: 24,
        parts: storyParts(
          story,
          (picture) => pictures.get(picture),
          withdrawnLines(story, input.dates),
          correctionsOf(story, input.dates),
        ),
      },
      { title, language, publisher: provider, date: input.dates.version ?? story.created },
    )
    const isShown = (picture: Picture): boolean => {
      const printed = pictures.get(picture)
      return printed !== undefined && !lost.has(printed)
    }
    return {
      bytes,
      losses: lossList({
        ...alertLoss(story),
        ...datelineLoss(story, 'nothing'),
        ...pictureLosses(story.blocks, (picture) => (isShown(picture) ? picture.file : undefined), [
          'rights',
          'captured',
        ]),
      }),
      preview: toBytes(printPage(story, input)),
    }
  },
}

/** Returns the pictures of the story that have bytes. */
function picturesOf(
  blocks: readonly PublishedBlock[],
  bytesOf: ReadonlyMap<string, Uint8Array> = new Map(),
): ReadonlyMap<Picture, PagePicture> {
  return new Map(
    blocks.flatMap(({ picture }): readonly (readonly [Picture, PagePicture])[] => {
      const bytes = picture && picture.mediaType !== '' ? bytesOf.get(picture.file) : undefined
      return picture && bytes
        ? [[picture, { bytes, width: picture.width, height: picture.height, alt: picture.alt }]]
        : []
    }),
  )
}
