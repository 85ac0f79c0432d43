/** The same file imported twice is no surprise: the command says so, and leaves it out when asked. */
import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { commandLine } from '../run/terminal'

async function desk() {
  const cli = await commandLine()
  await writeFile(`${cli.folder}/a.md`, '# Cranes stand still\n\nFourteen vessels were waiting.\n')
  await writeFile(`${cli.folder}/b.md`, '# Trams run late\n\nTwo lines were closed.\n')
  const ids = async (): Promise<readonly string[]> =>
    ((await cli.stet('list', '--json')).json() as readonly { readonly id: string }[]).map(({ id }) => id)
  return { ...cli, ids }
}

it('a second import of a file says which story was there before, and imports it all the same', async () => {
  const { stet, ids } = await desk()
  const first = await stet('import', 'a.md')
  expect([first.code, first.err]).toEqual([0, ''])
  const [id = ''] = await ids()
  const second = await stet('import', 'a.md', 'b.md')
  const [, again = '', other = ''] = await ids()
  expect([second.code, second.out, second.err]).toEqual([
    0,
    [
      `${again}  Cranes stand still`,
      `    already in the library: “Cranes stand still” (${id}, Draft)`,
      `${other}  Trams run late`,
    ].join('\n'),
    'Note: 1 imported story has the headline of a story that was in the library before. With --skip-known such files are left out.',
  ])
})

it('two files of one command with the same headline: the second names the first', async () => {
  const { stet } = await desk()
  await stet('import', 'b.md')
  await stet('list')
  const { stories } = (await stet('import', 'a.md', 'a.md', '--json')).json() as {
    readonly stories: readonly { readonly id: string; readonly known?: readonly unknown[] }[]
  }
  const [first, second] = stories
  expect([first?.known, second?.known]).toEqual([
    undefined,
    [{ id: first?.id, slug: '', headline: 'Cranes stand still', stage: 'draft' }],
  ])
})

it('an import makes no index of the library to say what was there; one that is to leave it out does', async () => {
  const { stet } = await desk()
  const index = async (): Promise<unknown> =>
    ((await stet('doctor', '--json')).json() as { readonly index: unknown }).index
  await stet('import', 'a.md')
  expect((await stet('import', 'a.md')).err).toBe('')
  expect(await index()).toMatchObject({ kept: 'none' })
  expect((await stet('import', 'a.md', '--skip-known')).out).toContain('a.md  left out')
  expect(await index()).toMatchObject({ kept: 'file', stories: 2, whole: true })
})

it('--skip-known leaves out what is there, also a file that is given twice, and names it', async () => {
  const { stet, ids } = await desk()
  await stet('import', 'a.md')
  const [id = ''] = await ids()
  const told = await stet('import', 'a.md', 'b.md', 'b.md', '--skip-known', '--json')
  const [, other = '', ...more] = await ids()
  expect(more).toEqual([])
  expect([told.code, told.err, told.json()]).toEqual([
    0,
    '',
    {
      stories: [{ id: other, headline: 'Trams run late', losses: [] }],
      skipped: [
        { path: 'a.md', known: [{ id, slug: '', headline: 'Cranes stand still', stage: 'draft' }] },
        { path: 'b.md', known: [{ id: other, slug: '', headline: 'Trams run late', stage: 'draft' }] },
      ],
    },
  ])
  expect((await stet('import', 'a.md', '--skip-known')).out).toBe(
    `a.md  left out\n    already in the library: “Cranes stand still” (${id}, Draft)`,
  )
})

it('--dry-run says what would come and what is there, and imports nothing', async () => {
  const { stet, ids } = await desk()
  await stet('import', 'a.md')
  const before = await ids()
  const told = await stet('import', 'a.md', 'b.md', 'none.md', '--dry-run')
  expect([told.code, told.out, told.err]).toEqual([
    2,
    [
      'a.md  Cranes stand still',
      `    already in the library: “Cranes stand still” (${before[0]}, Draft)`,
      'b.md  Trams run late',
      'Nothing was changed.',
    ].join('\n'),
    expect.stringContaining('none.md'),
  ])
  expect(await ids()).toEqual(before)
  expect((await stet('import', 'a.md', '--dry-run', '--skip-known')).code).toBe(1)
})
