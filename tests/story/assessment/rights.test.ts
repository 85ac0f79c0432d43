import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOwnCheck, whyNotMay } from '../../../src/story/assessment/people/rights'
import { RIGHTS, TABLE } from '../../../src/story/desk/rightsTable'
import { ROLES, roleOf, type Person } from '../../../src/story/desk/roster'
import { storyFrom } from '../../builders/stories/storyFrom'

const STORY = storyFrom('Headline\nDeck\nIt ran.')
const anyRoster = fc.record({
  role: fc.option(fc.constantFrom(...ROLES), { nil: undefined }),
  hasPin: fc.boolean(),
  othersHavePins: fc.boolean(),
  isFirst: fc.boolean(),
})
const anyCase = fc.record({
  right: fc.constantFrom(...RIGHTS),
  author: fc.boolean(),
  wrote: fc.boolean(),
  deskOfOne: fc.boolean(),
  person: anyRoster,
})

test('every refusal of the table is one sentence, and nothing else is refused', () => {
  fc.assert(
    fc.property(anyCase, ({ right, author, wrote, deskOfOne, person: { role, hasPin, othersHavePins, isFirst } }) => {
      const by = author ? 'Reporter' : 'Ana'
      const me: Person = { name: by, ...(role ? { role } : {}), ...(hasPin ? { pin: true as const } : {}) }
      const chief: Person = { name: 'Chief', role: 'editor', ...(othersHavePins ? { pin: true as const } : {}) }
      const desk = { roster: isFirst ? [me, chief] : [chief, me], settings: { deskOfOne } }
      const why = whyNotMay(right, by, { desk, story: STORY, wrote })
      const row = TABLE[right]
      const mine = roleOf(by, desk.roster) ?? 'reporter'
      const expected =
        (othersHavePins || hasPin) && !hasPin && !row.withoutPin
          ? /^\w+ has no PIN yet/
          : row.notAuthor && author && !deskOfOne
            ? /is the author or has a byline/
            : row.roles && !row.roles.includes(mine) && !(row.orAuthor && author)
              ? / (?:is a \w+|does not have it)/
              : row.notWriter && wrote && !deskOfOne
                ? /wrote (?:these words|this correction note)/
                : undefined
      if (expected === undefined) expect(why).toBeUndefined()
      else expect(why).toMatch(expected)
      // One sentence: a single full stop, or two clauses that a colon joins.
      if (why !== undefined) expect(why.trim().endsWith('.')).toBe(true)
      if (isOwnCheck(right, by, { desk, story: STORY, wrote })) expect(deskOfOne && why === undefined).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('the first person is the editor where nobody else is, and nobody else by default', () => {
  expect(roleOf('A', [{ name: 'A' }, { name: 'B' }])).toBe('editor')
  expect(roleOf('B', [{ name: 'A' }, { name: 'B' }])).toBe('reporter')
  expect(roleOf('A', [{ name: 'A' }, { name: 'B', role: 'editor' }])).toBe('reporter')
  expect(roleOf('C', [{ name: 'A' }])).toBeUndefined()
  expect(whyNotMay('query', 'Nobody', { desk: { roster: [{ name: 'A' }], settings: { deskOfOne: true } } })).toBe(
    'Nobody is not on the roster of this library. Add the name to the roster first.',
  )
})
