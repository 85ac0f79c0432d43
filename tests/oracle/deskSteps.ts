/** Random steps: evidence, sources, bylines and settings. */
import { lookAtFiles } from '../../src/newsroom/reading/capturedFiles'
import { lossKey } from '../../src/story/ledger/loss'
import { anyFact, asKept, asRequest, evidenceFrom, person, pick, sourceAt, standing, type Run } from './drawing'

const addEvidence: Run = async (world, step) => {
  const view = anyFact(world, step.a)
  const given = evidenceFrom(world, step, step.d % 3 === 0 ? 'contradicts' : 'supports')
  if (!view || !given) return false
  const by = person(step.d)
  const answer = await world.act(by, 'fact.addEvidence', {
    story: world.story.id,
    fact: view.id,
    evidence: asRequest(given),
  })
  if (answer) world.oracle.addEvidence(view.id, asKept(given, answer.id, by))
  return true
}

const removeEvidence: Run = async (world, step) => {
  const view = pick(
    standing(world).filter(({ evidence }) => evidence.length > 0),
    step.a,
  )
  const item = view && pick(view.evidence, step.b)
  if (!view || !item) return false
  const by = person(step.c)
  const answer = await world.act(by, 'fact.removeEvidence', { story: world.story.id, fact: view.id, evidence: item.id })
  if (answer) world.oracle.removeEvidence(view.id, item.id)
  return true
}

const editSource: Run = async (world, step) => {
  const source = sourceAt(world, step.a)
  if (!source) return false
  const changes = [
    { name: step.c % 2 === 0 ? `${source.name} B` : source.name.replace(/ B$/, '') },
    { groundRules: step.c % 2 === 0 ? ('background' as const) : ('onTheRecord' as const), description: 'an official' },
    { aliases: ['Clerkson'] },
    { contact: 'desk phone' },
    source.kind === 'document' || source.kind === 'official'
      ? { kind: step.c % 2 === 0 ? ('document' as const) : ('official' as const) }
      : { aliases: ['Deskson'] },
  ]
  const change = pick(changes, step.b)
  if (!change) return false
  const answer = await world.act('Eve', 'source.edit', { source: source.id, reason: 'they said so', ...change })
  if (answer) world.readSource(source.id, world.desk.room.library.sources.find(({ id }) => id === source.id)?.name)
  return true
}

const mergeSources: Run = async (world, step) => {
  const source = sourceAt(world, step.a)
  const into = sourceAt(world, step.b)
  if (!source || !into || source.id === into.id || step.c % 3 !== 0) return false
  const answer = await world.act('Eve', 'source.merge', { source: source.id, into: into.id })
  if (answer) world.readSource(source.id)
  return true
}

const byline: Run = async (world, step) => {
  const now = world.story.value().fields.byline
  const name = person(step.a)
  const value = now.some((one) => one.name === name) ? now.filter((one) => one.name !== name) : [...now, { name }]
  const by = person(step.b)
  const answer = await world.act(by, 'story.setField', { story: world.story.id, field: 'byline', value })
  if (answer) for (const one of answer.fields.byline) world.oracle.addAuthor(one.name)
  return true
}

const deskOfOne: Run = async (world, step) => {
  const on = step.a % 3 === 0
  const answer = await world.act('Eve', 'library.settings', { deskOfOne: on })
  if (answer) world.oracle.deskOfOne = answer.deskOfOne
  return true
}

const loseFile: Run = async (world, step) => {
  const [file] = world.files
  if (file === undefined || step.a % 3 !== 0) return false
  if (world.store.gone.delete(file)) world.oracle.gone.delete(file)
  else {
    world.store.gone.add(file)
    world.oracle.gone.add(file)
  }
  world.trace.push(`the file is ${world.store.gone.has(file) ? 'gone' : 'there again'}`)
  await lookAtFiles(world.store, world.story, { read: true })
  return true
}

/** A line of the history is missing, as Stet notes it when it reads the story. */
const loseLine: Run = async (world, step) => {
  if (step.a % 3 !== 0) return false
  const where = `line ${world.oracle.step}`
  const loss = { kind: 'ledgerLine', where, detail: 'a line is missing' } as const
  await world.story.note('Stet', { kind: 'lossFound', losses: [loss] }).written
  world.oracle.lostLines.add(where)
  world.trace.push('a line of the history is missing')
  return true
}

const acceptLoss: Run = async (world, step) => {
  const losses = world.story.view().losses ?? []
  if (losses.length === 0) return false
  const by = step.b % 2 === 0 ? 'Eve' : person(step.a)
  const request = { story: world.story.id, losses: losses.map(lossKey), reason: 'the disk broke' }
  const answer = await world.act(by, 'story.acceptLoss', request)
  if (answer && world.oracle.people.get(by)?.role !== 'editor') throw world.differs('', `${by} accepted a loss`)
  for (const { where } of answer?.accepted ?? []) {
    world.oracle.accepted.add(where)
    if (world.oracle.lostLines.delete(where)) world.oracle.lineAccepted = ++world.oracle.step
  }
  return true
}

export const deskSteps = {
  loseFile: { weight: 2, run: loseFile },
  loseLine: { weight: 1, run: loseLine },
  acceptLoss: { weight: 4, run: acceptLoss },
  addEvidence: { weight: 3, run: addEvidence },
  removeEvidence: { weight: 2, run: removeEvidence },
  editSource: { weight: 2, run: editSource },
  mergeSources: { weight: 1, run: mergeSources },
  byline: { weight: 1, run: byline },
  deskOfOne: { weight: 1, run: deskOfOne },
}
