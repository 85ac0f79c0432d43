import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('the command line alone takes a correction from its record to the last notice', async () => {
  const { stet, stetWith, folder } = await commandLine()
  await writeFile(join(folder, 'tug.txt'), 'A tug left\n\nThe harbour was quiet\n\nThe tug left at noon.')
  await stet('import', 'tug.txt')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('set', 'story-1', 'slug', 'tug')
  await stet('set', 'story-1', 'byline', 'Reporter')
  const asNobody = (...argv: readonly string[]) => stetWith({ STET_USER: undefined }, ...argv)
  const asEditor = (...argv: readonly string[]) => stet(...argv, '--as', 'Editor')
  expect((await asEditor('correction', 'story-1')).out).toBe('Version 1 is not a correction or clarification.')
  expect((await asEditor('correction', 'story-1', '--notices')).out).toBe('This story has no correction.')
  await stet('move', 'story-1', 'filed')
  for (const to of ['inReview', 'cleared', 'published'])
    expect(await asEditor('move', 'story-1', to)).toMatchObject({ code: 0 })
  expect(await asEditor('export', 'story-1', '--format', 'text', '--out', join(folder, 'tug-wire.txt'))).toMatchObject({
    code: 0,
  })
  await asEditor('move', 'story-1', 'inReview', '--kind', 'correction')
  await stet('edit', 'story-1', '--replace', 'at noon', '--with', 'at one')
  expect(await asEditor('move', 'story-1', 'cleared')).toMatchObject({
    code: 3,
    err: expect.stringContaining('it has no correction note') as string,
  })
  expect((await asEditor('correction', 'story-1')).out.split('\n').slice(0, 5)).toEqual([
    'Version 2, correction: no correction note',
    'Was: The tug left at noon.',
    'Is: The tug left at one.',
    expect.stringMatching(/^Wrong since: version 1, published 30 Oct 2026 \d\d:/) as string,
    'Still missing: the cause (--cause) and the text for readers (--public).',
  ])
  expect(
    (await stet('correction', 'story-1', '--cause', 'A typing error', '--public', 'The tug left at one, not at noon.'))
      .out,
  ).toBe('Saved. Someone else, neither the author nor in the byline, must approve it: “stet correction ID --approve”.')
  expect((await asEditor('correction', 'story-1', '--notices')).out).toBe(
    'There is no notice until the correction note is approved.',
  )
  expect((await asEditor('correction', 'story-1', '--approve')).out).toBe('Approved.')
  // Other words than the approved ones: the approval lapses until those are back.
  await stet('edit', 'story-1', '--replace', 'at one', '--with', 'at two')
  const lapsed = 'approved by Editor, but “is” is not in the story now: change it and have the note approved again'
  expect([
    (await asNobody('correction', 'story-1')).out.split('\n')[0],
    (await asNobody('correction', 'story-1', '--notices')).out,
    await asEditor('move', 'story-1', 'cleared'),
  ]).toEqual([
    `Version 2, correction: ${lapsed}`,
    'There is no notice until the correction note is approved.',
    expect.objectContaining({
      code: 3,
      err: expect.stringContaining('“The tug left at one.” is not in the story now') as string,
    }),
  ])
  await stet('edit', 'story-1', '--replace', 'at two', '--with', 'at one')
  for (const to of ['cleared', 'published']) expect(await asEditor('move', 'story-1', to)).toMatchObject({ code: 0 })
  // Showing needs no person; recording does.
  expect((await asNobody('correction', 'story-1')).out).toContain('approved by Editor')
  expect((await asNobody('correction', 'story-1', '--notices')).out).toContain('Is: The tug left at one.')
  expect(await asNobody('correction', 'story-1', '--approve')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Say who you are') as string,
  })
  expect((await stet('history', 'story-1')).out).toContain(
    `Not notified of the correction in version 2: ${join(folder, 'tug-wire.txt')}. ` +
      `“stet correction story-1 --version 2 --notices” prints what to send.`,
  )
  expect((await asEditor('correction', 'story-1', '--notices')).out).toContain(
    'Was: The tug left at noon.\nIs: The tug left at one.',
  )
  expect((await asEditor('correction', 'story-1', '--told', 'tug-wire.txt', '--how', 'by phone')).out).toBe(
    'tug-wire.txt is marked as notified.',
  )
  expect((await asEditor('correction', 'story-1')).out).toMatch(
    /\nNotified by Editor, 30 Oct 2026 \d\d:\d\d \(by phone\): \S+tug-wire\.txt \(version 1, text\)$/,
  )
  expect((await stet('history', 'story-1')).out).not.toContain('Not notified')
  expect((await asEditor('correction', 'story-1', '--told', 'tug-wire.txt', '--undo')).out).toBe(
    'Undone: tug-wire.txt is not marked as notified any more.',
  )
})

test('the command does one thing at a time and refuses options that belong to another', async () => {
  const { stet } = await commandLine()
  const oneAtATime = 'Give the texts of the note, --approve, --notices or --told, one at a time.'
  for (const [err, ...argv] of [
    [oneAtATime, '--approve', '--notices'],
    [oneAtATime, '--was', 'x', '--told', 'y'],
    ['--how and --undo need --told DESTINATION.', '--how', 'by phone'],
    ['--how and --undo need --told DESTINATION.', '--undo'],
    ['--since needs a whole number from 1, not “one”.', '--since', 'one'],
    ['--version is for showing and notifying.', '--version', '2', '--approve'],
    ['--version needs a whole number from 1, not “x”.', '--version', 'x'],
  ] as const)
    expect(await stet('correction', 'story-1', ...argv)).toMatchObject({
      code: 1,
      err: expect.stringContaining(err) as string,
    })
})

test.each([
  ['a deletion', 'It was drunk.', '', 'It was drunk.', 'The sentence is no longer in the story.'],
  ['shortened words', 'at noon', 'at one', 'The tug left … at noon', 'The tug left … at one'],
])('an approved note of %s does not lapse, and its notices are ready', async (_what, replace, words, was, is) => {
  const { stet, folder } = await commandLine()
  const asEditor = (...argv: readonly string[]) => stet(...argv, '--as', 'Editor')
  const body = 'The tug left the old harbour at noon.\n\nIt was drunk.\n\nIt came back.'
  await writeFile(join(folder, 'tug.md'), `# A tug left\n\nThe harbour was quiet\n\n${body}`)
  await stet('import', 'tug.md')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('set', 'story-1', 'slug', 'tug')
  await stet('set', 'story-1', 'byline', 'Reporter')
  await stet('move', 'story-1', 'filed')
  for (const to of ['inReview', 'cleared', 'published']) await asEditor('move', 'story-1', to)
  await asEditor('export', 'story-1', '--format', 'text', '--out', join(folder, 'tug-wire.txt'))
  await asEditor('move', 'story-1', 'inReview', '--kind', 'correction')
  await stet('edit', 'story-1', '--replace', replace, '--with', words)
  const texts = ['--was', was, '--is', is, '--cause', 'Haste', '--public', 'An earlier version was wrong.']
  await stet('correction', 'story-1', ...texts)
  expect((await asEditor('correction', 'story-1', '--approve')).out).toBe('Approved.')
  expect((await asEditor('correction', 'story-1', '--notices')).out).toContain(`Was: ${was}\nIs: ${is}`)
  expect(await asEditor('move', 'story-1', 'cleared')).toMatchObject({ code: 0 })
})
