import { listWords } from '../../story/text/words/listWords'
import { learn } from '../../catalogue/language'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { basename } from 'node:path'
import { readMarkedCopy } from '../../document/reading/readStory'
import type { FileBeside, Writer, WriterInput, Written } from '../../exchange/export/writers'
import type { KillPart, KillWords } from '../../projection/published/killWords'
import { ProjectionError } from '../../projection/published/projectionError'
import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import { apartOf } from '../../story/ledger/order/ledgerOrder'
import { publicationDates } from '../../projection/published/publicationDates'
import { maskNames } from '../../projection/scan/maskNames'
import type { Copy } from '../../story/copy/copy'
import { listedSources } from '../../story/desk/source'
import { patternProblem } from '../../story/desk/exportProfile'
import type { Finding } from '../../story/assessment/finding'
import {
  FORMAT_VERSIONS,
  hasEditions,
  INCLUDABLE,
  NewsroomError,
  type ExportRequest,
  type Loss,
} from '../../story/requests/requests'
import { FIELD_AUDIENCE, isFieldName } from '../../story/ledger/fields'
import type { ExportedText } from '../../story/ledger/leaving/exportedText'
import type { ExportEntry } from '../../story/ledger/leaving/exportsOutside'
import type { Door } from '../../story/ledger/stages'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { whatWorkingsGive } from '../facts/workings'
import type { AtDoor } from '../gate/passGate'
import { picturesToLeave } from '../files/pictures'
import { withoutNamed } from './corrections/earlierCorrections'
import { lastPublished } from './corrections/publishedParts'
import { noWordsOfKill, whyKeptBack, wordsOfKill } from './corrections/wordsOfKill'
import { leakFindings } from './exportLeaks'
import { legalEver } from '../people/legalEver'
import { numberExport } from './numberExport'
import { defined } from '../../story/text/defined'

export interface PreparedExport {
  readonly writer: Writer
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly losses: readonly Loss[]
  readonly preview?: Uint8Array
  /** Files that the output names and that are written beside it. */
  readonly beside?: readonly FileBeside[]
  /** Protected sources and internal ids in the bytes. They block the export whatever the gate says. */
  readonly leaks: readonly Finding[]
  /** Kills: what of the desk's words stays here, and why. For people. */
  readonly keptBack: readonly string[]
  readonly door: Door
  /** The values of this export that the gate needs. */
  readonly at: AtDoor
  /** The instant that the writer used as now. */
  readonly asOf: string
  /** The text and number under which the story itself leaves. Absent: a kill or a list of facts. */
  readonly left?: ExportedText
}

/**
 * The finished output of the story as it is when this resolves. Rejects with a usage error for a format version that is
 * not written, and with `failed` for a story that may not be projected. `asOf`: the instant that the writer uses as
 * now. `isLookedAt`: a preview, which does not leave. `again`: the export that is repeated.
 */
export async function prepareExport(
  room: Newsroom,
  story: OpenStory,
  request: ExportRequest,
  {
    asOf,
    isLookedAt = false,
    again,
  }: { readonly asOf?: string; readonly isLookedAt?: boolean; readonly again?: ExportEntry } = {},
): Promise<PreparedExport> {
  refuseUnknown(request)
  // The output would lack what this version cannot read.
  story.guard.refuseWhenGuarded('exported')
  for (let tries = 0; tries < TRIES; tries++) {
    const { fields, copy, ledger, comments, suggestions } = story.value()
    const prepared = await prepareNow(room, story, request, {
      now: asOf ?? room.desk().now,
      isLookedAt,
      ...defined({ again }),
    })
    const now = story.value()
    // Some formats take a moment. The gate must judge the story that was written.
    if (
      now.copy === copy &&
      now.fields === fields &&
      now.ledger === ledger &&
      now.comments === comments &&
      now.suggestions === suggestions
    )
      return prepared
  }
  throw new NewsroomError('failed', newsroomText('prepareExport.keptChanging'))
}

const TRIES = 5

/** Loaded with the first export: a start does not need the formats. */
const loadWriter = async (format: ExportRequest['format']): Promise<Writer> =>
  (await import('../../exchange/export/writers')).WRITERS[format]

