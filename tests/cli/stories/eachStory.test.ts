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
      readonly done: readonly { readonly id: string }[]
      readonly failed: readonly { readonly id: string; readonly message: string }[]
    }
    expect([code, done.map(({ id }) => id), failed.map(({ id }) => id)]).toEqual([3, ['a', 'b'], ['c']])
    expect(err).toContain('c: ')
    expect(failed[0]?.message).toContain('“Filed”')
    expect(await stages(line)).toEqual(['a filed', 'b filed', 'c filed'])
  })

  it('does it to each story that a query finds', async () => {
    const line = await three()
    const { code, out } = await line.stet('set', '--query', 'stage:draft sails', 'desk', 'World desk')
    expect([code, out]).toEqual([0, 'desk: World desk\ndesk: World desk\nDone for 2 of 2 stories.'])
    const { json } = await line.stet('list', '--json')
    expect((json() as readonly { readonly desk?: string }[]).map(({ desk }) => desk).sort()).toEqual([
      '',
      'World desk',
      'World desk',
    ])
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
