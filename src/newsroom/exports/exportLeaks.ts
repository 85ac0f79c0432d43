import { basename } from 'node:path'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { OutputText } from '../../exchange/export/readBack/outputTexts'
import type { Writer } from '../../exchange/export/writers'
import type { PublicationDates } from '../../projection/published/publicationDates'
import { scanForLeaks, type LeakHit } from '../../projection/scan/leakScan'
import { protectedTerms, type ProtectedTerm } from '../../projection/scan/protectedTerms'
import type { Copy } from '../../story/copy/copy'
import { listedSources } from '../../story/desk/source'
import type { Paper } from '../../story/desk/exportFormat'
import type { Finding } from '../../story/assessment/finding'
import { NewsroomError } from '../../story/requests/requests'
import { confirmedIn, hitMessage } from '../../gate/confirmedNames'
import { wroteIn } from '../gate/wroteAt'
import { internalIds } from '../state/internalIds'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'

interface FinishedOutput {
  readonly writer: Writer
  readonly fileName: string
  readonly texts: readonly OutputText[]
  readonly edition: 'internal' | 'public'
  /** A paper of the desk: the story is on it, and the correction under the story. */
  readonly paper?: Paper
  /** Names that people gave the file. */
  readonly chosen: readonly string[]
  readonly dates: PublicationDates
  readonly publishedCopy?: Copy
}

/**
 * Finds protected sources and internal ids in the finished bytes. Another person may confirm a hit in the copy (a
 * dismissal with its key) until its sentence or its place changes. All other hits block.
 */
export function leakFindings(
  room: Newsroom,
  story: OpenStory,
  { writer, fileName, texts, edition, paper, chosen, dates: { correction }, publishedCopy = [] }: FinishedOutput,
): readonly Finding[] {
  const value = story.value()
  const internalPaper = writer.audience === 'desk' && edition === 'internal'
  const ids = internalIds(room, story)
  const isConfirmed = confirmedIn(value, room.desk(), wroteIn(room, story))
  const terms = protectedTerms(listedSources(room.library.sources))
  const named = chosen.flatMap((name) => hitsInName(name, terms))
  // Without the copy's sentences: a confirmed hit in the copy does not confirm the same words in the correction.
  // A kill has no correction.
  const beside =
    story.ledger.standing.stage !== 'killed' && correction && (writer.audience !== 'desk' || paper !== undefined)
      ? scanForLeaks({ text: correction.text, fileName: '', mediaType: 'text/plain' }, terms, ids, [])
      : []
  const inside = texts.flatMap((text, index) =>
    scanForLeaks(
      { ...text, fileName: index === 0 ? fileName : '' },
      terms,
      internalPaper ? [] : ids,
      value.copy,
      publishedCopy,
    ),
  )
  return [...new Map([...named, ...beside, ...inside].map((hit) => [hit.key, hit])).values()]
    .filter((hit) => !isConfirmed(hit))
    .map((hit) => ({
      rule: 'sourceProtection',
      severity: 'block',
      key: hit.key,
      message: hitMessage(value, hit),
      overridable: false,
      dismissable: hit.confirmable,
      dismissNotAuthor: true,
      where: hit.where ? { kind: 'text', ...hit.where } : { kind: 'story' },
    }))
}

const hitsInName = (fileName: string, terms: readonly ProtectedTerm[]): readonly LeakHit[] =>
  scanForLeaks({ text: '', fileName, mediaType: 'text/plain' }, terms, [], [])

/** The name for a dialog to suggest. Undefined if it has a name that is protected by now. */
export function suggestedName({ library }: Pick<Newsroom, 'library'>, fileName: string): string | undefined {
  return hitsInName(fileName, protectedTerms(listedSources(library.sources))).length > 0 ? undefined : fileName
}

/** Refuses a file whose name, which a person chose, has a protected name. `path`: its path or its name. */
export function refuseLeakingName({ library }: Pick<Newsroom, 'library'>, path: string): void {
  const [hit] = hitsInName(basename(path), protectedTerms(listedSources(library.sources)))
  if (hit) throw new NewsroomError('refused', newsroomText('exportLeaks.name', { message: hit.message }))
}
