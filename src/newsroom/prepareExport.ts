import { WRITERS, type Writer } from '../exchange/out/writers'
import { scanForLeaks } from '../projection/leakScan'
import { ProjectionError } from '../projection/projectionError'
import { protectedTerms } from '../projection/protectedTerms'
import { publicationDates } from '../projection/publicationDates'
import { listedSources } from '../story/source'
import type { Finding } from '../story/finding'
import { NewsroomError, type ExportRequest, type Loss } from '../story/requests'
import type { Door } from '../story/stages'
import type { Newsroom } from './newsroom'
import type { OpenStory } from './openStory'
import type { AtDoor } from './passGate'
import { picturesToLeave } from './pictures'

export interface PreparedExport {
  readonly writer: Writer
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly losses: readonly Loss[]
  /** Protected sources and internal ids in these very bytes; they hold them back whatever the gate says. */
  readonly leaks: readonly Finding[]
  readonly door: Door
  /** What the gate needs to know of this export. */
  readonly at: AtDoor
}

/**
 * The finished output as it would leave now. Throws a usage error for a version that is not written, and `failed` when
 * the story holds something that may not be projected; a senseless request never reaches the gate.
 */
export async function prepareExport(room: Newsroom, story: OpenStory, request: ExportRequest): Promise<PreparedExport> {
  const { format, draft = false, edition = 'internal' } = request
  refuseUnknownVersion(request)
  const writer = WRITERS[format]
  const value = story.value()
  const { sources, now } = room.desk()
  const input = { story: value, now, draft, edition, assessments: story.assessments(), sources, dates: publicationDates(story.entries), pictures: await picturesToLeave(room, value.copy) }
  const { fileName, bytes, losses } = write(writer, input)
  const { killReason } = input.dates
  return {
    writer, fileName, bytes, losses, leaks: leakFindings(room, story, { writer, fileName, bytes, edition, saveAs: request.saveAs ?? '' }), door: doorOf(story, request),
    at: { ...(writer.audience === 'desk' || draft ? {} : { format: { hasEmbargoField: writer.hasEmbargoField } }), ...(killReason === undefined ? {} : { killText: killReason }) }
  }
}

function doorOf(story: OpenStory, { format, draft }: ExportRequest): Door {
  if (format === 'factsheet') return 'factsheet'
  if (draft) return 'draftExport'
  return story.ledger.standing.stage === 'killed' ? 'kill' : 'publish'
}

type Output = Pick<PreparedExport, 'writer' | 'fileName' | 'bytes'> & { readonly edition: 'internal' | 'public'; readonly saveAs: string }

/**
 * Where a protected source or an internal id stands in the finished bytes. A hit in the copy may be confirmed by another
 * person (a dismissal with its key), until its sentence changes; all others always block.
 */
function leakFindings(room: Newsroom, story: OpenStory, { writer, fileName, bytes, edition, saveAs }: Output): readonly Finding[] {
  const value = story.value()
  const internalPaper = writer.audience === 'desk' && edition === 'internal'
  const ids = new Set([
    story.id, ...value.tags.keys(), ...(value.comments ?? []).map((comment) => comment.id), ...value.ledger.facts.keys(), ...room.library.sources.map(({ id }) => id),
    ...story.entries.flatMap((entry) => (entry.kind === 'evidenceAdded' ? [entry.evidence.id] : []))
  ])
  const output = { text: new TextDecoder().decode(bytes), fileName, mediaType: writer.mediaType }
  const confirmed = new Set(value.ledger.dismissals.filter(({ rule }) => rule === 'sourceProtection').map(({ key }) => key))
  const terms = protectedTerms(listedSources(room.library.sources))
  const chosen = scanForLeaks({ text: '', fileName: saveAs, mediaType: 'text/plain' }, terms, [], [])
  return [...chosen, ...scanForLeaks(output, terms, internalPaper ? [] : [...ids], value.copy)]
    .filter((hit) => !(hit.confirmable && confirmed.has(hit.key)))
    .map((hit) => ({
      rule: 'sourceProtection', severity: 'block', key: hit.key, message: hit.message, overridable: false,
      dismissable: hit.confirmable, dismissNotAuthor: true, where: hit.where ? { kind: 'text', ...hit.where } : { kind: 'story' }
    }))
}

/** ninjs is the one format with versions; this version of the app writes 3.1. */
function refuseUnknownVersion({ format, formatVersion }: ExportRequest): void {
  if (formatVersion === undefined || (format === 'ninjs' && formatVersion === '3.1')) return
  throw new NewsroomError('usage', format === 'ninjs' ? `ninjs ${formatVersion} is not written by this version; 3.1 is.` : `${format} has no versions to choose from.`)
}

function write(writer: Writer, input: Parameters<Writer['write']>[0]): ReturnType<Writer['write']> & { readonly fileName: string } {
  try {
    return { ...writer.write(input), fileName: writer.fileName(input) }
  } catch (trouble) {
    if (!(trouble instanceof ProjectionError)) throw trouble
    throw new NewsroomError('failed', trouble.message)
  }
}
