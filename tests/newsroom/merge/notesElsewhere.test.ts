/** Machines that trust other people count other things. What each notes of a fact stays its own: they come to rest. */
import { expect, test } from 'vitest'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, shown, two, verify } from './twoMachines'

test('a lapse that one machine notes is not taken back by one that does not count its cause', async () => {
  const { desk, train, story, fact } = await two()
  const home = await machine(3, [['Cho', 'editor']])
  await bothTrust(desk, train)
  for (const [there, name] of [
    [desk, 'Lee'],
    [desk, 'Ben'],
    [train, 'Kim'],
  ] as const)
    await trust('Cho', home, name, there, 'editor')
  await trust('Lee', desk, 'Cho', home, 'editor')
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await verify(train, 'Kim', story, fact)
  const send = async (from: Machine, by: string, to: Machine, person: string) =>
    (await merge(to, person, await bundleOf(from, by, story)))?.outcome
  await send(train, 'Kim', desk, 'Lee')
  const { code } = await train.act('Kim', 'device.card', {})
  await desk.act('Lee', 'device.end', { key: code })
  const [evidence] = (await train.room.story(story)).assessment(fact).evidence
  await train.act('Kim', 'fact.removeEvidence', { story, fact, evidence: evidence?.id ?? '' })
  await send(train, 'Kim', home, 'Cho')
  await send(home, 'Cho', desk, 'Lee')
  expect((await shown(desk, story)).facts).toEqual(['about 100 minutes: verified'])
  await send(desk, 'Lee', home, 'Cho')
  const rest = [await send(home, 'Cho', desk, 'Lee'), await send(desk, 'Lee', home, 'Cho')]
  expect(rest).toEqual(['nothing', 'nothing'])
  const [read] = (await home.act('Cho', 'story.show', { story })).facts
  expect([read?.status, read?.reasons]).toEqual(['reCheck', ['evidence']])
})
