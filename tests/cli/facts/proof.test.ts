import { readFile, readdir, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('a file is attached as evidence, whole or not at all', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes, she said.')
  await cli.stet('import', 'a.txt')
  await cli.stet('source', 'add', '--name', 'Pool', '--kind', 'pool', '--pooler', 'Kim', '--pool-number', '3')
  await cli.stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  await writeFile(join(cli.folder, 'pool 3.txt'), 'It ran 100 minutes.')
  await writeFile(join(cli.folder, 'empty.txt'), '')
  expect(
    await cli.stet('fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', '¶ 1', '--file', 'pool 3.txt'),
  ).toMatchObject({ code: 0 })
  expect(
    await cli.stet('fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', '¶ 1', '--file', 'empty.txt'),
  ).toMatchObject({
    code: 2,
    err: 'stet: “empty.txt” is empty (0 bytes). Nothing was copied.',
  })
  expect(
    await cli.stet('fact', 'story-1', 'fact-1', '--evidence', 'Pool', '--locator', '¶ 1', '--file', 'missing.txt'),
  ).toMatchObject({ code: 2, err: expect.stringContaining('could not be copied: it does not exist.') as string })
  const shown = (await cli.stet('show', 'story-1', '--json')).json() as {
    facts: { evidence: { file: string; fileName: string }[] }[]
  }
  expect(shown.facts[0]?.evidence.map(({ fileName }) => fileName)).toEqual(['pool 3.txt'])
  expect(await readdir(join(cli.library, 'evidence'))).toEqual([shown.facts[0]?.evidence[0]?.file])
})

test('an alert is made and cleared by another person in two commands', async () => {
  const cli = await commandLine()
  expect(
    (await cli.stet('alert', '--headline', 'Leaders  reach a deal on 3 points', '--slug', 'deal', '--json')).json(),
  ).toEqual({ id: 'story-1' })
  await cli.stet('roster', 'add', 'Editor', '--role', 'editor')
  expect(await cli.stet('move', 'story-1', 'cleared')).toMatchObject({
    code: 3,
    err: expect.stringContaining(
      'Reporter is the author or has a byline. Someone else must clear this story.',
    ) as string,
  })
  expect(await cli.stet('move', 'story-1', 'cleared', '--as', 'Editor')).toMatchObject({ code: 0 })
  expect((await cli.stet('show', 'story-1', '--json')).json()).toMatchObject({
    stage: 'cleared',
    fields: { kind: 'alert', slug: 'deal' },
    blocks: [{ text: 'Leaders reach a deal on 3 points' }, { text: '' }, { text: '' }],
  })
})

test('an alert with more than a headline is not cleared', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nMore than that.')
  await cli.stet('import', 'a.txt')
  await cli.stet('set', 'story-1', 'kind', 'alert')
  await cli.stet('set', 'story-1', 'slug', 'a')
  await cli.stet('roster', 'add', 'Editor', '--role', 'editor')
  const { code, err } = await cli.stet('move', 'story-1', 'cleared', '--as', 'Editor')
  expect([code, err]).toEqual([3, expect.stringContaining('An alert has a headline and nothing else.')])
})

test('the history tells how a figure was worked out and which words were translated', async () => {
  const cli = await commandLine()
  await writeFile(
    join(cli.folder, 'a.txt'),
    'A headline of this story\n\nThey talked for 100 minutes. “It went well,” she said.',
  )
  await cli.stet('import', 'a.txt')
  await cli.stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  await cli.stet('tag', 'story-1', '--text', 'It went well', '--type', 'quote')
  await cli.stet('derive', 'story-1', 'fact-1', '--expression', 'a + b', '--input', 'a=60', '--input', 'b=40')
  await cli.stet(
    'translate',
    'story-1',
    'fact-2',
    '--original',
    '잘 됐습니다',
    '--language',
    'ko',
    '--translator',
    'Editor',
  )
  const { out } = await cli.stet('history', 'story-1')
  expect(out).toContain('Reporter saved how the figure was calculated “100 minutes” (a + b)')
  expect(out).toContain('Reporter saved the original words “It went well” (“잘 됐습니다”; Translated by Editor)')
})

