/** A story goes to another library and comes back, by command line alone. */
import { rename, truncate, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { handOver, two as machines } from '../../newsroom/merge/twoMachines'
import type { MergeReport } from '../../../src/story/requests/requests'
import { commandLine, type Ran } from '../run/terminal'

/** Two libraries: the desk of Lee and Ben, and Kim's on the train. */
async function two() {
  const cli = await commandLine()
  const at =
    (library: string, person: string) =>
    (...argv: readonly string[]): Promise<Ran> =>
      cli.stetWith({ STET_LIBRARY: `${cli.folder}/${library}`, STET_USER: person, STET_IDS: undefined }, ...argv)
  const [lee, ben, kim] = [at('desk', 'Lee'), at('desk', 'Ben'), at('train', 'Kim')]
  await lee('roster', 'add', 'Lee', '--role', 'editor')
  await lee('roster', 'add', 'Ben', '--role', 'reporter')
  await kim('roster', 'add', 'Kim', '--role', 'editor')
  const made = (await ben('alert', '--headline', 'Harbour closed for 100 days', '--slug', 'harbour', '--json')).json()
  const { id } = made as { readonly id: string }
  return { cli, lee, ben, kim, id }
}

it('a dry run tells what a bundle would bring; without it the bundle is merged', async () => {
  const { cli, lee, kim, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  const told = await kim('merge', 'out.stet', '--dry-run')
  expect([told.code, told.err]).toEqual([0, ''])
  expect(told.out.replaceAll(id, 'ID').replace(/made \d+ \w+ \d{4} \d\d:\d\d/, 'made DAY')).toBe(
    [
      'ID  Harbour closed for 100 days',
      '  From Lee, made DAY',
      '  The key of Lee on that computer is not trusted here. Its verdicts do not count. The person who merges it counts as a writer of its words and cannot verify them. To trust the key, an editor calls Lee and asks for the short code.',
      '  It would be a new story here, with 1 entry in its history.',
      'Nothing was changed.',
    ].join('\n'),
  )
  expect((await kim('list')).out).not.toContain('Harbour')
  expect((await kim('merge', 'out.stet', '--yes')).out).toContain(
    'It is a new story here, with 1 entry in its history.',
  )
  expect((await kim('list')).out).toContain('Harbour')
  expect((await kim('merge', 'out.stet', '--yes')).out).toContain(
    'Everything in it is already here. There is nothing to merge.',
  )
})

it('words and verdicts that come back are told', async () => {
  const { cli, lee, kim, id } = await two()
  await lee('tag', id, '100', '--type', 'figure')
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await kim('merge', 'out.stet', '--yes')
  await kim('edit', id, '--replace', 'Harbour', '--with', 'Port')
  await kim('export', id, '--format', 'bundle', '--out', `${cli.folder}/back.stet`)
  const told = (await lee('merge', 'back.stet', '--dry-run')).out
  expect(told).toContain(
    [
      '  1 paragraph reads differently:',
      '    by Kim:',
      '    - Harbour closed for 100 days',
      '    + Port closed for 100 days',
    ].join('\n'),
  )
  const did = await lee('merge', 'back.stet', '--yes', '--json')
  expect(did.json()).toMatchObject({ merged: true, stories: [{ outcome: 'merged', sender: { person: 'Kim' } }] })
  expect((await lee('show', id)).out).toContain('Port closed for 100 days')
})

it('a story with an entry of an unknown kind is told as refused, and not merged', async () => {
  const { cli, lee } = await two()
  const there = await machines()
  await (await there.desk.room.story(there.story)).note('Ben', { kind: 'verdictDropped', fact: there.fact } as never)
    .written
  await writeFile(`${cli.folder}/busan.stet`, await handOver(there.desk, 'Lee', there.story))
  for (const yes of [['--dry-run'], ['--yes'], []] as const) {
    const ran = await lee('merge', 'busan.stet', ...yes)
    expect([ran.code, ran.err]).toEqual([3, expect.stringContaining('is of a kind that this version of Stet does not')])
    expect(ran.out).not.toContain('--yes')
  }
  expect((await lee('list')).out).not.toContain('Trump')
})

it('a bundle that is damaged does not keep the others of the command from being merged', async () => {
  const { cli, lee, ben, kim, id } = await two()
  const more = (await ben('alert', '--headline', 'Ferry late', '--slug', 'ferry', '--json')).json()
  const { id: other } = more as { readonly id: string }
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/a.stet`)
  await lee('export', other, '--format', 'bundle', '--out', `${cli.folder}/c.stet`)
  await writeFile(`${cli.folder}/bad.stet`, 'Not a bundle.')
  const told = await kim('merge', 'a.stet', 'bad.stet', 'c.stet', '--dry-run')
  expect([told.code, told.out.match(/It would be a new story here/g)?.length]).toEqual([2, 2])
  const did = await kim('merge', 'a.stet', 'bad.stet', 'c.stet', 'nowhere.stet', '--yes', '--json')
  const message = expect.stringMatching(/^bad\.stet: it is not a Stet bundle/) as string
  expect([did.code, did.json(), did.err.split('\n').length]).toEqual([
    2,
    {
      merged: true,
      stories: [expect.objectContaining({ story: id }), expect.objectContaining({ story: other })],
      failed: [
        { path: 'bad.stet', message, reason: 'failed' },
        { path: 'nowhere.stet', message: 'nowhere.stet was not merged: it does not exist.', reason: 'failed' },
      ],
    },
    2,
  ])
  expect((await kim('list')).out.split('\n')).toHaveLength(2)
  // A bundle with its files may be larger than what is imported.
  await truncate(`${cli.folder}/bad.stet`, 64 * 1024 * 1024 + 1)
  const alone = await kim('merge', 'bad.stet', '--yes')
  expect([alone.code, alone.out]).toEqual([2, ''])
})

it('what is sealed for a person with a PIN is told as sealed for them, and seen with the PIN', async () => {
  const cli = await commandLine('')
  const [desk, train] = [`${cli.folder}/desk`, `${cli.folder}/train`]
  const at =
    (library: string, person: string, pin?: string) =>
    (...argv: readonly string[]): Promise<Ran> =>
      cli.stetWith(
        { STET_LIBRARY: library, STET_USER: person, STET_IDS: undefined, STET_PIN: pin, STET_NEW_PIN: '4711' },
        ...argv,
      )
  const [lee, kim, looking] = [at(desk, 'Lee', '4711'), at(train, 'Kim', '4711'), at(train, 'Kim')]
  await at(desk, 'Lee')('roster', 'add', 'Lee', '--role', 'editor')
  await at(desk, 'Lee')('roster', 'pin')
  await looking('roster', 'add', 'Kim', '--role', 'editor')
  await looking('roster', 'pin')
  for (const [on, other, name] of [
    [lee, kim, 'kim'],
    [kim, lee, 'lee'],
  ] as const) {
    const { card, code } = (await other('roster', 'key', '--json')).json() as Record<'card' | 'code', string>
    await writeFile(`${cli.folder}/${name}.txt`, card)
    await on('roster', 'trust', `${name}.txt`, '--code', code, '--role', 'editor')
  }
  const made = await lee('alert', '--headline', 'Harbour closed', '--slug', 'harbour', '--json')
  const { id } = made.json() as { readonly id: string }
  await lee('source', 'add', '--name', 'Olena Kovalchuk', '--kind', 'person', '--protected')
  const tagged = await lee('tag', id, '--text', 'Harbour', '--type', 'place', '--json')
  const { id: fact } = tagged.json() as { readonly id: string }
  await lee('fact', id, fact, '--evidence', 'Source A', '--locator', 'Call, 3 May')
  await lee('export', id, '--format', 'bundle', '--for', 'Kim', '--out', 'out.stet')
  const wrong = await at(train, 'Kim', '0000')('merge', 'out.stet', '--dry-run')
  const [locked, open] = [await looking('merge', 'out.stet', '--dry-run'), await kim('merge', 'out.stet', '--dry-run')]
  expect([locked, open, wrong].map(({ code, out, err }) => [code, out.split('\n')[3] ?? '', err])).toEqual([
    [
      0,
      '  Protected sources in it are sealed for you. Your PIN is needed to see whether your key on this computer ' +
        'opens them. On the command line, set it in STET_PIN.',
      '',
    ],
    [0, '  Sealed for you: the identity of Source A. Stet protects it here, too.', ''],
    [3, '', expect.stringMatching(/^stet: That is not the PIN of Kim\./)],
  ])
})

it('a bundle that may not come in ends with exit code 3, and one that cannot be read or is none with 2', async () => {
  const { cli, lee, kim, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await kim('merge', 'out.stet', '--yes')
  await kim('move', id, 'spiked', '--reason', 'no')
  await kim('delete', id, '--yes')
  const refused = await kim('merge', 'out.stet', '--yes')
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('was not merged, because')])
  const missing = await kim('merge', 'nowhere.stet', '--yes')
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('nowhere.stet was not merged')])
  await writeFile(`${cli.folder}/notes.txt`, 'Dear editor,')
  const none = await kim('merge', 'notes.txt', '--yes')
  const why = 'it is not a Stet bundle. Nothing was changed. Choose a .stet file that Stet wrote with “Export”.'
  expect([none.code, none.out, none.err]).toEqual([2, '', `stet: notes.txt: ${why}`])
})

it('says who alone can undo a merge, where somebody else has the pen', async () => {
  const { cli, lee, ben, kim, id } = await two()
  await ben('move', id, 'filed')
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await kim('merge', 'out.stet', '--yes')
  await kim('comment', id, '--text', 'Call the harbour.')
  await kim('export', id, '--format', 'bundle', '--out', `${cli.folder}/back.stet`)
  await lee('pen', id, '--take')
  await lee('pen', id, '--give', 'Ben')
  const printed = (await lee('merge', 'back.stet', '--yes')).out.split('\n').at(-1) ?? ''
  const command = /stet (merge --undo \S+)$/.exec(printed)?.[1] ?? ''
  const headline = 'Harbour closed for 100 days'
  expect(printed).toBe(`Ben has the pen of “${headline}”, so only Ben can undo its merge: stet ${command}`)
  expect((await lee(...command.split(' '))).code).toBe(3)
  expect((await ben(...command.split(' '))).code).toBe(0)
})

it('a merge of several stories says how it is undone, and one command undoes it', async () => {
  const { cli, lee, ben, kim, id } = await two()
  const more = (await ben('alert', '--headline', 'Ferry late', '--slug', 'ferry', '--json')).json()
  const { id: other } = more as { readonly id: string }
  await lee('export', id, other, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  expect((await kim('merge', 'out.stet', '--yes')).out).not.toContain('--undo')
  await kim('edit', id, '--replace', 'Harbour', '--with', 'Port')
  await kim('export', id, '--format', 'bundle', '--out', `${cli.folder}/earlier.stet`)
  await kim('edit', id, '--replace', 'closed', '--with', 'shut')
  await kim('edit', other, '--replace', 'Ferry', '--with', 'Boat')
  await kim('export', id, other, '--format', 'bundle', '--out', `${cli.folder}/back.stet`)
  expect((await lee('merge', 'back.stet', '--dry-run')).out).not.toContain('--undo')
  // A story that comes in two bundles is named once: only its last merge can be undone.
  const printed = (await lee('merge', 'earlier.stet', 'back.stet', '--yes')).out.split('\n').at(-1) ?? ''
  const last = (await lee('merge', 'back.stet', '--dry-run', '--json')).json() as {
    readonly stories: readonly MergeReport[]
  }
  const bundle = last.stories[0]?.bundle ?? ''
  expect(printed).toBe(`To undo all of this: stet merge --undo ${id}@${bundle} --undo ${other}@${bundle}`)
  await lee('edit', other, '--replace', 'late', '--with', 'early')
  const undone = await lee(...printed.split(' ').slice(printed.split(' ').indexOf('merge')), '--json')
  const message = expect.stringContaining(`${other}: `) as string
  expect([undone.code, undone.json()]).toEqual([
    3,
    {
      undone: [{ story: id, from: 'Kim', tray: 1, keptFields: [], facts: {} }],
      failed: [{ story: other, message, reason: 'refused' }],
    },
  ])
  expect((await lee('show', id)).out).toContain('Port closed for 100 days')
})

it('the command that a merge prints undoes no other merge', async () => {
  const { cli, lee, kim, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await kim('merge', 'out.stet', '--yes')
  await kim('edit', id, '--replace', 'Harbour', '--with', 'Port')
  await kim('export', id, '--format', 'bundle', '--out', `${cli.folder}/first.stet`)
  await kim('edit', id, '--replace', 'closed', '--with', 'shut')
  await kim('export', id, '--format', 'bundle', '--out', `${cli.folder}/second.stet`)
  const undoOf = async (file: string): Promise<string> =>
    (await lee('merge', file, '--yes')).out.split(' ').at(-1) ?? ''
  const [first, second] = [await undoOf('first.stet'), await undoOf('second.stet')]
  const copy = async (): Promise<boolean> => (await lee('show', id)).out.includes('Port shut for 100 days')
  const late = await lee('merge', '--undo', first)
  expect([late.code, late.out, late.err, await copy()]).toEqual([
    3,
    '',
    'stet: Another merge came after this one, so this one can no longer be undone. Nothing was changed. ' +
      'The words from before a merge are among the snapshots.',
    true,
  ])
  const undone = await lee('merge', '--undo', second)
  expect([undone.code, undone.err, await copy(), second.split('@')[0]]).toEqual([0, '', false, id])
  expect((await lee('show', id)).out).toContain('Port closed for 100 days')
})

it.each([
  ['nobody has', 1, ['nosuch', 'nosuch2']],
  ['nobody has, and one without a merge', 2, ['nosuch', 'harbour']],
])('undoing several stories that %s ends with exit code %i', async (_how, code, named) => {
  const { lee } = await two()
  const [all, one] = [
    await lee('merge', ...named.flatMap((story) => ['--undo', story])),
    await lee('merge', '--undo', 'nosuch'),
  ]
  expect([all.code, all.out, all.err.split('\n').length, one.code]).toEqual([code, '', 2, 1])
})

it('a script merges without being asked, also into a new library, and gets what came and what both wrote', async () => {
  const { cli, lee, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  const home = (...argv: readonly string[]): Promise<Ran> =>
    cli.stetWith({ STET_LIBRARY: `${cli.folder}/home`, STET_USER: 'Ana', STET_IDS: undefined }, ...argv)
  const merged = await home('merge', 'out.stet', '--json')
  expect([merged.code, merged.json()]).toMatchObject([0, { merged: true, stories: [{ id, outcome: 'new' }] }])
  await home('edit', id, '--replace', 'Harbour', '--with', 'Port')
  await lee('edit', id, '--replace', 'Harbour', '--with', 'Quay')
  await home('export', id, '--format', 'bundle', '--out', `${cli.folder}/back.stet`)
  const { stories } = (await lee('merge', 'back.stet', '--json')).json() as {
    readonly stories: readonly { readonly id: string; readonly came: unknown; readonly both: MergeReport['words'] }[]
  }
  expect(stories.map(({ id: story, came, both }) => [story, came, both.map(({ before }) => before)])).toEqual([
    [id, [], ['Quay closed for 100 days']],
  ])
  expect((await home('roster', 'list', '--json')).json()).toEqual([{ name: 'Ana', role: 'editor' }])
})

it('somebody at a terminal sees what would come and is asked, unless they said --yes', async () => {
  const { cli, lee, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  const asked: string[] = []
  const at = (says: boolean) => ({
    confirm: (question: string) => {
      asked.push(question.split('\n').at(-1) ?? '')
      return Promise.resolve(says)
    },
  })
  const no = await cli.stetWatched(at(false), 'merge', 'out.stet')
  const empty = (await cli.stet('list')).out
  const yes = await cli.stetWatched(at(true), 'merge', 'out.stet')
  const again = await cli.stetWatched(at(false), 'merge', 'out.stet')
  const both = await cli.stet('merge', 'out.stet', '--yes', '--dry-run')
  expect([no.code, no.out, empty, yes.code, again.code, both.code, both.err, asked]).toEqual([
    0,
    'Nothing was changed.',
    '',
    0,
    0,
    1,
    'stet: Give --yes or --dry-run, not both.',
    ['Merge this? (y/N)', 'Merge this? (y/N)'],
  ])
  expect(yes.out).toContain('It is a new story here')
  expect(again.out).toContain('Everything in it is already here.')
})

it('a bundle that is replaced while the question waits is not merged', async () => {
  const { cli, lee, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await lee('edit', id, '--replace', 'closed', '--with', 'bombed')
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/other.stet`)
  const asked: string[] = []
  const ran = await cli.stetWatched(
    {
      confirm: async (question) => {
        asked.push(question)
        await rename(`${cli.folder}/other.stet`, `${cli.folder}/out.stet`)
        return true
      },
    },
    'merge',
    'out.stet',
  )
  expect([ran.code, ran.out, ran.err, (await cli.stet('list')).out]).toEqual([
    2,
    '',
    'stet: out.stet was not merged: it is another file than the one that was shown. Run the command again.',
    '',
  ])
  expect(asked.join().split('\n').slice(-2)).toEqual([
    '  It would be a new story here, with 1 entry in its history.',
    'Merge this? (y/N)',
  ])
})

it('two libraries with counted ids merge each other’s stories', async () => {
  const { cli } = await two()
  const at =
    (library: string, person: string) =>
    (...argv: readonly string[]): Promise<Ran> =>
      cli.stetWith({ STET_LIBRARY: `${cli.folder}/${library}`, STET_USER: person }, ...argv)
  for (const [there, person] of [
    ['other', 'Bob'],
    ['same', 'Ann'],
  ] as const) {
    const [ann, bob] = [at(`first for ${there}`, 'Ann'), at(there, person)]
    await ann('alert', '--headline', 'Harbour closed for 100 days', '--slug', 'harbour')
    await ann('export', 'story-1', '--format', 'bundle', '--out', `${cli.folder}/to ${there}.stet`)
    const came = await bob('merge', `to ${there}.stet`)
    expect([came.code, came.err]).toEqual([0, ''])
    await bob('edit', 'story-1', '--replace', 'Harbour', '--with', 'Port')
    await bob('export', 'story-1', '--format', 'bundle', '--out', `${cli.folder}/from ${there}.stet`)
    const back = await ann('merge', `from ${there}.stet`)
    expect([back.code, back.err]).toEqual([0, ''])
    expect((await ann('show', 'story-1')).out).toContain('Port closed for 100 days')
  }
})
