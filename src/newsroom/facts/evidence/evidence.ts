import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { Evidence } from '../../../story/ledger/facts/fact'
import { hashEvidence } from '../../../story/ledger/hash'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import { maskNames } from '../../../projection/scan/maskNames'
import { NewsroomError } from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import { shownName } from '../../files/files'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { sourceNamed } from '../../sources/findSource'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { wroteIn } from '../../gate/wroteAt'
import { lookAtFiles } from '../../reading/capturedFiles'
import { isFileLoss } from '../../../story/ledger/loss'
import { refuseAttached } from './locators'
import { defined } from '../../../story/text/defined'

export const addEvidence: Action<'fact.addEvidence'> = async (room, by, { story: id, fact, evidence }) => {
  const backup = await claimBackup(room, evidence)
  await refuseAttached(room, evidence)
  const story = await room.storyNow(id)
  story.assessment(fact)
  const item = readEvidence(room, story, backup ?? evidence)
  await Promise.all([story.note(by, { kind: 'evidenceAdded', fact, evidence: item }).written, story.observe()])
  return { id: item.id }
}

export const editEvidence: Action<'fact.editEvidence'> = async (
  room,
  by,
  { story: id, fact, evidence, file, fileName, ...changes },
) => {
  const before = await room.storyNow(id)
  const known = before.assessment(fact).evidence.find((item) => item.id === evidence)
  if (!known) throw new NewsroomError('usage', newsroomText('evidence.unknownEvidence', { evidence }))
  refuseAgainstSelf(room, before, by, fact, known)
  const { id: _id, excerpt: was, note: noted, file: _file, fileName: _name, size: _size, ...rest } = known
  const { locator = known.locator, stance = known.stance, excerpt = was, note = noted } = changes
  if (locator.trim() === '') throw new NewsroomError('usage', newsroomText('evidence.noLocator'))
  const captured = await fileOfChanged(room, known, defined({ file, fileName }))
  const changed = {
    ...rest,
    locator,
    stance,
    ...captured,
    ...defined({ excerpt: spelled(excerpt), note: spelled(note) }),
  }
  await refuseAttached(room, changed)
  const story = await room.storyNow(id)
  // Another person may have changed or removed it meanwhile.
  if (!story.assessment(fact).evidence.some((item) => item.id === evidence))
    throw new NewsroomError('usage', newsroomText('evidence.unknownEvidence', { evidence }))
  const item = readEvidence(room, story, changed)
  const isSame = hashEvidence(item) === hashEvidence(known)
  const { losses = [] } = story.value()
  if (captured.file !== undefined && losses.some((loss) => isFileLoss(loss) && loss.where === captured.file))
    await lookAtFiles(room.store, story, { read: true, only: new Set([captured.file]) })
  // Its file was attached again.
  if (isSame && file) return { id: evidence }
  if (isSame) throw new NewsroomError('usage', newsroomText('evidence.unchanged'))
  const { written } = story.note(by, { kind: 'evidenceAdded', fact, evidence: item, replaces: evidence })
  await Promise.all([written, story.observe()])
  return { id: item.id }
}

type Captured = Pick<Evidence, 'file' | 'fileName' | 'size'>

/**
 * The file of a piece after a change. A change gives a piece the file that it lacks, gives its own file again, or takes
 * it away (''). It never exchanges one file for another: what was read in the first one need not be in the second.
 */
async function fileOfChanged(room: Newsroom, known: Captured, given: Captured): Promise<Captured> {
  const { file: was, fileName, size } = known
  if (given.file === undefined) return defined({ file: was, fileName, size })
  if (given.file === '') return {}
  if (was !== undefined && was !== given.file)
    throw new NewsroomError(
      'refused',
      newsroomText('evidence.otherFile', { was: was.slice(0, 12), file: given.file.slice(0, 12) }),
    )
  return (await claimBackup(room, was === undefined ? given : { ...defined({ fileName }), file: was })) ?? {}
}

export const removeEvidence: Action<'fact.removeEvidence'> = async (room, by, { story: id, fact, evidence }) => {
  const story = await room.storyNow(id)
  const known = story.assessment(fact).evidence.find((item) => item.id === evidence)
  if (!known) throw new NewsroomError('usage', newsroomText('evidence.unknownEvidence', { evidence }))
  refuseAgainstSelf(room, story, by, fact, known)
  const { written } = story.note(by, { kind: 'evidenceRemoved', fact, evidence })
  await Promise.all([written, story.observe()])
  return {}
}

/**
 * What contradicts the words is no matter for their author, nor for who wrote them, unless that person alone brought
 * it: otherwise nobody would be asked for a reason any more.
 */
function refuseAgainstSelf(room: Newsroom, story: OpenStory, by: string, fact: string, item: Evidence): void {
  if (item.stance !== 'contradicts' || room.desk().settings.deskOfOne) return
  const others = (story.assessment(fact).record.broughtBy?.[item.id] ?? []).filter((name) => name !== by)
  if (others.length === 0) return
  if (!isAuthorEver(story.value(), by) && !wroteIn(room, story)(by, { kind: 'fact', fact })) return
  throw new NewsroomError('refused', newsroomText('evidence.againstSelf', { by, others: others.join(', ') }))
}

/**
 * Keeps a copied file from being tidied away, and gives the evidence with its size. Refused when it is gone: its form
 * may have been open for days.
 */
export async function claimBackup<E extends Pick<Evidence, 'file'>>(
  room: Newsroom,
  evidence: E | undefined,
): Promise<(E & Pick<Evidence, 'size'>) | undefined> {
  const { file } = evidence ?? {}
  if (evidence === undefined || file === undefined) return evidence
  const found = await room.store.checkFile(file, { read: true })
  if ((await room.store.claimFile(file)) && found.is === 'whole') return { ...evidence, size: found.size }
  throw new NewsroomError('failed', newsroomText('evidence.fileGone', { file: file.slice(0, 12) }))
}

/** Gives evidence its id and finds its source, by id or by exact name. Throws a usage error for an unknown source. */
export function readEvidence(room: Newsroom, story: OpenStory, evidence: Omit<Evidence, 'id'>): Evidence {
  const source = sourceNamed(room, evidence.source)
  if (!source) throw new NewsroomError('usage', newsroomText('evidence.unknownSource', { source: evidence.source }))
  const id = room.ids.next('evidence', evidenceIn(story))
  // Masked here already: a sign-off holds the hash of the evidence as the ledger has it.
  const terms = protectedTerms(room.desk().sources.values())
  const { excerpt, fileName } = evidence
  const note = spelled(evidence.note)
  const { note: _note, ...rest } = evidence
  return {
    ...rest,
    id,
    source: source.id,
    locator: maskNames(evidence.locator.trim(), terms),
    ...defined({
      excerpt: excerpt === undefined ? undefined : maskNames(excerpt, terms),
      note: note === undefined ? undefined : maskNames(note, terms),
      fileName: fileName === undefined ? undefined : maskNames(shownName(fileName), terms),
    }),
  }
}

/** A text without spaces around it. Undefined: it says nothing. */
const spelled = (text = ''): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** Whether the story has or had evidence with this id. */
export const evidenceIn =
  (story: OpenStory): ((id: string) => boolean) =>
  (id) =>
    story.entries.some((entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === id)