/** The file name that `prepareExport` gives. Rejects for the same requests. */
export async function nameOfExport(room: Newsroom, story: OpenStory, request: ExportRequest): Promise<string> {
  refuseUnknown(request)
  // Which words a kill may have in its name is known once its bytes are scanned.
  if (isKill(story)) return (await prepareExport(room, story, request)).fileName
  const writer = await loadWriter(request.format)
  const input = { ...inputOf(room, story, request, room.desk().now), out: numberExport(story, request).out }
  return projecting(() => writer.fileName(input))
}

function inputOf(
  room: Newsroom,
  story: OpenStory,
  {
    formatVersion,
    draft = false,
    edition = 'internal',
    lineLength,
    slugHeader,
    bare,
    embed,
    paper,
    fileNamePattern,
  }: ExportRequest,
  now: string,
): WriterInput {
  return {
    story: story.value(),
    now,
    draft,
    edition,
    dates: publicationDates(story.entries, apartOf(story.apart)),
    ...defined({ formatVersion, lineLength, paper }),
    ...(slugHeader ? { slugHeader } : {}),
    ...(bare ? { bare } : {}),
    ...(embed ? { embed } : {}),
    ...defined({ fileNamePattern }),
  }
}

const isKill = (story: OpenStory): boolean => story.ledger.standing.stage === 'killed'

function reviewOf(room: Newsroom, story: OpenStory, { include = [] }: ExportRequest): Pick<WriterInput, 'review'> {
  return include.length === 0
    ? {}
    : { review: { include, marked: readMarkedCopy(story.doc), withheld: [...legalEver(room)] } }
}

/**
 * A kill leaves out what the leak scan refuses of the desk's words. If no part names anybody, but several together do,
 * it leaves without all of them.
 */
async function prepareNow(
  room: Newsroom,
  story: OpenStory,
  request: ExportRequest,
  preparing: Omit<Preparing, 'words'>,
): Promise<PreparedExport> {
  const staysHere = hasEditions(request.format) && request.edition !== 'public'
  if (!isKill(story) || staysHere) return prepareWith(room, story, request, preparing)
  const words = await wordsOfKill(room, story)
  const whole = await prepareWith(room, story, request, { ...preparing, words })
  const [leak] = whole.leaks
  if (!leak) return whole
  const { fileNamePattern: _pattern, ...plain } = request
  const bare = await prepareWith(room, story, plain, { ...preparing, words: noWordsOfKill(words) })
  return bare.leaks.length < whole.leaks.length
    ? { ...bare, keptBack: [...bare.keptBack, newsroomText('killWords.together', { message: leak.message })] }
    : whole
}

interface Preparing {
  readonly now: string
  readonly isLookedAt: boolean
  readonly again?: ExportEntry
  /** Kills that leave the desk. */
  readonly words?: KillWords
}

async function prepareWith(
  room: Newsroom,
  story: OpenStory,
  request: ExportRequest,
  { now, isLookedAt, again, words }: Preparing,
): Promise<PreparedExport> {
  const { format, draft = false, edition = 'internal' } = request
  const writer = await loadWriter(format)
  await learn(story.value().fields.language)
  const { outputTexts, textsOfFile } = await import('../../exchange/export/readBack/outputTexts')
  const plain = inputOf(room, story, request, now)
  const { out, left } = numberExport(story, request, again?.left)
  // An earlier Stet noted no text, and numbered files as the desk numbers versions. Lists of facts never note one.
  const isOlder = again !== undefined && again.left === undefined && !hasEditions(format)
  const publishedCopy = words ? words.copy : isKill(story) ? await lastPublished(room, story) : undefined
  const terms = protectedTerms(listedSources(room.library.sources))
  const { dates, losses: named } = isKill(story) ? { dates: plain.dates, losses: [] } : withoutNamed(plain.dates, terms)
  const input: WriterInput = {
    ...plain,
    dates,
    ...(words ? { story: { ...plain.story, fields: words.fields } } : {}),
    ...defined({ publishedCopy, out: isOlder && !out.hasOwnId && !isKill(story) ? undefined : out }),
    isLookedAt,
    assessments: story.assessments(),
    gives: whatWorkingsGive(story.assessments()),
    sources: room.desk().sources,
    pictures: await picturesToLeave(room, plain.story.copy),
    ...reviewOf(room, story, request),
  }
  const { fileName, bytes, losses, preview, beside = [], mediaType = writer.mediaType } = await write(writer, input)
  // The preview page is scanned as well: it has as letters what a PDF has as glyphs.
  const texts = [
    ...(await outputTexts(bytes, mediaType)),
    ...(preview ? await outputTexts(preview, 'text/html') : []),
    ...beside.flatMap((file) => textsOfFile(file.bytes)),
  ]
  return {
    writer,
    fileName,
    mediaType,
    bytes,
    losses: maskedLosses([...losses, ...named, ...headlineLoss(publishedCopy)], terms),
    asOf: now,
    ...defined({ preview, left }),
    ...(beside.length === 0 ? {} : { beside }),
    leaks: leakFindings(room, story, {
      writer,
      fileName,
      texts,
      edition,
      dates,
      chosen: chosenNames(request),
      ...defined({ paper: request.paper, publishedCopy }),
    }),
    keptBack: (words?.keptBack ?? []).filter(({ part }) => mayHave(writer, part)).map(whyKeptBack),
    door: doorOf(story, request),
    at: {
      ...(writer.audience === 'desk' || draft ? {} : { format: { hasEmbargoField: writer.hasEmbargoField } }),
      ...defined({ killText: dates.killReason }),
    },
  }
}

