/** What is counted by the outline of a story is what waits in the story. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { waitingIn } from '../../../src/newsroom/storyIndex/waiting/waitingItems'
import type { WaitingComment, WaitingFact, WaitingStory } from '../../../src/storage/storyIndex/indexedStory'
import { outlineOf } from '../../../src/storage/storyIndex/outline'
import { FACT_STATUSES } from '../../../src/story/ledger/facts/fact'
import { ROLES } from '../../../src/story/desk/roster'
import type { DeskTasks } from '../../../src/story/requests/storyAnswers'
import { STAGES } from '../../../src/story/ledger/stages'
import { defined } from '../../../src/story/text/defined'

const PEOPLE = ['Kim', 'Kim Min', 'Ida', 'Desk']
const person = fc.constantFrom(...PEOPLE)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const words = fc.oneof(
  person.map((name) => `@${name}: is it so?`),
  person.map((name) => `secretive, @${name}s and @${name}`),
  fc.constant('secretive words'),
)

const fact: fc.Arbitrary<WaitingFact> = fc
  .record({
    status: fc.constantFrom(...FACT_STATUSES),
    answered: fc.boolean(),
    query: maybe(fc.record({ question: words, by: person, addressee: maybe(person) }).map(defined)),
    answer: maybe(fc.record({ text: words, by: person, asked: maybe(person) }).map(defined)),
    signed: maybe(
      fc.record({ by: person, at: words, status: fc.constantFrom('verified' as const, 'wrong' as const), words }),
    ),
  })
  .map((given) => ({ id: 'secretive', type: 'quote', words: 'secretive', ...defined(given) }))
const comment: fc.Arbitrary<WaitingComment> = fc
  .record({
    assignee: fc.oneof(person, fc.constant('')),
    mustFix: maybe(fc.constant(true as const)),
    said: fc.array(fc.record({ by: person, text: words }), { minLength: 1, maxLength: 3 }),
  })
  .map((given) => ({ id: 'secretive', ...defined(given) }))
const tasks: fc.Arbitrary<DeskTasks> = fc
  .record({
    toApprove: maybe(
      fc
        .record({
          ...{ text: fc.constant('secretive'), by: person, at: fc.constant('secretive'), approver: maybe(person) },
          ...{ recorders: fc.uniqueArray(person, { minLength: 1 }), authors: fc.uniqueArray(person) },
        })
        .map(defined),
    ),
    toNotify: maybe(
      fc.record({
        of: fc.constantFrom('correction' as const, 'kill' as const),
        destinations: fc.integer({ min: 1, max: 3 }),
      }),
    ),
  })
  .map(defined)
const role = fc.constantFrom(...ROLES)
const story: fc.Arbitrary<WaitingStory> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    author: fc.oneof(person, fc.constantFrom('', 'By Ida and Kim Min')),
    byline: fc.array(fc.record({ name: person, role: maybe(person) }).map(defined), { maxLength: 2 }),
    assignee: fc.oneof(person, fc.constant('')),
    facts: fc.array(fact, { maxLength: 3 }),
    open: fc.nat({ max: 2 }),
    sentBack: maybe(fc.record({ by: person, at: words, reason: words })),
    comments: maybe(fc.array(comment, { minLength: 1, maxLength: 3 })),
    tasks: maybe(tasks),
  })
  .map(({ author, byline, assignee, ...given }) => ({
    ...{ id: 'secretive', version: 2, headline: 'secretive' },
    fields: { author, byline, assignee, slug: 'secretive' },
    ...defined(given),
  }))

it('as much of each kind waits for anybody in a story and in its outline, which has none of the words', () => {
  fc.assert(
    fc.property(story, fc.subarray(PEOPLE), person, role, fc.boolean(), (one, names, who, roleHere, deskOfOne) => {
      const desk = {
        roster: names.map((name) => ({ name, role: name === who ? roleHere : 'legal' })),
        settings: { deskOfOne },
      }
      const kinds = (counted: WaitingStory) =>
        waitingIn(counted, { person: who, desk })
          .map(({ kind }) => kind)
          .toSorted()
      expect(kinds(outlineOf(one))).toEqual(kinds(one))
      expect(JSON.stringify(outlineOf(one))).not.toContain('secretive')
    }),
    { numRuns: Number(process.env['STET_RUNS'] ?? 1000) },
  )
})

it('is one for two stories that differ only in their words and in the order of what waits', () => {
  fc.assert(
    fc.property(story, (one) => {
      const { facts, comments } = one
      const other = {
        ...one,
        ...{ id: 'another', version: 5, headline: 'Another' },
        facts: facts.map((given) => ({ ...given, id: 'another', words: 'Other' })).toReversed(),
        ...defined({ comments: comments?.map((given) => ({ ...given, id: 'another' })).toReversed() }),
      }
      expect(JSON.stringify(outlineOf(other))).toBe(JSON.stringify(outlineOf(one)))
    }),
  )
})
