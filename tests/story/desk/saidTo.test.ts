import { afterEach, expect, test } from 'vitest'
import { setLanguage } from '../../../src/catalogue/area'
import { learn } from '../../../src/catalogue/language'
import { rightsText } from '../../../src/catalogue/story/rights'
import { RIGHTS, TABLE, whyNotRight, type PersonAsked } from '../../../src/story/desk/rightsTable'
import { saidTo } from '../../../src/story/desk/saidTo'

afterEach(() => setLanguage('en'))

const ASKED: PersonAsked = { role: 'reporter', lacksPin: false, isAuthor: false, wrote: false, alone: false }
/** Why each right is refused to an author, a writer, a reporter, somebody without a PIN, and a stranger. */
const refusals = (): readonly string[] =>
  RIGHTS.flatMap((right) => {
    const roles = TABLE[right].roles
    const role = roles?.[0] ?? 'reporter'
    return [
      whyNotRight(right, 'Mina', { ...ASKED, role, isAuthor: true }),
      whyNotRight(right, 'Mina', { ...ASKED, role, wrote: true }),
      whyNotRight(right, 'Mina', ASKED),
      whyNotRight(right, 'Mina', { ...ASKED, lacksPin: true }),
      whyNotRight(right, 'Mina', { ...ASKED, role: undefined }),
    ].filter((why) => why !== undefined)
  })

test('says “you” to the author, and the name to everybody else', () => {
  const why = rightsText('verify.author', { by: 'Mina' })
  expect([saidTo('Mina', why), saidTo('Ana', why), saidTo(undefined, why)]).toEqual([
    'You are the author or have a byline. Someone else must verify this.',
    'Mina is the author or has a byline. Someone else must verify this.',
    'Mina is the author or has a byline. Someone else must verify this.',
  ])
})

test('says “you” to who wrote the words, and keeps the person who is named beside them', () => {
  expect(saidTo('Mina', `Ana marked these words wrong. ${rightsText('verify.writer', { by: 'Mina' })}`)).toBe(
    'Ana marked these words wrong. You wrote these words. Someone else must verify them, or first accept them as a suggestion.',
  )
  expect(saidTo('Mina', rightsText('clear.role', { by: 'Mina', role: 'reporter' }))).toBe(
    'Only an editor can clear a story; you are a reporter on the roster.',
  )
})

test.each(['en', 'ko'] as const)(
  'names the person in no refusal that is said to that person (%s)',
  async (language) => {
    await learn(language)
    setLanguage(language)
    const named = refusals().filter((why) => saidTo('Mina', why) === why)
    expect(named).toEqual([])
  },
)
