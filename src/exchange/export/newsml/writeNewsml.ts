import { exportsText } from '../../../catalogue/rooms/exports'
import { htmlOfBlocks } from '../../../projection/print/htmlOfBlocks'
import { bodyOf, lineOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { publishedWords } from '../../../projection/published/projectBlocks'
import { G2_NAMESPACE, G2_RANKS, G2_SIGNALS, XHTML_NAMESPACE } from '../../formats/newsml'
import { earlierCorrectionLoss } from '../parts/correctionFields'
import { bylineOf, datelineLoss, datelineOf } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { headingLoss } from '../parts/headings'
import { languageOf } from '../parts/language'
import { lossList } from '../parts/lossList'
import { mediaTopicDigits } from '../parts/mediaTopic'
import { deskNotes, draftNote } from '../parts/notes'
import { dataUriOf, pictureLosses } from '../pictures/pictures'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'
import { asXhtml } from '../xml/asXhtml'
import { container, element, escapeXml, textElement, XML_DECLARATION, xmlLanguage } from '../xml/xml'

/** Writes NewsML-G2 2.35 at conformance level power, with the copy as inline XHTML. */
export const newsmlWriter: TextWriter = {
  mediaType: 'application/vnd.iptc.g2.newsitem+xml',
  audience: 'wire',
  hasEmbargoField: true,
  fileName,
  write: (input) => {
    const story = projected(input, 'wire')
    const { language } = story.fields
    return {
      bytes: toBytes(`${XML_DECLARATION}${newsItem(story, input)}\n`),
      losses: lossList({
        ...datelineLoss(story, 'all'),
        ...headingLoss(story),
        ...earlierCorrectionLoss(story, input.dates),
        ...pictureLosses(story.blocks, dataUriOf(input), ['rights', 'captured']),
        [exportsText('loss.language')]: language !== '' && xmlLanguage(language) === undefined ? [language] : [],
      }),
    }
  },
}

function fileName(input: WriterInput): string {
  return fileNameOf(input, 'wire', '.newsml.xml')
}

/** Writes the children in the order of the schema. */
function newsItem(story: PublishedStory, input: WriterInput): string {
  return container(
    'newsItem',
    {
      xmlns: G2_NAMESPACE,
      guid: story.guid,
      version: story.version,
      standard: 'NewsML-G2',
      standardversion: '2.35',
      conformance: 'power',
      'xml:lang': xmlLanguage(story.fields.language),
    },
    element('catalogRef', { href: 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml' }),
    rightsInfo(story),
    itemMeta(story, input),
    contentMeta(story),
    contentSet(story, input),
  )
}

function rightsInfo({ fields }: PublishedStory): string {
  const usageTerms = fields.wire?.usageTerms ?? ''
  if (fields.provider === '' && fields.copyrightLine === '' && usageTerms === '') return ''
  return container(
    'rightsInfo',
    {},
    fields.provider === ''
      ? ''
      : element('copyrightHolder', { literal: normalised(fields.provider) }, textElement('name', fields.provider)),
    textElement('copyrightNotice', fields.copyrightLine),
    textElement('usageTerms', usageTerms),
  )
}

function itemMeta(story: PublishedStory, input: WriterInput): string {
  const { fields } = story
  const { now, dates } = input
  return container(
    'itemMeta',
    {},
    element('itemClass', { qcode: 'ninat:text' }),
    element('provider', { literal: normalised(fields.provider) || 'unknown' }, textElement('name', fields.provider)),
    textElement('versionCreated', dates.version ?? story.created),
    textElement('firstCreated', story.created),
    textElement('embargoed', fields.wire?.embargo ?? ''),
    element('pubStatus', { qcode: `stat:${story.pubStatus}` }),
    textElement('fileName', fileName(input)),
    textElement('generator', 'Stet'),
    textElement('title', titleOf(story)),
    ...deskNotes(story, now, dates).flatMap(({ text }) => text.split('\n').map((line) => textElement('edNote', line))),
    story.pubStatus !== 'canceled' && story.version > 1 && story.versionKind
      ? element('signal', G2_SIGNALS[story.versionKind])
      : '',
    story.previous === undefined
      ? ''
      : element('link', { rel: 'irel:previousVersion', residref: story.guid, version: story.previous }),
  )
}

function contentMeta(story: PublishedStory): string {
  const { fields } = story
  const { urgency = 0, slug = '' } = fields.wire ?? {}
  const language = xmlLanguage(fields.language)
  return container(
    'contentMeta',
    {},
    urgency >= 1 && urgency <= 9 && Number.isInteger(urgency) ? textElement('urgency', String(urgency)) : '',
    textElement('contentCreated', story.created),
    fields.dateline.place === ''
      ? ''
      : element('located', { literal: normalised(fields.dateline.place) }, textElement('name', fields.dateline.place)),
    fields.provider === ''
      ? ''
      : element(
          'infoSource',
          { literal: normalised(fields.provider), role: 'cpprole:originator' },
          textElement('name', fields.provider),
        ),
    ...fields.byline.map(({ name, role }, index) =>
      element(
        'creator',
        { literal: `byline-${index + 1}` },
        textElement('name', name),
        textElement('definition', role ?? ''),
      ),
    ),
    fields.contributors === ''
      ? ''
      : element('contributor', { literal: 'contributors' }, textElement('name', fields.contributors)),
    language === undefined ? '' : element('language', { tag: language }),
    ...(fields.kind === 'alert'
      ? [
          element(
            'genre',
            { literal: 'alert' },
            textElement('name', exportsText('newsml.alert', {}, languageOf(story))),
          ),
        ]
      : []),
    ...fields.keywords.map((keyword) => textElement('keyword', keyword)),
    ...fields.subjects.map((code) => {
      const digits = mediaTopicDigits(code)
      return element(
        'subject',
        digits === undefined ? { literal: normalised(code) } : { type: 'cpnat:abstract', qcode: `medtop:${digits}` },
      )
    }),
    textElement('slugline', slug),
    textElement('headline', lineOf(story.blocks, 'headline'), { rank: G2_RANKS.headline }),
    textElement('headline', lineOf(story.blocks, 'deck'), { rank: G2_RANKS.deck }),
    textElement('dateline', datelineOf(story)),
    textElement('by', bylineOf(story)),
  )
}

/** A kill has no content. */
function contentSet(story: PublishedStory, input: WriterInput): string {
  const body = bodyOf(story.blocks)
  if (story.pubStatus === 'canceled' || body.length === 0) return ''
  const words = publishedWords(body)
  const draft = story.draft ? `<p class="draft"><strong>${escapeXml(draftNote(story))}</strong></p>` : ''
  return container(
    'contentSet',
    {},
    element(
      'inlineXML',
      { contenttype: 'application/xhtml+xml', wordcount: words },
      element(
        'html',
        { xmlns: XHTML_NAMESPACE },
        element('head', {}, element('title', {}, escapeXml(lineOf(story.blocks, 'headline')))),
        element('body', {}, draft, asXhtml(htmlOfBlocks(body, '', dataUriOf(input)))),
      ),
    ),
  )
}

/** Fits a text to xs:normalizedString, which has no line breaks or tabs. */
const normalised = (text: string): string => text.replace(/\s+/g, ' ').trim()
