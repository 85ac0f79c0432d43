/** A story goes to another library and comes back, by command line alone. */
import { expect, it } from 'vitest'
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

it('a bundle is told first, and merged with --yes', async () => {
  const { cli, lee, kim, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  const told = await kim('merge', 'out.stet')
  expect([told.code, told.err]).toEqual([0, ''])
  expect(told.out.replaceAll(id, 'ID').replace(/made \S+ \S+/, 'made DAY')).toBe(
    [
      'ID  Harbour closed for 100 days',
      '  From Lee, made DAY',
      '  The key of Lee on that computer is not trusted here. Its verdicts do not count. The person who merges it counts as a writer of its words and cannot verify them. To trust the key, an editor calls Lee and asks for the short code.',
      '  It would be a new story here, with 1 entry in its history.',
      'Nothing was changed. To merge it, add: --yes',
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
  const told = (await lee('merge', 'back.stet')).out
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

it('a bundle that may not come in ends with exit code 3, and one that cannot be read with 2', async () => {
  const { cli, lee, kim, id } = await two()
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await kim('merge', 'out.stet', '--yes')
  await kim('move', id, 'spiked', '--reason', 'no')
  await kim('delete', id, '--yes')
  const refused = await kim('merge', 'out.stet', '--yes')
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('was not merged, because')])
  const missing = await kim('merge', 'nowhere.stet', '--yes')
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('nowhere.stet was not merged')])
})
