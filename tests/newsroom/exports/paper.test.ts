import { expect, test } from 'vitest'
import { busanDesk, publishBusan } from '../newsDesk'

const request = (story: string) => ({ story, format: 'factsheet', edition: 'internal' }) as const
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/<style>[\s\S]*?<\/style>/, '')

test('a paper has the story, the story before its facts, or the facts; it is marked internal and is no destination', async () => {
  const { act, story } = await busanDesk()
  const made = async (paper?: 'story' | 'storyWithFacts') =>
    act('Reporter', 'story.export', { ...request(story), ...(paper ? { paper } : {}), destination: 'Printer' })
  const [alone, both, facts] = [await made('story'), await made('storyWithFacts'), await made()]
  expect([alone, both, facts].map(({ fileName }) => fileName)).toEqual([
    'trump-and-xi-hold-first-talks-in-six-years-INTERNAL.html',
    'trump-and-xi-hold-first-talks-in-six-years-fact-sheet-INTERNAL.html',
    'trump-and-xi-hold-first-talks-in-six-years-fact-sheet-INTERNAL.html',
  ])
  const has = (bytes: Uint8Array) => ({
    marked: /class="edition"[^>]*><strong>INTERNAL/.test(words(bytes)),
    story: words(bytes).includes('<article>'),
    facts: words(bytes).includes('Fact sheet: '),
  })
  expect([alone, both, facts].map(({ bytes }) => has(bytes))).toEqual([
    { marked: true, story: true, facts: false },
    { marked: true, story: true, facts: true },
    { marked: true, story: false, facts: true },
  ])
  const logged = (await act('Reporter', 'story.history', { story })).filter(({ kind }) => kind === 'exported')
  expect(logged).toMatchObject([
    { edition: 'internal', options: { paper: 'story' }, destination: 'Printer' },
    { edition: 'internal', options: { paper: 'storyWithFacts' }, destination: 'Printer' },
    { edition: 'internal', destination: 'Printer' },
  ])
  const again = await act('Reporter', 'story.exportAgain', { story, entry: both.entry ?? 0 })
  expect(again.same).toBe(true)
})

test('a paper never has the name of a protected source', async () => {
  const { act, story } = await busanDesk()
  await act('Editor', 'source.add', { name: 'Donald Trump', kind: 'person', protected: true })
  for (const paper of ['story', 'storyWithFacts'] as const)
    await expect(act('Reporter', 'story.export', { ...request(story), paper })).rejects.toThrow(
      /^Source A’s name is in the copy/,
    )
  const logged = (await act('Reporter', 'story.history', { story })).filter(({ kind }) => kind === 'exported')
  expect(logged).toEqual([])
})

test('the public edition of a fact sheet takes no story along', async () => {
  const { act, story } = await busanDesk()
  const { bytes } = await act('Reporter', 'story.export', { ...request(story), edition: 'public', paper: 'story' })
  expect(words(bytes)).not.toContain('<article>')
})

test('a name that was confirmed in the copy is not confirmed in the correction that a paper prints under it', async () => {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
  const graf = 'President Donald Trump called Xi “a very tough negotiator,” and said he was glad.'
  await act('Editor', 'correction.note', {
    story,
    was: 'about 100 minutes',
    is: 'about 90 minutes',
    cause: 'Misheard',
    publicText: `The talks ran for about 90 minutes. ${graf}`,
    since: 1,
  })
  await act('Legal', 'correction.note', { story })
  await act('Editor', 'source.add', { name: 'Donald Trump', kind: 'person', protected: true })
  for (const { rule, key } of (await act('Editor', 'story.gate', { story, door: 'factsheet' })).blocks)
    if (rule === 'sourceProtection') await act('Editor', 'finding.dismiss', { story, rule, key })
  const { bytes } = await act('Editor', 'story.export', request(story))
  expect(words(bytes)).not.toContain('The talks ran for')
  for (const paper of ['story', 'storyWithFacts'] as const)
    await expect(act('Editor', 'story.export', { ...request(story), paper })).rejects.toThrow(
      /^Source A’s name is outside the copy/,
    )
})

test('a paper says that the story is embargoed, for as long as it is', async () => {
  const { act, story } = await busanDesk()
  const notes = async (value: string) => {
    await act('Editor', 'story.setField', { story, field: 'embargo', value })
    const { bytes } = await act('Editor', 'story.export', { ...request(story), paper: 'story' })
    return /EMBARGOED[^<]*/.exec(words(bytes))?.[0]
  }
  expect(await notes('2026-10-30T18:30:00+09:00')).toBe(
    'EMBARGOED until 2026-10-30T18:30:00+09:00 (2026-10-30 09:30 UTC). Not for publication before then.',
  )
  expect(await notes('2026-10-30T17:30:00+09:00')).toBeUndefined()
})
