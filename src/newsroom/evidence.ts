import type { Evidence } from '../story/fact'
import { NewsroomError } from '../story/requests'
import type { Action } from './action'
import type { Newsroom } from './newsroom'
import type { OpenStory } from './openStory'

export const addEvidence: Action<'fact.addEvidence'> = async (room, by, { story: id, fact, evidence }) => {
  const story = await room.storyNow(id)
  story.assessment(fact)
  const item = readEvidence(room, story, evidence)
  await Promise.all([story.note(by, { kind: 'evidenceAdded', fact, evidence: item }).written, story.observe()])
  return { id: item.id }
}

export const removeEvidence: Action<'fact.removeEvidence'> = async (room, by, { story: id, fact, evidence }) => {
  const story = await room.storyNow(id)
  if (!story.assessment(fact).evidence.some((item) => item.id === evidence)) throw new NewsroomError('usage', `This fact has no evidence ${evidence}.`)
  const { written } = story.note(by, { kind: 'evidenceRemoved', fact, evidence })
  await Promise.all([written, story.observe()])
  return {}
}

/** Gives evidence its id and finds its source, by id or by exact name. Throws a usage error when the source book has no such source. */
export function readEvidence(room: Newsroom, story: OpenStory, evidence: Omit<Evidence, 'id'>): Evidence {
  const { sources } = room.library
  const source = sources.find(({ id }) => id === evidence.source) ?? sources.find(({ name }) => name === evidence.source)
  if (!source) throw new NewsroomError('usage', `The source book has no source “${evidence.source}”. Add it first.`)
  return { ...evidence, id: room.ids.next('evidence', evidenceIn(story)), source: source.id, locator: evidence.locator.trim() }
}

/** Whether the story has had evidence of this id. */
export const evidenceIn = (story: OpenStory): ((id: string) => boolean) => (id) => story.entries.some((entry) => entry.kind === 'evidenceAdded' && entry.evidence.id === id)
