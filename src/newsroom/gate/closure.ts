/** While a story or the library has lost something, nobody gives a verdict: absence never reads as good news. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { openLosses } from '../../story/assessment/lostTrust'
import { isFileLoss, isLibraryLoss } from '../../story/ledger/loss'
import { NewsroomError, type ActionName, type RequestOf } from '../../story/requests/requests'
import type { Stage } from '../../story/ledger/stages'
import { lookAtFiles } from '../reading/capturedFiles'
import type { OpenStory } from '../replica/openStory'
import type { Newsroom } from '../state/newsroom'

/** Requests that give trust, or take a verdict away. The gate holds moves and exports (gate/loss.ts). */
const VERDICTS: ReadonlySet<ActionName> = new Set<ActionName>([
  'fact.sign',
  'fact.signAgain',
  'fact.acceptContext',
  'fact.withdraw',
  'finding.override',
  'finding.dismiss',
  'finding.dismissTogether',
  'finding.undismiss',
  'suggestion.accept',
])

/** Requests whose story is read by others afterwards: all of its files are read first. */
const LEAVES: ReadonlySet<ActionName> = new Set<ActionName>(['story.export', 'story.exportAgain'])

/** Requests that would write a small file of the library over what it lost. */
const OF_LIBRARY: ReadonlySet<ActionName> = new Set<ActionName>([
  'source.add',
  'source.edit',
  'source.merge',
  'source.destroy',
  'profile.save',
  'profile.remove',
  'roster.add',
  'roster.leave',
  'roster.return',
  'pin.set',
  'pin.remove',
  'pin.recover',
  'pin.invite',
  'pin.reset',
  'device.trust',
  'device.end',
  'library.settings',
  'words.add',
  'words.remove',
  // Their entry in the library's ledger must be the last word on a story.
  'story.delete',
  'story.takeBack',
  'story.archive',
  // It unites the source books.
  'story.merge',
])

/**
 * A kill never closes, not even for a name of which nobody knows any more whether it is on the roster. It takes words
 * away, nothing else.
 */
export const killsWithoutRoster = (room: Newsroom, by: string, to: Stage): boolean =>
  to === 'killed' && by !== '' && !room.onRoster(by) && room.library.losses.some(({ kind }) => kind === 'roster')

/** Nor while the keys are lost, by which a person could get one. Of exports, the gate then lets only a kill out. */
export const killsWithoutKeys = (room: Newsroom, action: ActionName, request: unknown): boolean =>
  room.ring.isLost &&
  (action === 'story.export' || (action === 'story.move' && (request as RequestOf<'story.move'>).to === 'killed'))

/**
 * Throws a refusal while the story of a verdict, or the library, is closed. Before a verdict it reads the files that
 * the verdict rests on; before a clearing, a publication or an export all files of the story.
 */
export async function refuseWhenClosed<A extends ActionName>(
  room: Newsroom,
  action: A,
  request: RequestOf<A>,
  looked?: OpenStory,
): Promise<void> {
  const [ofLibrary] = room.library.losses
  if (ofLibrary && OF_LIBRARY.has(action))
    throw new NewsroomError('refused', newsroomText('closure.library', { detail: ofLibrary.detail }))
  const isVerdict = VERDICTS.has(action) || completesLegal(action, request)
  if (!isVerdict && !LEAVES.has(action) && !opensDoor(action, request)) return
  const story = looked ?? (await room.storyNow((request as RequestOf<'fact.withdraw'>).story))
  if (!isVerdict) {
    if (story.ledger.standing.stage !== 'killed') await lookAtFiles(room.store, story, { read: true })
    return
  }
  const facts = factsIn(request)
  const files = filesBehind(story, facts)
  await lookAtFiles(room.store, story, { read: true, only: files })
  const [loss] = openLosses(story.value())
  if (loss)
    throw new NewsroomError(
      'refused',
      newsroomText(isLibraryLoss(loss) ? 'closure.library' : 'closure.story', { detail: loss.detail }),
    )
  if (verifies(action, request)) await refuseWithoutFiles(room, story, files)
}

/** Legal's signature is a verdict, too. */
function completesLegal(action: ActionName, request: unknown): boolean {
  if (action !== 'story.setField') return false
  const { field, value } = request as RequestOf<'story.setField'>
  return field === 'needsLegal' && value === 'complete'
}

function opensDoor(action: ActionName, request: unknown): boolean {
  if (action !== 'story.move') return false
  const { to } = request as RequestOf<'story.move'>
  return to === 'cleared' || to === 'published'
}

const verifies = (action: ActionName, request: unknown): boolean =>
  action === 'fact.signAgain' ||
  action === 'fact.acceptContext' ||
  (action === 'fact.sign' && ['verified', 'onAuthor'].includes((request as RequestOf<'fact.sign'>).status))

/** Ids of the facts that a request names. */
function factsIn(request: unknown): readonly string[] {
  const { fact, facts = [], echoes = [] } = request as Partial<RequestOf<'fact.sign'> & RequestOf<'fact.signAgain'>>
  return [...(fact === undefined ? [] : [fact]), ...[...facts, ...echoes].map((seen) => seen.fact)]
}

const filesBehind = ({ ledger }: OpenStory, facts: readonly string[]): ReadonlySet<string> =>
  new Set(
    facts.flatMap((fact) =>
      (ledger.facts.get(fact)?.evidence ?? []).flatMap(({ file }) => (file === undefined ? [] : file)),
    ),
  )

/** Also for a loss that was accepted, and for a file that lies elsewhere: who verifies with a file has it. */
async function refuseWithoutFiles(room: Newsroom, story: OpenStory, files: ReadonlySet<string>): Promise<void> {
  const lost = story.value().losses?.find((loss) => isFileLoss(loss) && files.has(loss.where))
  if (lost) throw new NewsroomError('refused', newsroomText('closure.fileNeeded', { detail: lost.detail }))
  for (const file of files) {
    const { is } = await room.store.checkFile(file, { read: false })
    if (is === 'gone')
      throw new NewsroomError(
        'refused',
        newsroomText('closure.fileNeeded', {
          detail: newsroomText('capturedFiles.elsewhere', { file: file.slice(0, 12) }),
        }),
      )
  }
}
