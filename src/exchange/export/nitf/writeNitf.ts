import { exportsText } from '../../../catalogue/rooms/exports'
import { bodyOf, lineOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { publishedWords } from '../../../projection/published/projectBlocks'
import { NITF_DATELINE_PLACE, NITF_NAMESPACE, NITF_VERSION, nitfKeyApart } from '../../formats/nitf'
import { correctionOf, earlierCorrectionLoss } from '../parts/correctionFields'
import { datelineLoss } from '../parts/datelineText'
import { printedPlace } from '../../../story/text/words/printedPlace'
import { isEmbargoed } from '../parts/embargo'
import { fileNameOf } from '../parts/fileName'
import { languageOf } from '../parts/language'
import { lossList } from '../parts/lossList'
import { mediaTopicDigits } from '../parts/mediaTopic'
import { deskNotes, draftNote, type DeskNote } from '../parts/notes'
import { base64Of, pictureLosses } from '../pictures/pictures'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'
import { container, element, escapeXml, textElement, XML_DECLARATION, xmlLanguage } from '../xml/xml'
import { nitfOfBlocks, nitfOfRuns } from './nitfBody'

/** Writes IPTC NITF 3.6 by nitf-3-6.xsd. */
export const nitfWriter: TextWriter = {
  mediaType: 'application/nitf+xml',
  audience: 'wire',
  hasEmbargoField: true,
  fileName: (input) => fileNameOf(input, 'wire', '.nitf.xml'),
  write: (input) => {
    const story = projected(input, 'wire')
    const { fields } = story
    const urgency = fields.wire?.urgency ?? 0
    return {
      bytes: toBytes(`${XML_DECLARATION}${nitfOf(story, input)}\n`),
      losses: lossList({
        ...datelineLoss(story, 'all'),
        [exportsText('loss.urgency')]: urgency > 8 ? [String(urgency)] : [],
        [exportsText('loss.otherSubjects')]: fields.subjects.filter((code) => mediaTopicDigits(code) === undefined),
        ...pictureLosses(story.blocks, (picture) => base64Of(input)(picture), []),
        ...earlierCorrectionLoss(story, input.dates),
        [exportsText('loss.language')]:
          fields.language !== '' && xmlLanguage(fields.language) === undefined ? [fields.language] : [],
      }),
    }
  },
}

function nitfOf(story: PublishedStory, input: WriterInput): string {
  const language = xmlLanguage(story.fields.language)
  const notes = deskNotes(story, input.now, input.dates)
  return container(
    'nitf',
    {
      xmlns: NITF_NAMESPACE,
      version: NITF_VERSION,
      uno: idOf(story, story.version),
      baselang: language,
      'xml:lang': language,
    },
    headOf(story, input, notes),
    bodyElement(story, input, notes),
  )
}

/** To NITF each version is a document of its own. */
const idOf = (story: PublishedStory, version: number): string => `${story.guid}:${version}`

function headOf(story: PublishedStory, input: WriterInput, notes: readonly DeskNote[]): string {
  return container(
    'head',
    {},
    textElement('title', nitfTitle(story)),
    datelineMeta(story),
    container(
      'tobject',
      { 'tobject.type': 'news' },
      element('tobject.property', { 'tobject.property.type': story.fields.kind === 'alert' ? 'alert' : 'current' }),
      ...story.fields.subjects.flatMap((code) => {
        const digits = mediaTopicDigits(code)
        return digits === undefined ? [] : [element('tobject.subject', { 'tobject.subject.refnum': digits })]
      }),
    ),
    docdata(story, input, notes),
    story.pubStatus === 'canceled'
      ? ''
      : element('pubdata', {
          'date.publication': norm(publicationOf(story, input)),
          'item-length': wordsIn(story),
          'unit-of-measure': 'word',
        }),
  )
}

/** A version that left before it was published is published by this file. A draft is published nowhere. */
const publicationOf = ({ pubStatus }: PublishedStory, { dates }: WriterInput): string | undefined =>
  pubStatus === 'withheld' ? undefined : (dates.version ?? dates.latest)

const nitfTitle = (story: PublishedStory): string =>
  story.draft || story.pubStatus !== 'canceled' ? titleOf(story) : killTitle(story, lineOf(story.blocks, 'headline'))
const killTitle = (story: PublishedStory, title: string): string =>
  exportsText('title.kill', { title }, languageOf(story))
const wordsIn = (story: PublishedStory): number => publishedWords(bodyOf(story.blocks))

function docdata(story: PublishedStory, { now, dates }: WriterInput, notes: readonly DeskNote[]): string {
  const { fields } = story
  const { edNote = '', embargo = '', usageTerms = '', urgency = 0 } = fields.wire ?? {}
  const previous = story.previous === undefined ? undefined : idOf(story, story.previous)
  const status = statusOf(story, now)
  const correction = corrects(story) ? (correctionOf(story, dates)?.text ?? correctionInfo(story, edNote)) : undefined
  const year = /\b(?:19|20)\d\d\b/.exec(fields.copyrightLine)?.[0]
  return container(
    'docdata',
    {
      'management-status': status,
      'management-doc-idref': previous,
      // The new status of the version before. Readers keep that one until they may read this one.
      'management-idref-status': previous !== undefined && REPLACES.has(status) ? 'canceled' : undefined,
    },
    correction === undefined
      ? ''
      : element('correction', { info: correction, 'id-string': previous, regsrc: fields.provider }),
    element('doc-id', { regsrc: fields.provider, 'id-string': idOf(story, story.version) }),
    // NITF has no 9: 8 is the lowest urgency. Without one a reader would take the story for an ordinary one.
    urgency >= 1 ? element('urgency', { 'ed-urg': Math.min(urgency, 8) }) : '',
    element('date.issue', { norm: norm(dates.version ?? story.created) }),
    // An embargo that is over is left out: it holds nothing back.
    !isEmbargoed(story, now) ? '' : element('date.release', { norm: norm(embargo) }),
    ...messages(story, notes).map(([type, info]) => element('ed-msg', { 'msg-type': type, info })),
    element('du-key', { generation: 1, part: 1, version: story.version, key: keyOf(story) }),
    fields.copyrightLine === '' && fields.provider === ''
      ? ''
      : element('doc.copyright', { year, holder: fields.provider || fields.copyrightLine }),
    usageTerms === '' && fields.provider === ''
      ? ''
      : element('doc.rights', { owner: fields.provider, limitations: usageTerms }),
    fields.keywords.length === 0
      ? ''
      : element('key-list', {}, ...fields.keywords.map((key) => element('keyword', { key }))),
  )
}

/** The key says which documents are one story. So a text with an id of its own has a key of its own. */
const keyOf = ({ guid, hasOwnId, fields: { wire } }: PublishedStory): string =>
  hasOwnId ? nitfKeyApart(wire?.slug ?? '', guid) : (wire?.slug ?? '')

/**
 * Without a record. The ed note may be older than the version: only one that says so is about the correction.
 * Undefined: there is none, and the file replaces no version.
 */
function correctionInfo(story: PublishedStory, edNote: string): string | undefined {
  const language = languageOf(story)
  const signal = story.versionKind === undefined ? '' : exportsText(`signal.${story.versionKind}`, {}, language)
  if (signal !== '' && edNote.toUpperCase().startsWith(signal)) return edNote
  const { version, previous } = story
  return previous === undefined ? undefined : exportsText('nitf.replaces', { version, previous }, language)
}

/** Returns one of the four values that the schema documents. */
const statusOf = (story: PublishedStory, now: string): string =>
  story.pubStatus === 'usable' && isEmbargoed(story, now) ? 'embargoed' : story.pubStatus

/** The statuses that put a version in the place of the one before. */
const REPLACES: ReadonlySet<string> = new Set(['usable', 'canceled'])

const corrects = ({ version, versionKind, pubStatus }: PublishedStory): boolean =>
  pubStatus !== 'canceled' && version > 1 && (versionKind === 'correction' || versionKind === 'clarification')

/** Returns the desk notes with their NITF message types. */
function messages(story: PublishedStory, notes: readonly DeskNote[]): readonly (readonly [string, string])[] {
  const kind =
    story.pubStatus === 'canceled' ? 'kill' : story.version > 1 && story.versionKind ? story.versionKind : 'info'
  return notes.map((note) => [note.kind === 'version' ? kind : note.kind, note.text])
}

function bodyElement(story: PublishedStory, input: WriterInput, notes: readonly DeskNote[]): string {
  const { fields } = story
  const runsOf = (role: 'headline' | 'deck') =>
    nitfOfRuns(story.blocks.find((block) => block.role === role)?.runs ?? [])
  const deck = runsOf('deck')
  const head = container(
    'body.head',
    {},
    story.blocks.some(({ role }) => role === 'headline' || role === 'deck')
      ? container(
          'hedline',
          {},
          element('hl1', {}, story.pubStatus === 'canceled' ? escapeXml(killTitle(story, '')) : '', runsOf('headline')),
          deck === '' ? '' : element('hl2', {}, deck),
        )
      : '',
    notes.length === 0
      ? ''
      : element(
          'note',
          { noteclass: 'editorsnote', type: 'npa' },
          container('body.content', {}, ...notes.map(({ text }) => textElement('p', text))),
        ),
    fields.copyrightLine === '' ? '' : element('rights', {}, escapeXml(fields.copyrightLine)),
    ...fields.byline.map(({ name, role }) =>
      element('byline', {}, element('person', {}, escapeXml(name)), role ? `, ${textElement('byttl', role)}` : ''),
    ),
    fields.provider === '' ? '' : element('distributor', {}, textElement('org', fields.provider)),
    fields.dateline.place === '' ? '' : element('dateline', {}, datelineXml(story)),
  )
  if (story.pubStatus === 'canceled') return container('body', {}, head)
  const draft = story.draft ? element('p', { class: 'draft' }, escapeXml(draftNote(story))) : ''
  return container(
    'body',
    {},
    head,
    container('body.content', {}, draft, nitfOfBlocks(bodyOf(story.blocks), base64Of(input))),
    fields.contributors === '' ? '' : element('body.end', {}, textElement('tagline', fields.contributors)),
  )
}

function datelineXml({ fields: { dateline } }: PublishedStory): string {
  const place = textElement('location', printedPlace(dateline.place))
  return dateline.date === '' ? place : `${place}, ${textElement('story.date', dateline.date)}`
}

/** Says how the place of the dateline is written: `location` has its city in capitals. */
const datelineMeta = ({ fields: { dateline } }: PublishedStory): string =>
  dateline.place === '' ? '' : element('meta', { name: NITF_DATELINE_PLACE, content: dateline.place })

/** Writes an instant in the basic form of ISO 8601 ("20251030T180000+0900"). */
function norm(instant: string | undefined): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(instant ?? '')
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', zone = ''] = match
  return `${year}${month}${day}T${hour}${minute}${second}${zone === 'Z' ? 'Z' : zone.replace(':', '')}`
}
