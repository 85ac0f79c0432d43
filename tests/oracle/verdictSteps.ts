/** Random steps: verdicts, and what follows on them. */
import type { FactView } from '../../src/story/requests/requests'
import { mayRepeat, mayVerify } from './judge/asking'
import { anyFact, asKept, asRequest, evidenceFrom, person, pick, standing, type Run } from './drawing'

const verify: Run = async (world, step, tally) => {
  const view = anyFact(world, step.a)
  if (!view) return false
  const by = person(step.b)
  const given = step.c % 4 === 0 ? undefined : evidenceFrom(world, { ...step, b: step.c, c: step.d }, 'supports')
  const adds = given ? asKept(given, 'new', by) : undefined
  const reason = step.d % 4 !== 0
  const may = mayVerify(world.oracle, { by, fact: view.id, ...(adds ? { adds } : {}), reason })
  const { oracle } = world
  const stale = step.d % 11 === 0
  const answer = await world.act(by, 'fact.sign', {
    story: world.story.id,
    fact: view.id,
    status: 'verified',
    ...seenOf(view, stale),
    ...(reason ? { reason: 'seen in the source' } : {}),
    ...(given ? { evidence: asRequest(given) } : {}),
  })
  if (stale && answer) throw world.differs(view.id, `${by} signed another view than the owner’s, and was believed`)
  if (!answer && may === 'yes' && !stale)
    throw world.differs(view.id, `${by} may verify by the specification, and is refused`)
  if (answer && may === 'no') throw world.differs(view.id, `${by} may not verify by the specification, and did`)
  if (!answer) {
    tally.refused++
    return true
  }
  const wrote = oracle.wroteWords(by, view.id, world.counting)
  const wroteContext = oracle.wroteContext(by, view.id)
  world.readEvidence(view.id, by)
  const seen = oracle.seen(view.id)
  if (!seen) return true
  const alone = oracle.isAlone(by, wrote, wroteContext)
  oracle.sign(view.id, {
    entry: answer.entry,
    by,
    status: 'verified',
    seen,
    wrote,
    wroteContext,
    reason,
    alone: alone === 'no' && oracle.deskOfOne && may !== 'yes' ? 'either' : alone,
  })
  return true
}

/** The view that a person has before them, or one that is not the owner's. */
export const seenOf = ({ seen = '' }: FactView, stale = false): { seen: string } => ({
  seen: stale ? 'f'.repeat(64) : seen,
})

const VERDICTS = ['queried', 'onAuthor', 'wrong', 'disputed', 'unverifiable', 'letStand'] as const

const otherVerdict: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  const status = pick(VERDICTS, step.c) ?? 'queried'
  if (!view) return false
  const by = person(step.b)
  const { oracle } = world
  const seen = oracle.seen(view.id)
  const answer = await world.act(by, 'fact.sign', {
    story: world.story.id,
    fact: view.id,
    status,
    reason: 'as they told me',
    ...seenOf(view),
  })
  if (!answer || !seen) return true
  const wrote = oracle.wroteWords(by, view.id, world.counting)
  oracle.sign(view.id, {
    entry: answer.entry,
    by,
    status,
    seen,
    wrote,
    wroteContext: 'no',
    reason: true,
    alone: oracle.isAlone(by, wrote),
  })
  return true
}

const accept: Run = async (world, step) => {
  const lapsed = standing(world).filter(({ context }) => context !== '' && context !== 'asSigned')
  const view = pick(lapsed.length > 0 ? lapsed : standing(world), step.a)
  if (!view) return false
  const by = person(step.b)
  const entitled = mayRepeat(world.oracle, by, view.id)
  const answer = await world.act(by, 'fact.acceptContext', {
    story: world.story.id,
    facts: [{ fact: view.id, ...seenOf(view) }],
  })
  for (const fact of answer?.accepted ?? []) world.oracle.accept(fact, by, entitled, world.counting)
  return true
}

const withdraw: Run = async (world, step) => {
  const signed = standing(world).filter((view) => view.signed)
  const view = pick(signed, step.a)
  if (!view) return false
  const by = person(step.b)
  const answer = await world.act(by, 'fact.withdraw', { story: world.story.id, fact: view.id, reason: 'a slip' })
  if (answer) world.oracle.withdraw(view.id, by)
  return true
}

const answerQuery: Run = async (world, step) => {
  const view = pick(
    standing(world).filter(({ status }) => status === 'queried'),
    step.a,
  )
  if (!view) return false
  const by = person(step.b)
  const answer = await world.act(by, 'fact.answer', { story: world.story.id, fact: view.id, text: 'Yes.' })
  if (answer) world.oracle.answer(view.id)
  return true
}

export const verdictSteps = {
  verify: { weight: 14, run: verify },
  otherVerdict: { weight: 3, run: otherVerdict },
  accept: { weight: 5, run: accept },
  withdraw: { weight: 2, run: withdraw },
  answerQuery: { weight: 2, run: answerQuery },
}
