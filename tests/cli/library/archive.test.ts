import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine, type CommandLine } from '../run/terminal'

const EDITOR = { STET_USER: 'Editor' }

/** Stories a and b, which are spiked, and c, a draft. All changed last on 2026-10-30. */
async function three(): Promise<CommandLine> {
  const line = await commandLine()
  const { stet } = line
  await stet('roster', 'add', 'Reporter', '--role', 'editor')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
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
const slugs = async ({ stetWith }: CommandLine, library: string): Promise<readonly string[]> =>
  ((await stetWith({ STET_LIBRARY: library }, 'list', '--json')).json() as readonly { readonly slug: string }[])
    .map(({ slug }) => slug)
    .sort()

describe('stet archive', () => {
  it('moves what was done with before a day to another library, shows progress, and is run again in vain', async () => {
    const line = await three()
    const to = join(line.folder, 'archive')
    expect((await line.stetWith(EDITOR, 'archive', '--before', '2026-10-30', '--to', 'archive')).out).toBe(
      'There is no published, killed or spiked story whose latest change is before 2026-10-30.',
    )
    const { code, out, err } = await line.stetWith(EDITOR, 'archive', '--before', '2026-10-31', '--to', 'archive')
    expect([code, out, err]).toEqual([0, `2 stories are now in the archive ${to}.`, ''])
    expect([await slugs(line, line.library), await slugs(line, to)]).toEqual([['c'], ['a', 'b']])
    expect((await line.stet('doctor')).code).toBe(0)
    expect((await line.stetWith({ STET_LIBRARY: to }, 'doctor')).code).toBe(0)
    const { out: none } = await line.stetWith(EDITOR, 'archive', '--before', '2026-10-31', '--to', 'archive')
    expect(none).toContain('There is no published, killed or spiked')
  })

  it('takes no day that the calendar does not have', async () => {
    const line = await three()
    for (const date of ['2026-02-31', '2026-1-1', 'May'])
      expect((await line.stetWith(EDITOR, 'archive', '--before', date, '--to', 'archive')).err).toContain(
        `“${date}” is not a date. Write it as 2025-01-01.`,
      )
  })

  it('takes a story back from the archive', async () => {
    const line = await three()
    const { json } = await line.stetWith(EDITOR, 'archive', '--before', '2026-10-31', '--to', 'archive', '--json')
    const { moved } = json() as { readonly moved: readonly { readonly id: string; readonly headline: string }[] }
    const [{ id = '', headline = '' } = {}] = moved
    const { code, out } = await line.stetWith(EDITOR, 'take-back', id, '--from', 'archive')
    expect([code, out]).toEqual([0, `${id} is in the library again: “${headline}”.`])
    expect([(await slugs(line, line.library)).length, (await line.stet('doctor')).code]).toEqual([2, 0])
    expect(await line.stetWith(EDITOR, 'take-back', 'b', '--from', 'archive')).toMatchObject({
      code: 1,
      err:
        'stet: The story b was neither deleted nor moved to an archive. Give the whole id. ' +
        'For a story in an archive, “stet search WORDS --also FOLDER” shows it.',
    })
  })

  it('is searched beside the library, and changes nothing', async () => {
    const line = await three()
    await line.stetWith(EDITOR, 'archive', '--before', '2026-10-31', '--to', 'archive')
    const to = join(line.folder, 'archive')
    const hits = (await line.stet('search', 'sails', '--also', 'archive', '--json')).json() as readonly {
      readonly headline: string
      readonly library?: string
    }[]
    expect(hits.map(({ headline, library }) => [headline, library]).sort()).toEqual([
      ['Story a', to],
      ['Story b', to],
      ['Story c', undefined],
    ])
    const { code, err } = await line.stet('search', 'sails', '--also', 'nowhere')
    expect([code, err.includes(`${join(line.folder, 'nowhere')} cannot be searched: `)]).toEqual([2, true])
    expect((await readdir(line.folder)).includes('nowhere')).toBe(false)
  })

  it('writes nothing in an archive', async () => {
    const line = await three()
    await line.stetWith(EDITOR, 'archive', '--before', '2026-10-31', '--to', 'archive')
    const at = { ...EDITOR, STET_LIBRARY: join(line.folder, 'archive') }
    const { code, err } = await line.stetWith(at, 'set', 'a', 'slug', 'x')
    expect([code, err.includes('it is an archive, which is read-only')]).toEqual([2, true])
  })

  it('ends after the present stories when it is stopped, and says how many are left', async () => {
    const line = await three()
    const stopped = AbortSignal.abort()
    const { stetWatched, stet } = line
    await stet('roster', 'add', 'Reporter', '--role', 'editor')
    const { code, out } = await stetWatched(
      { stoppable: (work) => work(stopped) },
      ...['archive', '--before', '2026-10-31', '--to', 'archive'],
    )
    expect([code, out]).toEqual([0, 'No story was moved.\nStopped. 2 stories are left; run the command again.'])
    expect(await slugs(line, line.library)).toEqual(['a', 'b', 'c'])
  })

  it.each([
    [['archive', '--before', 'soon', '--to', 'x'], '“soon” is not a date. Write it as 2025-01-01.'],
    [['archive', '--before', '2026-10-31'], 'stet archive --before DATE --to FOLDER'],
    [['archive', '--to', 'x'], 'stet archive --before DATE --to FOLDER'],
  ])('%j says what is missing and makes nothing', async (args, said) => {
    const line = await three()
    const { code, err } = await line.stetWith(EDITOR, ...args)
    expect([code, err.includes(said), (await readdir(line.folder)).includes('x')]).toEqual([1, true, false])
  })
})
