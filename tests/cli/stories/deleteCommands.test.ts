import { cp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine, type CommandLine } from '../run/terminal'

const EDITOR = { STET_USER: 'Editor' }

/** Stories with the slugs a and b, which are spiked, and c, a draft. Their ids are the slugs. */
async function three(): Promise<CommandLine> {
  const line = await commandLine()
  const { stet } = line
  await stet('roster', 'add', 'Reporter', '--role', 'editor')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('roster', 'add', 'Ben', '--role', 'reporter')
  for (const slug of ['a', 'b', 'c']) {
    await writeFile(join(line.folder, `${slug}.txt`), `Story ${slug}\n\nIt sails at noon.\n`)
    const imported = (await stet('import', `${slug}.txt`, '--json')).json() as {
      readonly stories: readonly { readonly id: string }[]
    }
    await stet('set', imported.stories[0]?.id ?? '', 'slug', slug)
  }
  await stet('move', 'a', 'b', 'spiked')
  return line
}
const idOf = async ({ stet }: CommandLine, slug: string): Promise<string> =>
  ((await stet('list', '--json')).json() as readonly { readonly id: string; readonly slug: string }[]).find(
    (row) => row.slug === slug,
  )?.id ?? ''
const slugs = async ({ stet }: CommandLine): Promise<readonly string[]> =>
  ((await stet('list', '--json')).json() as readonly { readonly slug: string }[]).map(({ slug }) => slug).sort()

describe('stet delete', () => {
  it('deletes nothing without --yes, says what would go and what would stay, and ends with exit code 1', async () => {
    const line = await three()
    const [a, c] = [await idOf(line, 'a'), await idOf(line, 'c')]
    const { code, out, err } = await line.stetWith(EDITOR, 'delete', a, c)
    expect([code, out]).toEqual([1, ''])
    expect(err.split('\n')).toEqual([
      'stet: This story would be deleted for good, with its history and snapshots:',
      `  ${a}  a: “Story a”, spiked, 1 snapshot`,
      'No captured file will be deleted.',
      'These would stay:',
      `  ${c}  “Story c” has the stage “Draft”. Only spiked and killed stories can be deleted. Spike it first.`,
      'Nothing was deleted. To delete, add: --yes. Only a backup can restore a deleted story.',
    ])
    expect(await slugs(line)).toEqual(['a', 'b', 'c'])
  })

  it('shows what would go with stories named by slug or the beginning of an id, as --yes takes them', async () => {
    const line = await three()
    const [a, b] = [await idOf(line, 'a'), await idOf(line, 'b')]
    const byName = await line.stetWith(EDITOR, 'delete', 'a', b)
    expect(byName).toMatchObject({ code: 1, err: (await line.stetWith(EDITOR, 'delete', a, b)).err })
    const unknown = await line.stetWith(EDITOR, 'delete', 'a', 'harbor')
    expect([unknown.code, unknown.err]).toEqual([
      1,
      `stet: There is no story harbor in ${line.library}. ` +
        'Name a story by its id, the beginning of its id, or its slug. “stet list” shows them.',
    ])
    const several = await line.stetWith(EDITOR, 'delete', 'a', 'story-')
    expect([several.code, several.err.split('\n')[0]]).toEqual([
      1,
      'stet: “story-” matches 3 stories. Nothing was done. Give the id:',
    ])
    expect(await slugs(line)).toEqual(['a', 'b', 'c'])
  })

  it('deletes a story with --yes, and the library is whole afterwards', async () => {
    const line = await three()
    const a = await idOf(line, 'a')
    expect((await line.stetWith(EDITOR, 'delete', a, '--yes', '--json')).json()).toEqual({
      headline: 'Story a',
      removed: true,
      files: 0,
    })
    expect([await slugs(line), await readdir(join(line.library, 'stories'))]).toEqual([['b', 'c'], expect.anything()])
    expect((await line.stet('doctor')).code).toBe(0)
    const { code, err } = await line.stet('show', a)
    expect([code, err]).toEqual([3, `stet: The story ${a} was deleted by Editor on 30 Oct 2026.`])
  })

  it('deletes each story that a query finds, and goes on after a refusal', async () => {
    const line = await three()
    const { code, err, out } = await line.stetWith(EDITOR, 'delete', '--query', 'sails', '--yes')
    expect([code, out.split('\n').at(-1)]).toEqual([3, 'Done for 2 of 3 stories.'])
    expect(err).toContain('Only spiked and killed stories can be deleted')
    expect(await slugs(line)).toEqual(['c'])
  })

  it('is an editor’s', async () => {
    const line = await three()
    const a = await idOf(line, 'a')
    const { code, err } = await line.stetWith({ STET_USER: 'Ben' }, 'delete', a, '--yes')
    expect([code, err]).toEqual([3, 'stet: Only an editor can delete a story; Ben is a reporter on the roster.'])
    const asked = await line.stetWith({ STET_USER: 'Ben' }, 'delete', a)
    expect([asked.code, asked.err.split('\n').at(-1)]).toEqual([1, 'Nothing would be deleted.'])
  })

  it('names a deleted story never by the beginning of another id', async () => {
    const line = await three()
    const a = await idOf(line, 'a')
    await line.stetWith(EDITOR, 'delete', a, '--yes')
    const { code, err } = await line.stetWith(EDITOR, 'delete', a, '--yes')
    expect([code, err]).toEqual([3, `stet: The story ${a} was deleted by Editor on 30 Oct 2026.`])
    expect(await slugs(line)).toEqual(['b', 'c'])
  })

  it('takes a story back whose folder was put back, and removes such a folder again', async () => {
    const line = await three()
    const [a, b] = [await idOf(line, 'a'), await idOf(line, 'b')]
    const [stories, away] = [join(line.library, 'stories'), join(line.folder, 'away')]
    await cp(stories, away, { recursive: true })
    await line.stetWith(EDITOR, 'delete', a, b, '--yes')
    await cp(away, stories, { recursive: true })
    expect(await slugs(line)).toEqual(['c'])
    expect((await line.stetWith(EDITOR, 'delete', a)).err).toContain(
      `  ${a}  a: “Story a”, deleted by Editor on 30 Oct 2026. Its folder is back.`,
    )
    expect((await line.stet('doctor')).code).toBe(2)
    expect((await line.stetWith(EDITOR, 'take-back', b)).out).toBe(`${b} is in the library again: “Story b”.`)
    expect((await line.stetWith(EDITOR, 'delete', a, '--yes')).code).toBe(0)
    expect([await slugs(line), (await line.stet('doctor')).code]).toEqual([['b', 'c'], 0])
  })
})
