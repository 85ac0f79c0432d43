import { legalHash } from '../../src/story/assessment/people/legalRead'
import { runAction } from '../../src/newsroom/runAction'
import type { Newsroom } from '../../src/newsroom/state/newsroom'
import { seenOfFinding } from '../../src/story/assessment/seenFinding'
import { findMove, type Stage } from '../../src/story/ledger/stages'
import { defined } from '../../src/story/text/defined'
import type { ActionName, RequestOf, SeenFact } from '../../src/story/requests/requests'

/** A request in which the tests may leave out what the person saw: then it is the story as it is now. */
export type Unseen<A extends ActionName> = A extends 'fact.sign'
  ? Omit<RequestOf<'fact.sign'>, 'seen' | 'echoes'> & {
      readonly seen?: string
      readonly echoes?: readonly UnseenFact[]
    }
  : A extends 'fact.signAgain' | 'fact.acceptContext'
    ? Omit<RequestOf<A>, 'facts'> & { readonly facts: readonly UnseenFact[] }
    : A extends 'finding.dismiss' | 'finding.override'
      ? Omit<RequestOf<A>, 'seen'> & { readonly seen?: string }
      : RequestOf<A>
type UnseenFact = Pick<SeenFact, 'fact' | 'standing'> & { readonly seen?: string }

/** Adds the current views where the request names none. */
export async function withSeen<A extends ActionName>(
  room: Newsroom,
  action: A,
  given: Unseen<A>,
): Promise<RequestOf<A>> {
  const request = given as { readonly [name: string]: unknown }
  const id = typeof request['story'] === 'string' ? request['story'] : ''
  const viewOf = async (fact: string): Promise<string> =>
    (await room.storyNow(id)).assessments().find((one) => one.id === fact)?.view?.hash ?? '0'.repeat(64)
  const filled = async (facts: unknown): Promise<readonly SeenFact[]> =>
    Promise.all(
      (facts as readonly UnseenFact[]).map(async ({ fact, seen, standing }) => ({
        ...{ fact, seen: seen ?? (await viewOf(fact)) },
        ...defined({ standing }),
      })),
    )
  const done = (more: Readonly<Record<string, unknown>>): RequestOf<A> => ({ ...request, ...more }) as RequestOf<A>
  switch (action) {
    case 'fact.sign': {
      const seen = request['seen'] ?? (await viewOf(String(request['fact'])))
      return done({ seen, ...(request['echoes'] ? { echoes: await filled(request['echoes']) } : {}) })
    }
    case 'fact.signAgain':
    case 'fact.acceptContext':
      return done({ facts: await filled(request['facts']) })
    case 'finding.dismiss':
    case 'finding.override':
      return done({ seen: request['seen'] ?? (await findingNow(room, id, request['rule'], request['key'])) })
    case 'story.setField': {
      if (request['field'] !== 'needsLegal' || request['value'] !== 'complete' || 'seen' in request) return done({})
      const story = await room.storyNow(id)
      return done({ seen: legalHash(story.value().copy, story.assessments()) })
    }
    case 'story.move':
    case 'story.export': {
      if (request['override'] === undefined || 'seen' in request) return done({})
      const seen = await blocksNow(room, action, id, request)
      return done(seen === undefined ? {} : { seen })
    }
    default:
      return done({})
  }
}

/** Hash of what an override of this move or export would lift. */
async function blocksNow(
  room: Newsroom,
  action: ActionName,
  id: string,
  request: { readonly [name: string]: unknown },
): Promise<string | undefined> {
  if (action === 'story.export') {
    const { override: _, ...asked } = request as unknown as RequestOf<'story.export'>
    return (await runAction(room, '', 'story.previewExport', asked)).verdict.seen
  }
  const { ledger, fields } = (await room.storyNow(id)).value()
  const move = findMove(ledger.standing, request['to'] as Stage, fields.kind)
  return move && (await runAction(room, '', 'story.gate', { story: id, door: move.door })).seen
}

async function findingNow(room: Newsroom, id: string, rule: unknown, key: unknown): Promise<string> {
  const story = await room.storyNow(id)
  for (const door of ['publish', 'clear', 'kill', 'factsheet', 'draftExport'] as const) {
    const { blocks, warns } = await runAction(room, '', 'story.gate', { story: id, door })
    const found = [...blocks, ...warns].find((finding) => finding.rule === rule && finding.key === key)
    if (found) return seenOfFinding(found, story.value().copy, story.assessments())
  }
  return '0'.repeat(64)
}
