/** Random steps: tags, their records, and the copy by way of the newsroom. */
import { anyFact, asKept, asRequest, evidenceFrom, person, pick, type Run } from './drawing'
import { mayVerify } from './judge/asking'
import { seenOf } from './verdictSteps'
import { ALL_TYPES, NEUTRAL, TELLING } from './page'

const describe: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  if (!view) return false
  const by = person(step.b)
  const change =
    step.c % 2 === 0
      ? { statement: pick(['', 'It lasted 100 minutes.', 'Kim said it.'], step.d) ?? '' }
      : { attributedTo: pick(['Kim', 'Lee', 'Park'], step.d) ?? 'Kim' }
  const answer = await world.act(by, 'fact.describe', { story: world.story.id, fact: view.id, ...change })
  if (answer) await world.noteEdit(by)
  return true
}

const retype: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  if (!view) return false
  const by = person(step.b)
  const type = pick(ALL_TYPES, step.c) ?? 'event'
  const answer = await world.act(by, 'fact.retype', { story: world.story.id, fact: view.id, type, reason: 'better so' })
  if (answer) await world.noteEdit(by)
  return true
}

const untag: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  if (!view || step.c % 3 !== 0) return false
  const by = person(step.b)
  const answer = await world.act(by, 'fact.untag', { story: world.story.id, fact: view.id, reason: 'no need' })
  if (!answer) return true
  world.oracle.tag(view.id, false)
  await world.noteEdit(by)
  return true
}

const retag: Run = async (world, step) => {
  const view = pick(
    world.facts().filter(({ status }) => status === 'untagged' || status === 'lost'),
    step.a,
  )
  if (!view || view.words === '') return false
  const block = world.story.value().copy.findIndex(({ text }) => text.includes(view.text))
  const from = world.story.value().copy[block]?.text.indexOf(view.text) ?? -1
  if (block < 0 || from < 0) return false
  const by = person(step.b)
  const answer = await world.act(by, 'fact.retag', {
    story: world.story.id,
    fact: view.id,
    block,
    from,
    to: from + view.text.length,
  })
  if (!answer) return true
  world.oracle.tag(view.id, true)
  await world.noteEdit(by)
  return true
}

const TYPED = new RegExp([...NEUTRAL, ...TELLING].map((word) => `(?<=^| )${word}(?= |$)`).join('|'), 'gu')

const tagNew: Run = async (world, step) => {
  const block = pick(
    world.story.value().copy.filter(({ text }) => text !== ''),
    step.a,
  )
  const all = block?.text.match(/[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?/gu) ?? []
  // Words that may be somebody else's than the author's.
  const typed = block?.text.match(TYPED) ?? []
  const text = pick(step.d % 2 === 0 && typed.length > 0 ? typed : all, step.b)
  if (!text) return false
  const by = person(step.c)
  const type = pick(['name', 'figure', 'event', 'superlative'] as const, step.d) ?? 'event'
  const answer = await world.act(by, 'fact.tag', { story: world.story.id, text, type })
  if (answer) await world.noteEdit(by)
  return true
}

const describePicture: Run = async (world, step) => {
  const details = pick(
    [{ alt: 'Two people' }, { alt: 'Three people' }, { credit: 'Ida' }, { credit: 'Bo' }, { captured: '2026-10-29' }],
    step.a,
  )
  if (!details || !world.oracle.page.blocks.some(({ picture }) => picture)) return false
  const by = person(step.b)
  const answer = await world.act(by, 'picture.describe', { story: world.story.id, nth: 1, ...details })
  if (answer) await world.noteEdit(by)
  return true
}

const replaceCopy: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  if (!view || view.text.includes('\n')) return false
  const by = person(step.b)
  const other = pick(['90 minutes', '101 minutes', 'Kim', 'the deal'], step.c) ?? 'Kim'
  const answer = await world.act(by, 'copy.replace', { story: world.story.id, replace: view.text, with: other, nth: 1 })
  if (answer) {
    await world.noteEdit(by)
    world.replaced.push({ old: view.text, text: other })
  }
  return true
}

