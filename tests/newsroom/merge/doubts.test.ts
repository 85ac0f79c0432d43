/** Who wrote words that came from another machine is asked of what each machine itself knows of that. */
import { expect, test } from 'vitest'
import { machine, trust, type Machine } from './machines'
import { handOver, merge, preview, replace, two, verify } from './twoMachines'

/** Ben wrote, and Lee verified, both at the desk. The train trusts Lee alone. */
async function written() {
  const both = await two()
  const { desk, train, story, fact } = both
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  await verify(desk, 'Lee', story, fact)
  return both
}

const TRUSTED = ['verified']
const DOUBTED = ['toCheck', 'notEntitled']

async function status({ act }: Machine, by: string, story: string, fact: string) {
  const { facts } = await act(by, 'story.show', { story })
  return facts.flatMap(({ id, status: is, reasons }) => (id === fact ? [is, ...reasons] : []))
}

/** The train takes the story in and changes a field. Returns what it hands over. */
async function changedOnTheTrain({ desk, train, story }: Awaited<ReturnType<typeof written>>) {
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'BUSAN' })
  return handOver(train, 'Kim', story)
}

test('a tick on the words of a colleague whom another machine does not know stands where both work', async () => {
  const both = await written()
  const { desk, story, fact } = both
  const back = await changedOnTheTrain(both)
  expect((await preview(desk, 'Lee', back))?.facts).toEqual([])
  expect((await merge(desk, 'Lee', back))?.facts).toEqual([])
  expect(await status(desk, 'Lee', story, fact)).toEqual(TRUSTED)
  await desk.act('Lee', 'story.undoMerge', { story })
  expect(await status(desk, 'Lee', story, fact)).toEqual(TRUSTED)
})

test('where they are not known, the report of a merge says what holds after it', async () => {
  const { desk, train, story, fact } = await written()
  const bytes = await handOver(desk, 'Lee', story)
  const told = await preview(train, 'Kim', bytes)
  expect(told?.facts.map(({ to, reasons }) => [to, ...reasons])).toEqual([DOUBTED])
  expect(told?.verdicts.map(({ by, refused }) => [by, refused])).toEqual([
    ['Lee', 'Lee wrote these words. Someone else must verify them, or first accept them as a suggestion.'],
  ])
  const done = await merge(train, 'Kim', bytes)
  expect([done?.facts, done?.verdicts]).toEqual([told?.facts, told?.verdicts])
  expect(await status(train, 'Kim', story, fact)).toEqual(DOUBTED)
})

test('who is trusted later on the machine that handed the words over wrote them, and the tick stands', async () => {
  const both = await written()
  const { desk, train, story, fact } = both
  await changedOnTheTrain(both)
  await trust('Kim', train, 'Ben', desk, 'reporter')
  expect(await status(train, 'Kim', story, fact)).toEqual(TRUSTED)
  await train.room.unload(story)
  expect(await status(train, 'Kim', story, fact)).toEqual(TRUSTED)
})

test('who signs on the machine where the words were typed may sign a tag that was made elsewhere', async () => {
  const both = await written()
  const { desk, train, story } = both
  await changedOnTheTrain(both)
  const { id: fact } = await train.act('Kim', 'fact.tag', { story, text: 'Leaders', type: 'name' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  const evidence = (await desk.room.story(story)).assessments().flatMap((one) => one.evidence)
  const { source = '' } = evidence[0] ?? {}
  await desk.act('Lee', 'fact.addEvidence', {
    ...{ story, fact },
    evidence: { source, locator: '¶ 3', stance: 'supports', quote: '' } as never,
  })
  await desk.act('Lee', 'fact.sign', { story, fact, status: 'verified' })
  expect(await status(desk, 'Lee', story, fact)).toEqual(TRUSTED)
  // The train does not know Ben: there Lee handed these words over.
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await status(train, 'Kim', story, fact)).toEqual(DOUBTED)
})

/** A third machine. It trusts the named people of the two others. */
async function home(
  { desk, train }: Awaited<ReturnType<typeof written>>,
  trusted: readonly (readonly [string, 1 | 2])[],
) {
  const made = await machine(3, [['Cho', 'editor']])
  for (const [name, of] of trusted) await trust('Cho', made, name, of === 1 ? desk : train, 'editor')
  return made
}

test('a third machine that trusts both keeps the tick, whatever a machine doubts that knows one of them', async () => {
  const both = await written()
  const { desk, story, fact } = both
  const there = await home(both, [
    ['Lee', 1],
    ['Ben', 1],
    ['Kim', 2],
  ])
  await merge(there, 'Cho', await handOver(desk, 'Lee', story))
  const doubting = await changedOnTheTrain(both)
  expect((await merge(there, 'Cho', doubting))?.facts).toEqual([])
  expect(await status(there, 'Cho', story, fact)).toEqual(TRUSTED)
})

test('nobody is the second person by a colleague’s name, nor by a machine that has a colleague of that name', async () => {
  const desk = await machine(1, [
    ['Lee', 'editor'],
    ['Ben', 'reporter'],
  ])
  const both = await two(desk)
  const { train, story, fact } = both
  // Ben works on the train. At the desk Lee types in that name.
  await train.act('Kim', 'roster.add', { name: 'Ben', role: 'reporter' })
  await train.act('Ben', 'story.create', { kind: 'story' } as never)
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  await verify(desk, 'Lee', story, fact)
  const there = await home(both, [
    ['Lee', 1],
    ['Ben', 2],
    ['Kim', 2],
  ])
  const bytes = await changedOnTheTrain(both)
  expect(await status(train, 'Kim', story, fact)).toEqual(DOUBTED)
  const done = await merge(there, 'Cho', bytes)
  expect(done?.facts.map(({ to, reasons }) => [to, ...reasons])).toEqual([DOUBTED])
  expect(await status(there, 'Cho', story, fact)).toEqual(DOUBTED)
})

test('a change and back leaves words in doubt that were in doubt', async () => {
  const both = await written()
  const { train, story, fact } = both
  await changedOnTheTrain(both)
  await replace(train, 'Kim', story, 'about 100 minutes', 'about 90 minutes')
  await replace(train, 'Kim', story, 'about 90 minutes', 'about 100 minutes')
  expect(await status(train, 'Kim', story, fact)).toEqual(DOUBTED)
})

test('who verifies what came from a colleague’s machine keeps the tick, although a third one has it from them alone', async () => {
  const both = await two()
  const { desk, train, story } = both
  const there = await home(both, [
    ['Lee', 1],
    ['Ben', 1],
  ])
  await trust('Lee', desk, 'Cho', there, 'editor')
  await trust('Lee', desk, 'Kim', train, 'editor')
  for (const [name, of] of [
    ['Lee', desk],
    ['Ben', desk],
    ['Cho', there],
  ] as const)
    await trust('Kim', train, name, of, 'editor')
  await merge(there, 'Cho', await handOver(desk, 'Lee', story))
  await replace(there, 'Cho', story, 'They left separately.', 'They said 12 people were not hurt.')
  const { id: fact } = await there.act('Cho', 'fact.tag', { story, text: '12 people', type: 'figure' })
  await merge(desk, 'Lee', await handOver(there, 'Cho', story))
  await verify(desk, 'Lee', story, fact)
  // Strict: nobody can prove to the train that the desk has these words from Cho.
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  expect(await status(train, 'Kim', story, fact)).toEqual(DOUBTED)
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'BUSAN' })
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  expect(await status(desk, 'Lee', story, fact)).toEqual(TRUSTED)
})