/** Whether the format has a place for a part: the slug is for receiving desks only. */
const mayHave = ({ audience }: Writer, part: KillPart): boolean =>
  audience === 'wire' || !isFieldName(part) || FIELD_AUDIENCE[part] === 'public'

/** A kill leaves without its published headline when no snapshot has it. */
const headlineLoss = (published: Copy | undefined): readonly Loss[] =>
  published === undefined || published.some(({ role }) => role === 'headline')
    ? []
    : [
        {
          what: newsroomText('prepareExport.headlineLost'),
          count: 1,
          example: newsroomText('prepareExport.headlineLostWhy'),
        },
      ]

/** The example of a loss may hold a protected name. */
const maskedLosses = (losses: readonly Loss[], terms: readonly ProtectedTerm[]): readonly Loss[] =>
  losses.map((loss) => ({ ...loss, example: maskNames(loss.example, terms) }))

/** The public fact sheet of a killed story has its kill text and no facts. */
function doorOf(story: OpenStory, { format, draft, edition }: ExportRequest): Door {
  if (isKill(story) && !draft && (edition === 'public' || !hasEditions(format))) return 'kill'
  if (hasEditions(format)) return 'factsheet'
  return draft ? 'draftExport' : 'publish'
}

/** The names that people gave the file. Folder names do not leave the machine. */
const chosenNames = ({ saveAs, destination }: ExportRequest): readonly string[] =>
  [...new Set([saveAs ?? '', basename(destination ?? '')])].filter((name) => name !== '')

/** Throws a usage error for a version, a pattern or a part that the format does not have. */
export function refuseUnknown({
  format,
  formatVersion,
  fileNamePattern,
  include = [],
}: Omit<ExportRequest, 'story'>): void {
  const alien = include.find((part) => !(INCLUDABLE[format] ?? []).includes(part))
  if (alien !== undefined)
    throw new NewsroomError(
      'usage',
      newsroomText('prepareExport.noPlaceFor', { format, part: alien, formats: listWords(Object.keys(INCLUDABLE)) }),
    )
  const problem = fileNamePattern === undefined ? undefined : patternProblem(fileNamePattern)
  if (problem !== undefined) throw new NewsroomError('usage', problem)
  const versions = FORMAT_VERSIONS[format] ?? []
  if (formatVersion === undefined || versions.includes(formatVersion)) return
  throw new NewsroomError(
    'usage',
    versions.length === 0
      ? newsroomText('prepareExport.noVersions', { format })
      : newsroomText('prepareExport.unknownVersion', {
          format,
          formatVersion,
          versions: listWords(versions),
          count: versions.length,
        }),
  )
}

async function write(writer: Writer, input: WriterInput): Promise<Written & { readonly fileName: string }> {
  return {
    ...(await projecting(() => Promise.resolve(writer.write(input)).catch(notProjected))),
    fileName: projecting(() => writer.fileName(input)),
  }
}

function projecting<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    return notProjected(error)
  }
}

function notProjected(error: unknown): never {
  throw error instanceof ProjectionError ? new NewsroomError('failed', error.message) : error
}
