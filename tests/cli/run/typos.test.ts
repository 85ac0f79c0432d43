import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from './terminal'

test('a mistyped command or option gets a suggestion, and a missing argument gets the usage', async () => {
  const cli = await commandLine()
  const said = async (...argv: string[]) => (await cli.stet(...argv)).err
  expect([
    await said('exprt'),
    await said('shwo'),
    await said('sourc', 'add'),
    await said('frobnicate'),
    await said('--json', 'list'),
    await said('list', '--stge', 'draft'),
    await said('list', '--colour'),
    await said('edit', 'x', '--with', 'y'),
  ]).toEqual([
    'stet: There is no command “exprt”. Did you mean “export”? “stet --help” lists them.',
    'stet: There is no command “shwo”. Did you mean “show”? “stet --help” lists them.',
    'stet: There is no command “sourc”. Did you mean “source”? “stet --help” lists them.',
    'stet: There is no command “frobnicate”. “stet --help” lists them.',
    'stet: Options come after the command: stet COMMAND … --json. “stet --help” lists the commands.',
    'stet: There is no option --stge here. Did you mean --stage?',
    'stet: There is no option --colour here.',
    'stet: --replace is missing. Usage: stet edit ID --replace OLD --with NEW [--nth N]',
  ])
  expect(
    [await cli.stet('-h'), await cli.stet('list', '-h'), await cli.stet('tidy', '-h')].map(({ code, out }) => [
      code,
      out.split('\n')[0],
    ]),
  ).toEqual([
    [0, 'stet COMMAND … [--json] [--as NAME]'],
    [0, 'stet list [--stage STAGE] [--sort ORDER] [--limit N] [--offset N] [--json] [--as NAME]'],
    [0, 'stet tidy [--json] [--as NAME]'],
  ])
})

test('a story is named by its slug or the beginning of its id, and an ambiguous name is refused', async () => {
  const cli = await commandLine()
  for (const name of ['a', 'b']) {
    await writeFile(join(cli.folder, `${name}.txt`), `Headline ${name}\n\nThe talks lasted 100 minutes, she said.`)
    await cli.stet('import', `${name}.txt`)
  }
  await cli.stet('set', 'story-1', 'slug', 'busan-summit')
  const shown = async (named: string): Promise<unknown> =>
    ((await cli.stet('show', named, '--json')).json() as { id: string }).id
  expect([await shown('Busan-Summit'), await shown('story-1'), await shown('STORY-2')]).toEqual([
    'story-1',
    'story-1',
    'story-2',
  ])
  expect(await cli.stet('edit', 'busan-summit', '--replace', '100', '--with', '90')).toMatchObject({ code: 0 })
  expect((await cli.stet('show', 'story-1')).out).toContain('lasted 90 minutes')
  expect(await cli.stet('move', 'story', 'filed')).toMatchObject({
    code: 1,
    err:
      'stet: “story” matches 2 stories. Nothing was done. Give the id:\n  story-1  Headline a\n  ' +
      'story-2  Headline b',
  })
  for (const nobody of ['summit', 'sto']) {
    expect(await cli.stet('show', nobody)).toMatchObject({
      code: 1,
      err: `stet: There is no story ${nobody} in ${cli.library}. Name a story by its id, the beginning of its id, or its slug. “stet list” shows them.`,
    })
  }
})

test('a first word that needs a second one lists them', async () => {
  const cli = await commandLine()
  const asked = [await cli.stet('words'), await cli.stet('words', 'ad')]
  const listed = 'stet: “words” needs a second word: words list, words add, words remove, words try.'
  const next = ' “stet words … --help” explains each.'
  expect(asked.map(({ code, err }) => [code, err])).toEqual([
    [1, listed + next],
    [1, `${listed} Did you mean stet words add?${next}`],
  ])
})

test('help for a first word, or for a command, is an answer', async () => {
  const cli = await commandLine()
  const [family, short, before] = [
    await cli.stet('words', '--help'),
    await cli.stet('words', '-h'),
    await cli.stet('help', 'words'),
  ]
  expect([family, short, before].map(({ code, out, err }) => ({ code, out, err }))).toEqual(
    [0, 1, 2].map(() => ({ code: 0, out: family.out, err: '' })),
  )
  expect(
    family.out
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim().split('  ')[0]),
  ).toEqual(['words list', 'words add', 'words remove', 'words try'])
  const [asked, help] = [await cli.stet('words', 'add', '--help'), await cli.stet('help', 'words', 'add')]
  expect([help.code, help.out]).toEqual([0, asked.out])
})

test('help about help is the overview', async () => {
  const cli = await commandLine()
  const { out } = await cli.stet('help')
  const overview = { code: 0, out, err: '' }
  expect([await cli.stet('help', 'help'), await cli.stet('help', 'help', 'move')]).toMatchObject([overview, overview])
})

test('a question for help runs no command, whatever is written behind its name', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await cli.stet('import', 'a.txt')
  const all = async (): Promise<unknown> => [
    await readdir(cli.folder),
    (await cli.stet('show', 'story-1', '--json')).out,
  ]
  const before = await all()
  for (const [name, ...more] of [
    ['archive', '--before', '2030-01-01', '--to'],
    ['kill', 'story-1', '--text'],
    ['set', 'story-1', 'slug'],
    ['edit', 'story-1', '--replace', 'talks', '--with'],
    ['move', '--nonsense'],
    ['kill', '--', '-x'],
  ] as const) {
    const asked = await cli.stet(name, '--help')
    expect([asked.code, await cli.stet('help', name, ...more)]).toMatchObject([0, { code: 0, out: asked.out, err: '' }])
  }
  expect(await cli.stet('help', 'words', 'add', 'a', '--because')).toMatchObject({
    code: 0,
    out: (await cli.stet('words', 'add', '--help')).out,
  })
  expect([await cli.stet('help', 'kil'), await cli.stet('help', 'words', 'ad')]).toMatchObject([
    { code: 1, out: '', err: (await cli.stet('kil')).err },
    { code: 1, out: '', err: (await cli.stet('words', 'ad')).err },
  ])
  expect(await all()).toEqual(before)
})
