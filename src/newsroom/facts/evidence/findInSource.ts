/** Looks for the words of a fact in what a source captured, and shows captured words. Signs nothing. */
import { checksText } from '../../../catalogue/rooms/checks'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { findInCaptured } from '../../../checks/evidence/findInCaptured'
import { soughtWords, type SoughtWords } from '../../../checks/evidence/soughtWords'
import { whyNotPreviousSource } from '../../../checks/evidence/whyNotPreviousSource'
import { checkQuote, MATCHING_RESULTS } from '../../../checks/quote/checkQuote'
import { placeInCopy } from '../../../checks/quote/quoteOfFact'
import type { QuoteInCopy } from '../../../checks/quote/speaker/attribution/readAttribution'
import type { CapturedText, FoundPlace } from '../../../story/assessment/copy/capturedText'
import { shownSource } from '../../../story/desk/source'
import { NewsroomError, type AnswerOf } from '../../../story/requests/requests'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { sourceNamed } from '../../sources/findSource'

/** Files of one source that are searched, the last captured first. */
const MOST_FILES = 6

export const findInSource: Action<'fact.find'> = async (room, _by, { story: id, fact, source: called }) => {
  const story = await room.storyNow(id)
  const source = sourceNamed(room, called)
  if (!source) throw new NewsroomError('usage', newsroomText('evidence.unknownSource', { source: called }))
  const assessment = story.assessment(fact)
  const sought = soughtWords(assessment, story.value().copy)
  const { words } = sought
  const place = placeInCopy(assessment, story.value().copy)
  const none = (why: string): AnswerOf<'fact.find'> => ({ sought: words, places: [], why })
  const refused = whyNotPreviousSource(assessment, room.desk().transcripts, story.value().copy)
  if (refused !== undefined) return { ...none(refused), refused: true }
  if (sought.kind === 'none') return none(sought.why)
  const name = shownSource(source, room.library.sources)
  const files = capturedFor(story.entries, source.id)
  if (files.length === 0) return none(checksText('find.notCaptured', { source: name }))
  const places: FoundPlace[] = []
  let why: string | undefined
  let differing: string | undefined
  let hasText = false
  for (const { file, fileName } of files) {
    const read = await room.captured.of(file, fileName)
    if (read?.trouble !== undefined) why ??= checksText('find.unread', { file: fileName, why: read.trouble })
    if (!read?.text) continue
    hasText = true
    const differs = await whyQuoteDiffers(room, sought, place, file, fileName)
    if (differs !== undefined) {
      differing ??= checksText('find.quoteDiffers', { source: name, why: differs })
      continue
    }
    places.push(...findInCaptured(sought, read.text).map((place) => ({ ...place, file, fileName })))
    if (places.length > 0) break
  }
  if (places.length > 0) return { sought: words, places }
  if (differing !== undefined) return { ...none(differing), refused: true }
  return none(
    why ??
      (hasText ? checksText('find.notThere', { words, source: name }) : checksText('find.noText', { source: name })),
  )
}

/** Quotes are held against the file as a transcript: another speaker, or a word left out, is no match. */
async function whyQuoteDiffers(
  room: Newsroom,
  sought: SoughtWords,
  copy: QuoteInCopy | undefined,
  file: string,
  fileName: string,
): Promise<string | undefined> {
  if (sought.kind !== 'quote') return undefined
  const transcript = await room.transcripts.read(file, fileName)
  if (!transcript) return undefined
  const { result, message, cuts } = checkQuote({ quote: sought.words, speaker: sought.speaker, copy, transcript })
  return MATCHING_RESULTS.has(result) && cuts.length === 0 ? undefined : message
}

/** The files that evidence of this story names for a source, the last captured first. */
function capturedFor(
  entries: readonly LedgerEntry[],
  source: string,
): readonly { readonly file: string; readonly fileName: string }[] {
  const files = new Map<string, string>()
  for (const entry of entries.toReversed()) {
    if (entry.kind !== 'evidenceAdded' || entry.evidence.source !== source) continue
    const { file, fileName = '' } = entry.evidence
    if (file !== undefined && !files.has(file)) files.set(file, fileName)
  }
  return [...files].slice(0, MOST_FILES).map(([file, fileName]) => ({ file, fileName }))
}

/** Characters of a text that the window draws. */
const MOST_SHOWN = 4 * 1024 * 1024

export const readCaptured: Action<'file.text'> = async (room, _by, { sha256, name = '' }) => {
  const read = await room.captured.of(sha256, name)
  if (!read) throw new NewsroomError('failed', newsroomText('files.fileRemoved', { file: sha256.slice(0, 12) }))
  if (read.trouble !== undefined)
    throw new NewsroomError('failed', checksText('find.unread', { file: name, why: read.trouble }))
  return read.text ? shortened(read.text) : {}
}

function shortened(text: CapturedText): AnswerOf<'file.text'> {
  let left = MOST_SHOWN
  const shown = text.parts.filter((part) => (left -= part.text.length) > 0)
  return shown.length === text.parts.length ? { text } : { text: { ...text, parts: shown }, shortened: true }
}