const replaceBack: Run = async (world, step) => {
  const last = world.replaced.pop()
  if (!last) return false
  const by = person(step.b)
  const answer = await world.act(by, 'copy.replace', {
    story: world.story.id,
    replace: last.text,
    with: last.old,
    nth: 1,
  })
  if (answer) await world.noteEdit(by)
  return true
}

const suggest: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  if (!view || view.text.includes('\n')) return false
  const by = person(step.b)
  await world.act(by, 'suggestion.propose', {
    story: world.story.id,
    replace: view.text,
    with: pick(['99 minutes', 'Moon', 'the smallest deal'], step.c) ?? 'Moon',
    nth: 1,
  })
  await world.noteEdit(by)
  return true
}

const decide: Run = async (world, step) => {
  const suggestion = pick(world.story.value().suggestions ?? [], step.a)
  if (!suggestion) return false
  const by = person(step.b)
  const { id, inserted, deleted } = suggestion
  const accepts = step.c % 3 !== 0
  const proposal = world.proposals.get(id)
  const stood = proposal && world.oracle.seen(proposal.fact)
  const action = accepts ? 'suggestion.accept' : 'suggestion.reject'
  const answer = await world.act(by, action, { story: world.story.id, suggestions: [{ id, inserted, deleted }] })
  if (!answer) return true
  await world.noteEdit(by)
  if (accepts && proposal) world.noteAccepted(by, proposal, stood)
  return true
}

/** Finds a figure wrong and proposes the right one, with evidence. */
const proposeRight: Run = async (world, step) => {
  const figures = world
    .facts()
    .filter(({ type, text, status }) => type === 'figure' && /^\d+ \w+$/.test(text) && status !== 'cut')
  const view = pick(figures, step.a)
  const given = evidenceFrom(world, step, 'supports')
  if (!view || !given) return false
  const by = person(step.b)
  const { oracle } = world
  const adds = asKept(given, 'new', by)
  const may = mayVerify(oracle, { by, fact: view.id, adds, reason: true, isNew: true })
  const seen = oracle.seen(view.id)
  const proposed = `${Number.parseInt(view.text, 10) + 1} ${view.text.split(' ')[1] ?? ''}`
  const answer = await world.act(by, 'fact.sign', {
    story: world.story.id,
    fact: view.id,
    status: 'wrong',
    reason: 'the pool says so',
    proposed,
    evidence: asRequest(given),
    ...seenOf(view),
  })
  if (!answer || !seen) return true
  world.readEvidence(view.id, by)
  const wrote = oracle.wroteWords(by, view.id, world.counting)
  const signed = { entry: answer.entry, by, status: 'wrong', seen, wrote, wroteContext: 'no', reason: true } as const
  oracle.sign(view.id, { ...signed, alone: oracle.isAlone(by, wrote) })
  if (answer.suggestion !== undefined)
    world.proposals.set(answer.suggestion, {
      fact: view.id,
      by,
      wrote,
      may,
      old: seen.words,
      words: proposed,
      seen,
      evidence: oracle.seen(view.id)?.evidence ?? [],
      step: oracle.step,
    })
  await world.noteEdit(by)
  return true
}

export const factSteps = {
  proposeRight: { weight: 2, run: proposeRight },
  describe: { weight: 2, run: describe },
  retype: { weight: 1, run: retype },
  untag: { weight: 1, run: untag },
  retag: { weight: 2, run: retag },
  tagNew: { weight: 3, run: tagNew },
  describePicture: { weight: 2, run: describePicture },
  replaceCopy: { weight: 2, run: replaceCopy },
  replaceBack: { weight: 2, run: replaceBack },
  suggest: { weight: 2, run: suggest },
  decide: { weight: 2, run: decide },
}
