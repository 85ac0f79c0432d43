/** What waits for each person, after any changes, is what a plain count over all stories gives. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { waitingIn } from '../../../src/newsroom/storyIndex/waiting/waitingItems'
import { waitingOf } from '../../../src/newsroom/storyIndex/waiting/waitingStory'
import { MemoryStore } from '../../builders/library/memoryStore'
import { NewsroomError, type ActionName, type Queue, type QueueItem } from '../../../src/story/requests/requests'
import { NOW } from '../newsDesk'
import { withSeen, type Unseen } from '../seen'

const PEOPLE = ['Reporter', 'Editor', 'Legal', 'Legal Aid', 'Kim Min-ji']
const NAME = 'Zebedee Okonkwo'

/** What brings a story out, corrects and kills it. */
const OUT = ['publish', 'publish', 'send', 'correct', 'note', 'note', 'lapse', 'told', 'kill'] as const

const person = fc.constantFrom(...PEOPLE)
const line = fc.oneof(person, fc.constantFrom('', 'By Legal and Kim Min-ji', 'Legal Aid, Editor'))
const words = fc.oneof(
  person.map((name) => `@${name}, is it so?`),
  fc.constantFrom('Is it so?', 'Ask @legal aid or (@Editor).', `Call ${NAME}, @Legal.`),
)
const story = fc.nat({ max: 5 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ by: person, headline: fc.constantFrom('Ferry', NAME) }) },
  { weight: 4, arbitrary: fc.record({ story, field: fc.constantFrom('author', 'byline', 'assignee'), line }) },
  {
    weight: 4,
    arbitrary: fc.record({ story, by: person, comment: words, mustFix: fc.boolean(), assignee: fc.option(person) }),
  },
  { weight: 2, arbitrary: fc.record({ story, by: person, reply: words }) },
  { weight: 1, arbitrary: fc.record({ story, resolve: fc.constant(true) }) },
  { weight: 3, arbitrary: fc.record({ story, by: person, ask: fc.option(person) }) },
  { weight: 2, arbitrary: fc.record({ story, by: person, answer: fc.constant(true) }) },
  { weight: 3, arbitrary: fc.record({ story, to: fc.constantFrom('filed', 'filed', 'draft', 'spiked') }) },
  { weight: 4, arbitrary: fc.record({ story, by: person, out: fc.constantFrom(...OUT) }) },
  { weight: 1, arbitrary: fc.record({ story, remove: fc.constant(true) }) },
  {
    weight: 2,
    arbitrary: fc.record({ name: person, role: fc.constantFrom('reporter', 'checker', 'editor', 'legal') }),
  },
  { weight: 3, arbitrary: fc.record({ protect: fc.constantFrom(true, true, false) }) },
  { weight: 3, arbitrary: fc.record({ held: fc.array(story, { maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ looks: person }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

class Desk {
  #source: string | undefined

  constructor(readonly room: Newsroom) {}

  static async open(folder: string | undefined): Promise<Desk> {
    let looks = 0
    const room = await Newsroom.open({
      store: new MemoryStore('Reporter'),
      // Some stories are made in the same moment.
      clock: { now: () => new Date(Date.parse(NOW) + Math.floor(++looks / 4) * 1000).toISOString() },
      ids: sequentialIds,
      debouncer: debounceByHand(),
      index: folder === undefined ? {} : { folder },
    })
    const desk = new Desk(room)
    await desk.act('Reporter', 'roster.add', { name: 'Reporter', role: 'reporter' })
    await desk.act('Reporter', 'roster.add', { name: 'Editor', role: 'editor' })
    return desk
  }

  /** Undefined: it was refused. */
  async act<A extends ActionName>(by: string, action: A, request: Unseen<A>) {
    try {
      return await runAction(this.room, by, action, await withSeen(this.room, action, request))
    } catch (error) {
      if (error instanceof NewsroomError) return undefined
      throw error
    }
  }

  async do(one: Step): Promise<void> {
    if ('headline' in one) {
      const bytes = new TextEncoder().encode(`${one.headline}\n\nDeck\n\nIt cost 100 won.`)
      return void (await this.act(one.by, 'story.import', { name: 'a.txt', bytes }))
    }
    if ('name' in one)
      return void (await this.act('Editor', 'roster.add', { name: one.name, role: one.role as 'legal' }))
    if ('protect' in one) return this.#protect(one.protect)
    if ('held' in one) {
      const ids = await this.#ids()
      return this.letGo(new Set(one.held.flatMap((at) => ids[at] ?? [])))
    }
    if ('looks' in one) return this.expectAsCounted([one.looks])
    const id = (await this.#ids())[one.story]
    if (id !== undefined) await this.#change(id, one)
  }

  async #change(id: string, one: Extract<Step, { readonly story: number }>): Promise<void> {
    const shown = await this.act('Editor', 'story.show', { story: id })
    const [comment] = shown?.comments ?? []
    const [fact] = shown?.facts ?? []
    if ('field' in one) await this.act('Editor', 'story.setField', { story: id, field: one.field, value: one.line })
    else if ('comment' in one)
      await this.act(one.by, 'comment.add', {
        ...{ story: id, text: one.comment, mustFix: one.mustFix },
        ...(one.assignee === null ? {} : { assignee: one.assignee }),
      })
    else if ('reply' in one && comment)
      await this.act(one.by, 'comment.reply', { story: id, comment: comment.id, text: one.reply })
    else if ('resolve' in one && comment)
      await this.act('Editor', 'comment.change', { story: id, comment: comment.id, resolved: true })
    else if ('ask' in one) {
      const made = fact ?? (await this.act('Reporter', 'fact.tag', { story: id, text: '100', type: 'figure' }))
      if (made)
        await this.act(one.by, 'fact.sign', {
          ...{ story: id, fact: made.id, status: 'queried', reason: 'Who counted?' },
          ...(one.ask === null ? {} : { addressee: one.ask }),
        })
    } else if ('answer' in one && fact)
      await this.act(one.by, 'fact.answer', { story: id, fact: fact.id, text: 'The ministry' })
    else if ('to' in one)
      await this.act('Editor', 'story.move', { story: id, to: one.to as 'draft', reason: 'Not yet.' })
    else if ('out' in one) await this.#leave(id, one.out, one.by)
    else if ('remove' in one) await this.act('Editor', 'story.delete', { story: id })
  }

  async #leave(story: string, what: (typeof OUT)[number], by: string): Promise<void> {
    if (what === 'publish')
      for (const to of ['filed', 'inReview', 'cleared', 'published'] as const)
        await this.act('Editor', 'story.move', { story, to, override: 'Known.' })
    else if (what === 'send')
      await this.act('Editor', 'story.export', {
        story,
        format: 'html',
        destination: `/out/${by}.html`,
        override: 'Known.',
      })
    else if (what === 'correct') await this.act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
    else if (what === 'note')
      await this.act(by, 'correction.note', {
        ...{ story, was: 'It cost 100 won.', is: 'It cost 90 won.', cause: 'Misheard', publicText: 'It cost 90 won.' },
      })
    else if (what === 'lapse') await this.act('Reporter', 'copy.replace', { story, replace: '100', with: '90' })
    else if (what === 'kill') await this.act('Editor', 'story.move', { story, to: 'killed', reason: 'It is wrong.' })
    else
      for (const action of ['correction.told', 'kill.told'] as const)
        await this.act('Editor', action, { story, destination: `/out/${by}.html` })
  }

  async #protect(isProtected: boolean): Promise<void> {
    if (this.#source !== undefined)
      await this.act('Editor', 'source.edit', { source: this.#source, protected: isProtected, reason: 'Agreed.' })
    this.#source ??= (
      await this.act('Editor', 'source.add', { name: NAME, kind: 'person', protected: isProtected })
    )?.id
  }

  async #ids(): Promise<readonly string[]> {
    return (await this.room.store.listStories()).filter((id) => !this.room.deleted.has(id))
  }

  /** No other story stays in memory. */
  async letGo(held: ReadonlySet<string>): Promise<void> {
    await this.room.restStories(() => held).look(performance.now() + 1_000_000)
  }

  async expectAsCounted(people: readonly string[] = PEOPLE): Promise<void> {
    const asked: (readonly [string, Queue])[] = []
    const limits = [{}, { limit: 0 }, { limit: 1 }, { limit: 3 }, { perKind: 1 }, { limit: 2, perKind: 1 }]
    for (const one of people)
      for (const limit of limits) {
        const queue = await runAction(this.room, one, 'desk.queue', limit)
        asked.push([`${one} ${JSON.stringify(limit)}`, queue])
      }
    const desk = this.room.desk()
    const stories = await this.#read()
    const counted = people.flatMap((one) => {
      const items = stories.flatMap((found) => (found ? waitingIn(found, { person: one, desk }) : []))
      const kinds: Partial<Record<QueueItem['kind'], number>> = {}
      for (const { kind } of items) kinds[kind] = (kinds[kind] ?? 0) + 1
      return limits.map(({ limit, perKind = Infinity }: { limit?: number; perKind?: number }) => [
        `${one} ${JSON.stringify({ limit, perKind: perKind === Infinity ? undefined : perKind })}`,
        {
          items: items
            .filter(({ kind }, at) => items.slice(0, at).filter((other) => other.kind === kind).length < perKind)
            .slice(0, limit),
          total: items.length,
          kinds,
        },
      ])
    })
    expect(asked).toEqual(counted)
  }

  /** What waits in each story, oldest first. The same stories are in memory afterwards. */
  async #read() {
    const ids = await this.#ids()
    const held = new Set(ids.filter((id) => this.room.index.open(id)))
    const stories = []
    for (const id of ids) stories.push(await this.room.storyNow(id))
    const waiting = stories
      .toSorted((a, b) => (`${a.created} ${a.id}` < `${b.created} ${b.id}` ? -1 : 1))
      .map((one) => waitingOf(one.view(), one.tasks()))
    await this.letGo(held)
    return waiting
  }
}

describe.each(['memory', 'file'] as const)('My queue from an index in %s', (kept) => {
  it('has what a plain count over all stories gives, whatever changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'stet-queue-'))
        const desk = await Desk.open(kept === 'file' ? folder : undefined)
        for (const one of steps) await desk.do(one)
        await desk.expectAsCounted()
        await desk.letGo(new Set())
        await desk.expectAsCounted()
        expect((await desk.room.index.state()).kept).toBe(kept)
        await desk.room.close()
        rmSync(folder, { recursive: true, force: true })
      }),
      { numRuns: Number(process.env['STET_RUNS'] ?? 20) },
    )
  }, 300_000)
})
