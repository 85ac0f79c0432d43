import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine, type CommandLine } from '../run/terminal'

/** Three stories with slugs a, b and c, of which c is filed. */
async function three(): Promise<CommandLine> {
  const line = await commandLine()
  await line.stet('roster', 'add', 'Reporter', '--role', 'reporter')
  for (const slug of ['a', 'b', 'c']) {
    await writeFile(join(line.folder, `${slug}.txt`), `Story ${slug}\n\nIt sails at noon.\n`)
    const imported = (await line.stet('import', `${slug}.txt`, '--json')).json() as {
      readonly stories: readonly { readonly id: string }[]
    }
    await line.stet('set', imported.stories[0]?.id ?? '', 'slug', slug)
  }
  await line.stet('move', 'c', 'filed')
  return line
}
const stages = async ({ stet }: CommandLine): Promise<readonly string[]> =>
  ((await stet('list', '--json')).json() as readonly { readonly slug: string; readonly stage: string }[])
    .map(({ slug, stage }) => `${slug} ${stage}`)
    .sort()

describe('one command for many stories', () => {
  it('does it to each story that is named, goes on after a refusal, and tells which were refused', async () => {
    const line = await three()
    const { code, json, err } = await line.stet('move', 'c', 'a', 'b', 'filed', '--json')
    const { done, failed } = json() as {
      readonly done: readonly { readonly id: string; readonly story: string }[]
      readonly failed: readonly {
        readonly id: string
        readonly story: string
        readonly message: string
        readonly reason: string
      }[]
    }
    expect([code, done.map(({ id }) => id), failed.map(({ id }) => id)]).toEqual([3, ['a', 'b'], ['c']])
    const ids = ['story-1', 'story-2', 'story-3']
    expect([...done, ...failed].map(({ story }) => story)).toEqual(ids)
    expect(failed[0]?.reason).toBe('refused')
    expect(err).toContain('c: ')
    expect(failed[0]?.message).toContain('“Filed”')
    expect(await stages(line)).toEqual(['a filed', 'b filed', 'c filed'])
  })

  it('does it to each story that a query finds', async () => {
    const line = await three()
    const { code, out } = await line.stet('set', '--query', 'stage:draft sails', 'desk', 'World desk')
    // Both changed at one moment: their order is not fixed.
    expect([code, out.split('\n').sort()]).toEqual([
      0,
      ['Done for 2 of 2 stories.', 'story-1  desk: World desk', 'story-2  desk: World desk'],
    ])
    const { json } = await line.stet('list', '--json')
    expect((json() as readonly { readonly desk?: string }[]).map(({ desk }) => desk).sort()).toEqual([
      '',
      'World desk',
      'World desk',
    ])
  })

  it('ends with exit code 1 if the only failures are names that no story has, as for a single one', async () => {
    const line = await three()
    const [alone, both, mixed] = [
      await line.stet('set', 'x', 'desk', 'World'),
      await line.stet('set', 'x', 'a', 'desk', 'World', '--json'),
      await line.stet('move', 'x', 'c', 'filed'),
    ]
    expect([alone.code, both.code, mixed.code]).toEqual([1, 1, 2])
    const message = alone.err.replace('stet: ', '')
    expect(both.json()).toMatchObject({
      done: [{ id: 'a', story: 'story-1' }],
      failed: [{ id: 'x', message, reason: 'usage' }],
    })
    expect(both.err).toBe(`stet: x: ${message}`)
  })

  it('duplicates stories, and names the new one beside each', async () => {
    const line = await three()
    const one = await line.stet('duplicate', 'c')
    expect([one.code, one.out]).toEqual([0, 'story-4 is a duplicate of c, as a draft.'])
    expect((await line.stet('duplicate', 'story-3', '--json')).json()).toEqual({ duplicate: 'story-5' })
    expect((await line.stet('duplicate', 'a', 'story-2', '--json')).json()).toEqual({
      done: [
        { id: 'a', story: 'story-1', duplicate: 'story-6' },
        { id: 'story-2', story: 'story-2', duplicate: 'story-7' },
      ],
      failed: [],
    })
    const nothing = await line.stet('duplicate')
    expect([nothing.code, nothing.err]).toEqual([
      1,
      'stet: Something is missing. Usage: stet duplicate (ID… | --query QUERY)',
    ])
    expect(await stages(line)).toEqual(['a draft', 'a draft', 'b draft', 'b draft', 'c draft', 'c draft', 'c filed'])
  })

  it('answers for a single story as it always did', async () => {
    const { stet } = await three()
    expect((await stet('move', 'a', 'filed', '--json')).json()).toEqual({ stage: 'filed', version: 1 })
  })

  it.each([
    [['move', 'filed'], 'stet move (ID… | --query QUERY) STAGE'],
    [['set', 'desk', 'World'], 'stet set (ID… | --query QUERY) FIELD VALUE'],
    [['move', 'a', 'filed', '--query', 'stage:draft'], 'Name the stories or give a query, not both.'],
    [['move', 'filed', '--query', ' '], 'A query needs words or filters. Without them, every story would match.'],
    [['move', 'filed', '--query', 'stage:lost'], '“stage:lost” is unknown.'],
  ])('%j changes nothing and says what is missing', async (args, said) => {
    const line = await three()
    const { code, err } = await line.stet(...args)
    expect([code, err.includes(said)]).toEqual([1, true])
    expect(await stages(line)).toEqual(['a draft', 'b draft', 'c filed'])
  })
})
