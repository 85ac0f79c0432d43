/** What `stet search` finds is what `--query` of other commands acts on. */
import { expect, it } from 'vitest'
import type { SearchHit } from '../../../src/story/requests/requests'
import { commandLine } from '../run/terminal'

it('finds whole words, as --query does, and beginnings only with a star', async () => {
  const { stet } = await commandLine()
  await stet('alert', '--headline', 'Bus strike', '--slug', 'a')
  await stet('alert', '--headline', 'Busan port', '--slug', 'b')
  const found = async (query: string): Promise<readonly string[]> =>
    ((await stet('search', query, '--json')).json() as readonly SearchHit[]).map(({ headline }) => headline).sort()
  expect([await found('bus'), await found('bus*')]).toEqual([['Bus strike'], ['Bus strike', 'Busan port']])
  expect((await stet('set', '--query', 'bus', 'desk', 'World')).out).toBe(
    'story-1  desk: World\nDone for 1 of 1 story.',
  )
})

it('says how many there are where the limit cuts, on stderr alone', async () => {
  const { stet } = await commandLine()
  for (const slug of ['a', 'b', 'c']) await stet('alert', '--headline', `Bus strike ${slug}`, '--slug', slug)
  const [cut, json, all, whole] = [
    await stet('search', 'strike', '--limit', '2'),
    await stet('search', 'strike', '--limit', '2', '--json'),
    await stet('search', 'strike', '--limit', '3'),
    await stet('search', 'strike'),
  ]
  const note = 'Note: 2 of 3 stories are shown. To see all of them, add: --limit 3'
  expect([cut, json, all, whole].map(({ code, err }) => [code, err])).toEqual([
    [0, note],
    [0, note],
    [0, ''],
    [0, ''],
  ])
  expect([cut.out.split('\n').length, (json.json() as readonly unknown[]).length]).toEqual([4, 2])
})

it('says that no story matches, on stderr alone', async () => {
  const { stet } = await commandLine()
  await stet('alert', '--headline', 'Bus strike', '--slug', 'a')
  const [text, json] = [await stet('search', 'ferry'), await stet('search', 'ferry', '--json')]
  expect([text, json].map(({ code, out, err }) => [code, out, err])).toEqual([
    [0, '', 'Note: No story matches.'],
    [0, '[]', 'Note: No story matches.'],
  ])
})
