import { exportsText } from '../../../catalogue/rooms/exports'
import { escapeHtml, htmlOfBlocks, type PictureAddress } from '../../../projection/print/htmlOfBlocks'
import { bodyOf, lineOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { textOfBlocks } from '../../../projection/print/textOfBlocks'
import { publishedWords } from '../../../projection/published/projectBlocks'
import { earlierCorrectionLoss } from '../parts/correctionFields'
import { bylineOf, datelineLoss, datelineOf } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { headingLoss } from '../parts/headings'
import { languageOf } from '../parts/language'
import { lossList } from '../parts/lossList'
import { mediaTopic } from '../parts/mediaTopic'
import { deskNotes, draftNote } from '../parts/notes'
import { dataUriOf, pictureLosses } from '../pictures/pictures'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { asNinjs2 } from './asNinjs2'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'

/** Writes IPTC ninjs 3.1, or 2.1 for older receivers, by the official schemas. */
export const ninjsWriter: TextWriter = {
  mediaType: 'application/json',
  audience: 'wire',
  hasEmbargoField: true,
  fileName: (input) => fileNameOf(input, 'wire', '.json'),
  write: (input) => {
    const story = projected(input, 'wire')
    const item = ninjsOf(story, input)
    return {
      bytes: toBytes(`${JSON.stringify(input.formatVersion === '2.1' ? asNinjs2(item) : item, null, 2)}\n`),
      losses: lossList({
        ...datelineLoss(story, 'place'),
        ...headingLoss(story),
        ...earlierCorrectionLoss(story, input.dates),
        [exportsText('loss.bylineRoles')]: story.fields.byline.flatMap(({ role }) => (role ? [role] : [])),
        ...pictureLosses(story.blocks, dataUriOf(input), ['rights', 'captured']),
      }),
    }
  },
}

interface Value {
  readonly role: string
  readonly contentType?: string
  readonly wordCount?: number
  readonly value: string
}

function ninjsOf(story: PublishedStory, input: WriterInput): Record<string, unknown> {
  const { now, dates } = input
  const { fields } = story
  const addressOf = dataUriOf(input)
  const headline = lineOf(story.blocks, 'headline')
  const deck = lineOf(story.blocks, 'deck')
  const edNote = deskNotes(story, now, dates)
    .map(({ text }) => text)
    .join('\n')
  const headlines: Value[] = [
    ...(headline === '' ? [] : [{ role: 'main', value: headline }]),
    ...(deck === '' ? [] : [{ role: 'subhead', value: deck }]),
  ]
  return present({
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    uri: story.guid,
    type: 'text',
    representationType: 'full',
    profile: bodyOf(story.blocks).some(({ picture }) => picture && addressOf(picture) !== undefined)
      ? 'text-photo'
      : 'text-only',
    version: String(story.version),
    firstCreated: story.created,
    versionCreated: dates.version ?? story.created,
    contentCreated: story.created,
    embargoedUntil: fields.wire?.embargo ?? '',
    pubStatus: story.pubStatus,
    urgency: urgencyOf(fields.wire?.urgency),
    language: fields.language,
    copyrightHolder: fields.provider,
    copyrightNotice: fields.copyrightLine,
    usageTerms: fields.wire?.usageTerms ?? '',
    edNote,
    title: titleOf(story),
    slugline: fields.wire?.slug ?? '',
    by: bylineOf(story),
    located: fields.dateline.place,
    headlines,
    bodies: bodies(story, addressOf),
    people: fields.contributors === '' ? [] : [{ name: fields.contributors, rel: 'contributor' }],
    places: fields.dateline.place === '' ? [] : [{ name: fields.dateline.place, rel: 'dateline' }],
    // NewsML-G2 has the same literal.
    genres:
      fields.kind === 'alert' ? [{ name: exportsText('newsml.alert', {}, languageOf(story)), literal: 'alert' }] : [],
    subjects: [
      ...fields.subjects.map((code) => present({ rel: 'about', uri: mediaTopic(code), literal: code })),
      // ninjs 3.1 has no keywords.
      ...fields.keywords.map((keyword) => ({ name: keyword, rel: 'keyword', literal: keyword })),
    ],
    infoSources: fields.provider === '' ? [] : [{ name: fields.provider, role: 'originator' }],
    altIds: story.previous === undefined ? [] : [{ role: 'previousVersion', value: `${story.guid}:${story.previous}` }],
  })
}

function bodies(story: PublishedStory, addressOf: PictureAddress): readonly Value[] {
  const body = bodyOf(story.blocks)
  if (body.length === 0) return []
  const dateline = datelineOf(story)
  const draft = story.draft ? draftNote(story) : ''
  const wordCount = publishedWords(body)
  const html = htmlOfBlocks(
    body,
    dateline === '' ? '' : `<span class="dateline">${escapeHtml(dateline)} —</span> `,
    addressOf,
  )
  // Without its picture a cutline would read as a graf of the copy.
  const words = body.filter(({ role }) => role !== 'cutline')
  const plain = textOfBlocks(words, dateline === '' ? '' : `${dateline} — `)
  return [
    {
      role: 'main',
      contentType: 'text/html',
      wordCount,
      value: draft === '' ? html : `<p><strong>${escapeHtml(draft)}</strong></p>${html}`,
    },
    ...(words.length === 0
      ? []
      : [
          {
            role: 'plain',
            contentType: 'text/plain',
            wordCount: publishedWords(words),
            value: draft === '' ? plain : `${draft}\n\n${plain}`,
          },
        ]),
  ]
}

const urgencyOf = (urgency: number | undefined): number | undefined =>
  urgency !== undefined && Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined

/** Drops empty texts, empty lists and undefined. */
const present = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, item]) => item !== undefined && item !== '' && !(Array.isArray(item) && item.length === 0),
    ),
  )
