/** What changed since a person last signed the story as a whole: as its legal reader, or by clearing it. */
import { isLegalRead, type FactRead } from '../../../story/assessment/people/legalRead'
import { loadDoc } from '../../../document/createStoryDoc'
import { readCopy, readTags } from '../../../document/reading/readStory'
import { compareVersions } from '../../../review/compareVersions'
import { storySignatures, type StorySignature } from '../../../review/sinceISigned'
import type { StorySnapshot } from '../../../storage/disk/storyStore'
import type { SinceSignature } from '../../../story/requests/comparison'
import { rangesOfFact } from '../../../story/copy/copy'
import { hashCopy } from '../../../story/ledger/hash'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { defined } from '../../../story/text/defined'

export const sinceSigned: Action<'story.sinceSigned'> = async (room, by, { story: id }) => {
  const story = await room.storyNow(id)
  return Promise.all(storySignatures(story.entries, by).map((signature) => sinceOne(room, story, signature)))
}

async function sinceOne(room: Newsroom, story: OpenStory, signature: StorySignature): Promise<SinceSignature> {
  const { kind, at, hash } = signature
  const { copy } = story.value()
  if (kind === 'legal' ? isLegalRead(hash, copy, story.assessments()) : hash === hashCopy(copy))
    return { kind, at, changed: false }
  const snapshot = await snapshotAsSigned(room, story.id, signature)
  if (!snapshot) return { kind, at, changed: true }
  const { blocks, added, removed } = compareVersions(snapshot.view, story.view())
  const { n, why, name } = snapshot
  return {
    kind,
    at,
    changed: true,
    against: { n, at: snapshot.at, why, ...defined({ name }), blocks, added, removed },
  }
}

/** The readable snapshot with the signed hash that is nearest in time; of equally near ones the latest. */
async function snapshotAsSigned(
  room: Newsroom,
  story: string,
  { kind, at, hash }: StorySignature,
): Promise<StorySnapshot | undefined> {
  const distance = (line: { readonly at: string }): number => Math.abs(Date.parse(line.at) - Date.parse(at))
  const lines = (await room.snapshots.list(story))
    .filter(({ trouble }) => trouble === undefined)
    .sort((a, b) => distance(a) - distance(b) || b.n - a.n)
  for (const { n } of lines) {
    const snapshot = await room.snapshots.read(story, n).catch(() => undefined)
    if (snapshot && isOfHash(snapshot, kind, hash)) return snapshot
  }
  return undefined
}

function isOfHash({ state, view }: StorySnapshot, kind: StorySignature['kind'], hash: string): boolean {
  const doc = loadDoc([state])
  const copy = readCopy(doc)
  if (kind === 'cleared') return hash === hashCopy(copy)
  const tags = readTags(doc)
  const facts = view.facts.map(({ id, words, type }): FactRead => ({
    words,
    ranges: rangesOfFact(copy, id),
    tag: { type: tags.get(id)?.type ?? type },
  }))
  return isLegalRead(hash, copy, facts)
}
