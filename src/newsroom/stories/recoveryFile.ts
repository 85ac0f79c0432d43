/**
 * A story that a window saved elsewhere while its library could not be written. People can read it, and Stet can merge
 * it back.
 */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { maskNames } from '../../projection/scan/maskNames'
import type { Source } from '../../story/desk/source'
import { hashBytes } from '../../story/ledger/hash'
import { SCHEMA_VERSION } from '../../story/copy/documentSchema'
import { NewsroomError } from '../../story/requests/requests'
import { loadDoc } from '../../document/createStoryDoc'
import type { Action } from '../state/action'

export interface RecoveryFile {
  readonly story: string
  readonly headline: string
  /** All words, for people. */
  readonly text: string
  /** Full Yjs state (update v1). */
  readonly state: Uint8Array
  /** ISO 8601 instant. */
  readonly at: string
  readonly by: string
}

const KIND = 'stet-copy'

/**
 * The name that is suggested for the file: a system lists the names of files that were saved last. So a headline that
 * names a protected source is left out of it.
 */
export function recoveryFileName(
  { headline, at }: Pick<RecoveryFile, 'headline' | 'at'>,
  sources: readonly Source[],
): string {
  const isNamed = maskNames(headline, protectedTerms(sources)) !== headline
  const words = (isNamed ? '' : headline)
    .replace(/[^\p{L}\p{N} -]+/gu, '')
    .trim()
    .slice(0, 60)
  return `${words || newsroomText('recoveryFile.name')} ${at.slice(0, 16).replace(/[T:]/g, '-')}.stet-copy.json`
}

/** The file as UTF-8 JSON: what it is for in words, the document in base64, and the SHA-256 of the document. */
export function writeRecoveryFile({ state, ...rest }: RecoveryFile): Uint8Array {
  const how = newsroomText('recoveryFile.help')
  return new TextEncoder().encode(
    JSON.stringify(
      {
        kind: KIND,
        schemaVersion: SCHEMA_VERSION,
        how,
        ...rest,
        sha256: hashBytes(state),
        state: Buffer.from(state).toString('base64'),
      },
      undefined,
      2,
    ),
  )
}

/** Throws NewsroomError `failed` for any other file, and for one that was changed. */
function readRecoveryFile(bytes: Uint8Array): Pick<RecoveryFile, 'story' | 'state'> {
  try {
    const { kind, story, state, sha256, schemaVersion } = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<
      Record<string, unknown>
    >
    const decoded = typeof state === 'string' ? Uint8Array.from(Buffer.from(state, 'base64')) : new Uint8Array()
    if (
      kind === KIND &&
      typeof story === 'string' &&
      hashBytes(decoded) === sha256 &&
      typeof schemaVersion === 'number' &&
      schemaVersion <= SCHEMA_VERSION
    )
      return { story, state: decoded }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new NewsroomError('failed', newsroomText('recoveryFile.notOurs'))
}

/** Merges the file under the rules of typing: nobody can forge fields, records or names with it. */
export const restore: Action<'story.bringBack'> = async (room, by, { bytes }) => {
  const { story: id, state } = readRecoveryFile(bytes)
  const story = await room.storyNow(id)
  const before = lengthOf(story.state())
  await story.applyWindowUpdate(state, by)
  await story.observe()
  return { story: id, characters: lengthOf(story.state()) - before }
}

const lengthOf = (state: Uint8Array): number =>
  loadDoc([state])
    .getXmlFragment('copy')
    .toString()
    .replace(/<[^>]*>/g, '').length
