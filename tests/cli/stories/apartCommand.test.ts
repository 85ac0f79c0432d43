/** What stands apart, by command line: listed, taken over, dropped. */
import { expect, it } from 'vitest'
import { commandLine, type Ran } from '../run/terminal'

/** Kim's computer, which nobody at Lee's desk trusts, marks the number wrong and files the story. */
async function back() {
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
  await lee('tag', id, '--text', '100', '--type', 'figure')
  await lee('export', id, '--format', 'bundle', '--out', `${cli.folder}/out.stet`)
  await kim('merge', 'out.stet', '--yes')
  const { facts } = (await kim('show', id, '--json')).json() as {
    readonly facts: readonly { readonly id: string; readonly seen: string }[]
  }
  const [{ id: fact, seen } = { id: '', seen: '' }] = facts
  await kim('fact', id, fact, '--status', 'wrong', '--seen', seen, '--reason', 'The port says 90.')
  await kim('move', id, 'filed')
  await kim('export', id, '--format', 'bundle', '--out', `${cli.folder}/back.stet`)
  await lee('merge', 'back.stet', '--yes')
  return { lee, ben, id }
}

it('entries are listed by number, taken over and dropped, and show says how many wait', async () => {
  const { lee, ben, id } = await back()
  expect((await lee('show', id)).out).toContain(
    '2 entries from other computers are waiting for an editor: “stet apart ID”',
  )
  const listed = (await lee('apart', id)).out
  const [wrong = '', moved = ''] = [...listed.matchAll(/^ +(\d+) {2}\d+ \w+ \d{4}/gm)].map(([, n]) => n)
  expect(listed.replace(/\d+ \w+ \d{4} \d\d:\d\d/g, 'DAY').split('\n')).toEqual([
    '2 entries from other computers do not count:',
    `${wrong.padStart(5)}  DAY  Kim, an unknown computer: signed Wrong`,
    '       “100”',
    '       The port says 90.',
    '       The key that signed as Kim is not trusted here.',
    `${moved.padStart(5)}  DAY  Kim, an unknown computer: moved the story`,
    '       The key that signed as Kim is not trusted here.',
    '       Cannot be taken over: This cannot be taken over for someone else. If it is right, do it yourself.',
  ])
  expect(await ben('apart', id, '--take', wrong)).toMatchObject({
    code: 3,
    err: 'stet: Only an editor can take over or drop entries from other computers; Ben is a reporter on the roster.',
  })
  expect((await lee('apart', id, '--take', wrong)).out).toBe('1 entry was taken over under your name.')
  expect((await lee('apart', id, '--take', moved)).err).toBe(
    `stet: Entry ${moved} was not taken over: This cannot be taken over for someone else. If it is right, do it yourself.`,
  )
  expect((await lee('apart', id, '--drop-all', '--reason', 'Not ours.')).out).toBe('1 entry was dropped.')
  expect((await lee('apart', id)).out).toBe('No entries are waiting for an editor.')
  expect((await lee('apart', id, '--all')).out).toContain('Lee dropped it on ')
  const history = (await lee('history', id)).out
  expect(history).not.toContain('The history was changed')
  expect(history).toContain('dropped 1 entry of Kim from another computer')
})

it('says what is wrong with how it is called, and changes nothing', async () => {
  const { lee, id } = await back()
  expect((await lee('apart', id, '--drop', '999')).err).toContain('999 is not the number of an entry in this list.')
  expect((await lee('apart', id, '--take', '1', '--drop', '2')).err).toContain('Choose one: --take N, --drop N')
  expect((await lee('apart', id, '--reason', 'r')).err).toContain('Say what to do with the entries')
})
