/** The rows of closed stories after the roles of people changed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import type { ActionName } from '../../../src/story/requests/requests'
import { withSeen, type Unseen } from '../seen'
import { bring, KeptLibrary, type Process } from './keptLibrary'

describe('the rows of stories that nobody has open', () => {
  let { start, expectLikeRebuilt, remove } = {} as KeptLibrary
  beforeEach(() => {
    ;({ start, expectLikeRebuilt, remove } = new KeptLibrary())
  })
  afterEach(() => remove())

  const as = async <A extends ActionName>({ room }: Process, by: string, action: A, request: Unseen<A>) =>
    runAction(room, by, action, await withSeen(room, action, request))
  const roleOfKim = ({ act }: Process, role: 'editor' | 'reporter') => act('roster.add', { name: 'Kim', role })
  const statuses = async ({ act }: Process): Promise<unknown> =>
    (await act('story.list', {}))
      .filter(({ facts }) => Object.keys(facts).length > 0)
      .map(({ id, facts }) => [id, facts])
  const page = async ({ act }: Process): Promise<unknown> =>
    (await act('story.page', { offset: 0, limit: 99 })).rows.find(({ id }) => id === 'story-3')?.facts

  /** Eleven stories of Reporter, who is an editor. Kim lets words stand in the third, Lee in four of the others. */
  const eleven = async (): Promise<void> => {
    const first = await start()
    await first.act('roster.add', { name: 'Reporter', role: 'editor' })
    await roleOfKim(first, 'editor')
    await first.act('roster.add', { name: 'Lee', role: 'editor' })
    for (let n = 1; n <= 11; n++) {
      const story = await bring(first, `Story ${n}\n\nDeck\n\nIt cost 100 won.`)
      const by = n === 3 ? 'Kim' : 'Lee'
      if (n > 5) continue
      const { id: fact } = await first.act('fact.tag', { story, text: '100 won', type: 'figure' })
      await as(first, by, 'fact.sign', { story, fact, status: 'letStand', reason: 'As they say it.' })
    }
    await first.act('story.list', {})
    await first.room.close()
  }
  const others = ['story-1', 'story-2', 'story-4', 'story-5'].map((id) => [id, { letStand: 1 }])
  const withKims = (facts: object): unknown =>
    [...others, ['story-3', facts]].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))

  it('follow in the app, in the background, and only the story is read in which the person gave a verdict', async () => {
    await eleven()
    const app = await start({ ahead: true })
    expect([await statuses(app), app.opened]).toEqual([withKims({ letStand: 1 }), []])
    await roleOfKim(app, 'reporter')
    await expect.poll(() => page(app)).toEqual({ toCheck: 1 })
    await roleOfKim(app, 'editor')
    await expect.poll(() => page(app)).toEqual({ letStand: 1 })
    expect([new Set(app.opened), app.read, app.troubles]).toEqual([new Set(['story-3']), [], []])
    await app.room.close()
    await expectLikeRebuilt()
  })

  it('follow at the next start of an index that nobody had open', async () => {
    await eleven()
    const command = await start()
    await roleOfKim(command, 'reporter')
    await command.room.close()
    const reader = await start({ lock: 'none' })
    expect([command.opened, await statuses(reader), reader.opened]).toEqual([[], withKims({ toCheck: 1 }), ['story-3']])
    await reader.room.close()
    const next = await start({ lock: 'none' })
    expect([await statuses(next), next.opened]).toEqual([withKims({ toCheck: 1 }), []])
    await next.room.close()
  })

  it('follow in the answer to a command that changed the role itself', async () => {
    await eleven()
    const command = await start()
    await statuses(command)
    await roleOfKim(command, 'reporter')
    expect([await statuses(command), command.opened]).toEqual([withKims({ toCheck: 1 }), ['story-3']])
    await command.room.close()
    await expectLikeRebuilt()
  })

  it('follow at the next start when the app closes before all of them are read', async () => {
    await eleven()
    const app = await start({ ahead: true })
    await app.act('story.list', {})
    await app.act('roster.add', { name: 'Lee', role: 'reporter' })
    await app.room.close()
    const next = await start()
    const toCheck = ['story-1', 'story-2', 'story-4', 'story-5'].map((id) => [id, { toCheck: 1 }])
    expect(await statuses(next)).toEqual([...toCheck.slice(0, 2), ['story-3', { letStand: 1 }], ...toCheck.slice(2)])
    expect([...new Set([...app.opened, ...next.opened])].toSorted()).toEqual(toCheck.map(([id]) => id))
    await next.room.close()
    await expectLikeRebuilt()
  })

  it('stay as they are when somebody comes onto the roster who gave no verdict', async () => {
    await eleven()
    const app = await start({ ahead: true })
    await app.act('roster.add', { name: 'Ana', role: 'editor' })
    await app.room.close()
    const next = await start()
    expect([await statuses(next), app.opened, next.opened]).toEqual([withKims({ letStand: 1 }), [], []])
    await next.room.close()
  })
})
