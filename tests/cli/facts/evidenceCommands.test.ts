import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factViewLines } from '../../../src/cli/facts/factViewLines'
import type { FactView } from '../../../src/story/requests/requests'
import { commandLine } from '../run/terminal'

async function attached() {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'Leaders hold talks\n\nThe meeting lasted about 100 minutes.')
  await writeFile(join(cli.folder, 'pool.txt'), 'They met.\n\nIt ran for 100 minutes.')
  await cli.stet('import', 'a.txt')
  await cli.stet('source', 'add', '--name', 'Pool', '--kind', 'pool')
  await cli.stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  const fact = ['fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', '¶ 1', '--file', 'pool.txt']
  await cli.stet(...fact, '--excerpt', 'They met.')
  const evidence = async (): Promise<unknown> =>
    ((await cli.stet('show', 'story-1', '--json')).json() as { facts: readonly { evidence: unknown }[] }).facts[0]
      ?.evidence
  return { ...cli, evidence }
}

const ONE = ['story-1', 'fact-1', 'evidence-1'] as const

test('evidence edit changes only what it names, and evidence remove takes the piece away', async () => {
  const { stet, evidence } = await attached()
  const edited = await stet('evidence', 'edit', ...ONE, '--locator', '¶ 2', '--excerpt', 'It ran for 100 minutes.')
  expect([edited.code, edited.out]).toEqual([0, 'Changed. The evidence is now evidence-2.'])
  const turned = await stet('evidence', 'edit', 'story-1', 'fact-1', 'evidence-2', '--contradicts', '--json')
  expect(turned.json()).toEqual({ id: 'fact-1', evidence: 'evidence-3' })
  expect(await evidence()).toMatchObject([
    {
      id: 'evidence-3',
      locator: '¶ 2',
      excerpt: 'It ran for 100 minutes.',
      stance: 'contradicts',
      fileName: 'pool.txt',
    },
  ])
  expect((await stet('evidence', 'remove', 'story-1', 'fact-1', 'evidence-3')).out).toBe('Removed evidence-3.')
  expect(await evidence()).toEqual([])
})

test('evidence edit gives a piece a note, shows it, and takes it away', async () => {
  const { stet, evidence } = await attached()
  await stet('evidence', 'edit', ...ONE, '--note', 'Page torn.')
  expect(await evidence()).toMatchObject([{ id: 'evidence-2', excerpt: 'They met.', note: 'Page torn.' }])
  const { facts } = (await stet('show', 'story-1', '--json')).json() as { readonly facts: readonly FactView[] }
  expect(facts.flatMap((fact) => factViewLines(fact)).find((line) => line.includes('Supports'))).toMatch(
    / “They met\.”\. Note: Page torn\.$/u,
  )
  await stet('evidence', 'edit', 'story-1', 'fact-1', 'evidence-2', '--note', '')
  expect(JSON.stringify(await evidence())).not.toContain('note')
})

test('evidence edit completes a piece with its file, refuses another one, and takes it away', async () => {
  const { stet, evidence, folder } = await attached()
  await stet('fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', '¶ 2', '--excerpt', 'It ran')
  await writeFile(join(folder, 'other.txt'), 'They met.\n\nIt ran long.')
  const edit = (id: string, file: string) => stet('evidence', 'edit', 'story-1', 'fact-1', id, '--file', file)
  expect((await edit('evidence-2', 'pool.txt')).out).toBe('Changed. The evidence is now evidence-3.')
  const [, completed] = (await evidence()) as readonly object[]
  expect(completed).toMatchObject({ id: 'evidence-3', locator: '¶ 2', excerpt: 'It ran', fileName: 'pool.txt' })
  const other = await edit('evidence-3', 'other.txt')
  expect([other.code, other.err]).toEqual([3, expect.stringContaining('This is another file (')])
  const gone = await edit('evidence-3', 'gone.txt')
  expect([gone.code, gone.err]).toEqual([2, expect.stringContaining('gone.txt')])
  expect((await edit('evidence-3', '')).out).toBe('Changed. The evidence is now evidence-4.')
  expect(((await evidence()) as readonly object[])[1]).not.toHaveProperty('file')
})

test('fact takes a note with the evidence', async () => {
  const { stet, evidence } = await attached()
  await stet('fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', '¶ 2', '--note', 'By phone.')
  expect(await evidence()).toMatchObject([{ id: 'evidence-1' }, { id: 'evidence-2', note: 'By phone.' }])
})

test.each([
  [[], 1, 'Say what changes: --locator, --excerpt, --note, --file, --supports or --contradicts.'],
  [['--supports', '--contradicts'], 1, 'Choose one of --supports and --contradicts.'],
  [['--locator', '¶ 7'], 3, 'There is no paragraph 7: the captured file has 2 paragraphs.'],
])('evidence edit with %j exits %i and says why', async (options, code, why) => {
  const { stet } = await attached()
  const ran = await stet('evidence', 'edit', ...ONE, ...options)
  expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(why)])
})
