/** Must-fix marks that three machines set and take off without knowing of one another. */
import { expect, test } from 'vitest'
import { BUSAN } from '../newsDesk'
import { machine, trust, type Machine } from './machines'
import { handOver, merge } from './twoMachines'

const PEOPLE = ['Lee', 'Kim', 'Max'] as const
const ACTS: Readonly<Record<string, readonly boolean[]>> = { mark: [true], 'take off': [false], both: [false, true] }

/** The machines of Lee, Kim and Max, who trust one another. Ben imports a story on the first. */
async function three() {
  const at: readonly { readonly by: string; readonly on: Machine }[] = await Promise.all(
    PEOPLE.map(async (by, index) => ({ by, on: await machine(index + 1, [[by, 'editor'], ...BEN(index)]) })),
  )
  for (const here of at)
    for (const there of at)
      if (here !== there) {
        await trust(here.by, here.on, there.by, there.on, 'editor')
        if (there.by === 'Lee') await trust(here.by, here.on, 'Ben', there.on, 'reporter')
      }
  return at
}

const BEN = (index: number): readonly (readonly ['Ben', 'reporter'])[] => (index === 0 ? [['Ben', 'reporter']] : [])

/** What each machine says of each comment after the bundles of both others, in one order or the other. */
async function marksAfter(turn: 1 | 2): Promise<readonly (readonly string[])[]> {
  const at = await three()
  const [lee, ...others] = at
  if (!lee) throw new Error('no machine')
  const { id: story } = await lee.on.act('Ben', 'story.import', {
    name: 'busan.txt',
    bytes: new TextEncoder().encode(BUSAN),
  })
  const comments: { readonly id: string; readonly acts: readonly string[] }[] = []
  const names = Object.keys(ACTS)
  for (const mustFix of [true, false])
    for (const acts of names.flatMap((a) => names.flatMap((b) => names.map((c) => [a, b, c])))) {
      const text = `${mustFix ? 'Marked' : 'Not marked'}, then ${acts.join(', ')}`
      comments.push({ ...(await lee.on.act('Lee', 'comment.add', { story, text, mustFix })), acts })
    }
  const first = await handOver(lee.on, 'Lee', story)
  for (const { by, on } of others) await merge(on, by, first)
  for (const [index, { by, on }] of at.entries())
    for (const { id: comment, acts } of comments)
      for (const mustFix of ACTS[acts[index] ?? ''] ?? [])
        await on.act(by, 'comment.change', { story, comment, mustFix })
  const bundles = await Promise.all(at.map(({ by, on }) => handOver(on, by, story)))
  for (const [index, { by, on }] of at.entries())
    for (const step of [turn, 3 - turn])
      expect((await merge(on, by, bundles[(index + step) % 3] ?? new Uint8Array()))?.refused).toBeUndefined()
  return Promise.all(
    at.map(async ({ on }) =>
      ((await on.room.story(story)).value().comments ?? [])
        .map(({ by, text, mustFix, mustFixBy }) => `${text}: ${mustFix ? (mustFixBy ?? by) : 'nobody'}`)
        .sort(),
    ),
  )
}

test('three machines read the same marks, whichever bundle each of them merges first', async () => {
  const [first, ...others] = [...(await marksAfter(1)), ...(await marksAfter(2))]
  expect(others).toEqual(Array.from({ length: 5 }, () => first))
  // Who takes off a mark that is not there takes off none of which they have not heard.
  expect(first).toContain('Not marked, then take off, mark, take off: Kim')
  expect(first).toContain('Marked, then take off, take off, take off: nobody')
  expect(first).toContain('Marked, then take off, take off, both: Max')
}, 60_000)