test('the history is printed and written out without protected names and without legal’s words', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe minister took bribes, she said.')
  await cli.stet('import', 'a.txt')
  await cli.stet('roster', 'add', 'Legal', '--role', 'legal')
  await cli.stet('roster', 'add', 'Editor', '--role', 'editor')
  await cli.stet('source', 'add', '--name', 'Olena Kovalchuk', '--kind', 'person', '--protected')
  await cli.stet('tag', 'story-1', '--text', 'took bribes', '--type', 'allegation')
  await cli.stet('response', 'story-1', 'fact-1', '--who', 'The minister', '--how', 'by phone', '--when', 'today')
  await cli.stet(
    'fact',
    'story-1',
    'fact-1',
    '--status',
    'verified',
    '--evidence',
    'source-1',
    '--locator',
    '30 Oct, call with Olena Kovalchuk',
    '--as',
    'Editor',
  )
  await cli.stet(
    'fact',
    'story-1',
    'fact-1',
    '--status',
    'disputed',
    '--reason',
    'We could be sued over this',
    '--as',
    'Legal',
  )
  const { out } = await cli.stet('history', 'story-1')
  expect(out).toContain('Source A 30 Oct, call with Source A')
  expect(out).toContain('Legal signed Disputed “took bribes” (legal’s words withheld)')
  expect(out).toMatch(/The history is complete and unchanged: \d+ entries/)
  await cli.stet('history', 'story-1', '--fact', 'fact-1', '--out', 'history.json')
  const written = await readFile(join(cli.folder, 'history.json'), 'utf8')
  expect(written).not.toMatch(/Kovalchuk|sued/)
  expect((JSON.parse(written) as { entries: { kind: string }[] }).entries.map(({ kind }) => kind)).toEqual([
    'tagged',
    'responseSought',
    'evidenceAdded',
    'signed',
    'signed',
  ])
})

test('adding a protected person names the parts that the scan does not look for, and how to add them', async () => {
  const cli = await commandLine()
  const added = await cli.stet(
    'source',
    'add',
    '--name',
    'Kim Ji-woo',
    '--kind',
    'person',
    '--protected',
    '--alias',
    'Jiji',
  )
  expect(added).toMatchObject({
    code: 0,
    err: '',
    out: [
      'Added a protected source as source-1.',
      '2 parts of the name are not searched for on their own. To search for them, even where someone else is meant, ' +
        'give each part as an alias, together with the existing aliases: stet source edit source-1 --alias NAME …',
    ].join('\n'),
  })
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nMs. Kim took notes, she said.')
  await cli.stet('import', 'a.txt')
  const stopped = async () =>
    (await cli.stet('export', 'story-1', '--format', 'text', '--draft', '--out', 'copy.txt', '--force')).code
  expect(await stopped()).toBe(0)
  await cli.stet('source', 'edit', 'source-1', '--alias', 'Jiji', '--alias', 'Kim', '--alias', 'Ji-woo')
  expect(await stopped()).toBe(3)
  expect(
    (
      await cli.stet(
        'source',
        'add',
        '--name',
        'Park Min-seo',
        '--kind',
        'person',
        '--protected',
        '--alias',
        'Park',
        '--json',
      )
    ).json(),
  ).toEqual({ id: 'source-2', notSought: 1 })
  expect((await cli.stet('source', 'add', '--name', 'Lee Do-yun', '--kind', 'person')).out).toBe(
    'Added Lee Do-yun as source-3.',
  )
  expect((await cli.stet('source', 'edit', 'Lee Do-yun', '--protect')).out).toBe(
    'Changed. The source is protected.\nThe name is searched for as it is, and without titles, notes and initials where what is left can only be a person’s name. A part of it is searched for on its own only if it is an alias: give --alias NAME, together with the existing aliases.',
  )
})

test(
  'a history replaces a file with --force only, never replaces a device, and gets its own name ' + 'in a folder',
  async () => {
    const cli = await commandLine()
    await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nMore than that.')
    await cli.stet('import', 'a.txt')
    const [mine, link] = [join(cli.folder, 'mine.json'), join(cli.folder, 'link')]
    await writeFile(mine, 'mine')
    const argv = ['history', 'story-1', '--out', 'mine.json']
    expect(await cli.stet(...argv)).toMatchObject({
      code: 2,
      out: '',
      err: `stet: ${mine} already exists and was not changed. Nothing was exported. To replace it, add: --force`,
    })
    expect(await readFile(mine, 'utf8')).toBe('mine')
    expect((await cli.stet(...argv, '--force', '--json')).json()).toMatchObject({ path: mine, chain: { whole: true } })
    expect(JSON.parse(await readFile(mine, 'utf8'))).toMatchObject({ story: 'story-1' })
    expect((await cli.stet('history', 'story-1', '--out', '.', '--json')).json()).toMatchObject({
      path: join(cli.folder, 'history.json'),
    })
    expect(await cli.stet('history', 'story-1', '--force')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('--force needs --out.') as string,
    })
    if (process.platform === 'win32') return
    await symlink('/dev/null', link)
    expect(await cli.stet('history', 'story-1', '--out', 'link', '--force')).toMatchObject({
      code: 2,
      out: '',
      err: `stet: ${link} is not an ordinary file. Nothing was exported. Choose another place.`,
    })
    expect(await readlink(link)).toBe('/dev/null')
  },
)

test('adding a protected person says that a name with a title is searched for only as it is', async () => {
  const cli = await commandLine()
  const added = await cli.stet('source', 'add', '--name', 'Mr. Post', '--kind', 'person', '--protected')
  expect(added.out.split('\n')).toContain(
    'The name is searched for only as it is, with its title or note: without them it may be other words. ' +
      'To search for it in another form, give that form as an alias.',
  )
})
