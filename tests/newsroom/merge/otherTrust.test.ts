/** Machines that trust others count other things. They are done with one another all the same. */
import { expect, test } from 'vitest'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, replace, two } from './twoMachines'

/** The desk trusts the train no longer; home trusts both. */
async function three() {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  const home = await machine(3, [['Cho', 'editor']])
  for (const [person, there] of [
    ['Lee', desk],
    ['Ben', desk],
    ['Kim', train],
  ] as const)
    await trust('Cho', home, person, there, person === 'Ben' ? 'reporter' : 'editor')
  await trust('Lee', desk, 'Cho', home, 'editor')
  await trust('Kim', train, 'Cho', home, 'editor')
  const { id: comment } = await train.act('Kim', 'comment.add', await merged(desk, train, story))
  for (const [to, by] of [
    [desk, 'Lee'],
    [home, 'Cho'],
  ] as const)
    await merge(to, by, await bundleOf(train, 'Kim', story))
  const { code } = await train.act('Kim', 'device.card', {})
  await desk.act('Lee', 'device.end', { key: code })
  const all = { desk, train, home, story, comment }
  await exchange(all)
  return all
}

async function merged(desk: Machine, train: Machine, story: string) {
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  return { story, text: 'Says who?', on: '100 minutes' }
}

interface Three {
  readonly desk: Machine
  readonly train: Machine
  readonly home: Machine
  readonly story: string
  readonly comment: string
}

/** Hands the story round until nobody learns anything. Returns how often somebody did. */
async function exchange({ desk, train, home, story }: Three): Promise<number> {
  const all = [
    [desk, 'Lee'],
    [train, 'Kim'],
    [home, 'Cho'],
  ] as const
  let learned = 0
  for (let round = 0, news = 1; news > 0; round++) {
    expect(round).toBeLessThan(4)
    news = 0
    for (const [from, by] of all) {
      const bundle = await bundleOf(from, by, story)
      for (const [to, who] of all) if (to !== from && (await merge(to, who, bundle))?.outcome === 'merged') news++
    }
    learned += news
  }
  return learned
}

async function read({ room }: Machine, story: string) {
  const open = await room.storyNow(story)
  const { copy, fields, comments = [] } = open.value()
  return {
    slug: fields.slug,
    said: comments.map(({ text }) => text),
    begins: copy.find(({ role }) => role === 'paragraph')?.text.slice(0, 10),
  }
}

test('a field that counts on some machines only stays as each has it', async () => {
  const all = await three()
  const { desk, train, home, story } = all
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'BUSAN' })
  await exchange(all)
  const slugs = await Promise.all([desk, train, home].map(async (one) => (await read(one, story)).slug))
  expect(slugs).toEqual(['', 'BUSAN', 'BUSAN'])
  // Lee's counts everywhere, and knew of the other one.
  await desk.act('Lee', 'story.setField', { story, field: 'slug', value: 'SUMMIT' })
  await exchange(all)
  const after = await Promise.all([desk, train, home].map(async (one) => (await read(one, story)).slug))
  expect(after).toEqual(['SUMMIT', 'SUMMIT', 'SUMMIT'])
})

test('a field that was set elsewhere reads so, although it comes by a machine where that does not count', async () => {
  const all = await three()
  const { desk, train, home, story } = all
  await desk.act('Lee', 'story.setField', { story, field: 'slug', value: 'SUMMIT' })
  await exchange(all)
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'BUSAN' })
  await merge(desk, 'Lee', await bundleOf(train, 'Kim', story))
  await merge(home, 'Cho', await bundleOf(desk, 'Lee', story))
  expect([(await read(desk, story)).slug, (await read(home, story)).slug]).toEqual(['SUMMIT', 'BUSAN'])
  await exchange(all)
  const slugs = await Promise.all([desk, train, home].map(async (one) => (await read(one, story)).slug))
  expect(slugs).toEqual(['SUMMIT', 'BUSAN', 'BUSAN'])
})

test('a comment that was changed on a machine that some trust no longer reads there as before', async () => {
  const all = await three()
  const { desk, train, home, story, comment } = all
  await train.act('Kim', 'comment.edit', { story, comment, text: 'Which clock?' })
  await exchange(all)
  const said = await Promise.all([desk, train, home].map(async (one) => (await read(one, story)).said))
  expect(said).toEqual([['Says who?'], ['Which clock?'], ['Which clock?']])
})

test('what was typed at the same time comes along, and the field stays', async () => {
  const all = await three()
  const { desk, train, home, story } = all
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'BUSAN' })
  await replace(train, 'Kim', story, 'They left', 'Then they left')
  await exchange(all)
  const texts = await Promise.all(
    [desk, train, home].map(async ({ room }) => JSON.stringify((await room.storyNow(story)).value().copy)),
  )
  expect(texts.map((text) => text.includes('Then they left'))).toEqual([true, true, true])
  expect((await read(desk, story)).slug).toBe('')
})

test('a field that counts comes in beside one that does not', async () => {
  const all = await three()
  const { desk, train, home, story } = all
  await train.act('Kim', 'story.setField', { story, field: 'slug', value: 'BUSAN' })
  await merge(home, 'Cho', await bundleOf(train, 'Kim', story))
  await home.act('Cho', 'story.setField', { story, field: 'provider', value: 'The Busan Post' })
  await merge(desk, 'Lee', await bundleOf(home, 'Cho', story))
  const { slug, provider } = (await desk.room.storyNow(story)).value().fields
  expect([slug, provider]).toEqual(['', 'The Busan Post'])
})

test('of two who set a field at one time, every machine has the same one', async () => {
  const all = await three()
  const { desk, home, train, story } = all
  await desk.act('Lee', 'story.setField', { story, field: 'slug', value: 'SUMMIT' })
  await home.act('Cho', 'story.setField', { story, field: 'slug', value: 'PORT' })
  const [there, here] = [await bundleOf(home, 'Cho', story), await bundleOf(desk, 'Lee', story)]
  await merge(desk, 'Lee', there)
  await merge(home, 'Cho', here)
  await exchange(all)
  const slugs = await Promise.all([desk, train, home].map(async (one) => (await read(one, story)).slug))
  expect(new Set(slugs).size).toBe(1)
})

test.each([
  ['another day', '2026-12-01T09:00:00Z'],
  ['none', ''],
])('of two who set an embargo at one time, one of them to %s, the stricter one holds everywhere', async (_, loose) => {
  const [before, strict] = ['2026-12-12T09:00:00Z', '2026-12-24T09:00:00Z']
  for (const order of [
    ['desk', 'home'],
    ['home', 'desk'],
  ] as const) {
    const all = await three()
    const { desk, home, story } = all
    const set = async (on: 'desk' | 'home', value: string) =>
      await all[on].act(on === 'desk' ? 'Lee' : 'Cho', 'story.setField', { story, field: 'embargo', value })
    await set('desk', before)
    await exchange(all)
    for (const on of order) await set(on, on === 'desk' ? strict : loose)
    await exchange(all)
    const embargoes = async () =>
      await Promise.all([desk, home].map(async ({ room }) => (await room.storyNow(story)).value().fields.embargo))
    expect(await embargoes()).toEqual([strict, strict])
    // A person who knows both decides.
    await set('home', before)
    await exchange(all)
    expect(await embargoes()).toEqual([before, before])
  }
})
