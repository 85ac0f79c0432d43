import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandLine } from '../run/terminal'
import { localMinute } from '../../../src/story/text/format/localMinute'

/** Nine o’clock of the tests, on the clock of this machine. */
const NINE = localMinute('2026-10-30T09:00:00Z')

async function filed() {
  const { folder, stet } = await commandLine()
  await stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await writeFile(join(folder, 'a.txt'), 'Council meets\n\nIt cost 100 won.\n')
  const imported = (await stet('import', 'a.txt', '--json')).json()
  const id = (imported as { readonly stories: readonly { readonly id: string }[] }).stories[0]?.id ?? ''
  await stet('move', id, 'filed')
  return { id, stet }
}

it('says who has the pen, gives it, takes it with a reason and lays it down', async () => {
  const { id, stet } = await filed()
  const nobody = 'No one has the pen. Everyone who opens the story can change the copy.'
  expect((await stet('pen', id)).out).toBe(nobody)
  const given = await stet('pen', id, '--give', 'Reporter')
  expect([given.code, given.out]).toEqual([0, `Reporter has had the pen since ${NINE}.`])
  expect((await stet('show', id)).out).toContain(`Reporter has had the pen since ${NINE}.`)
  expect((await stet('pen', id, '--take', '--as', 'Editor')).code).toBe(1)
  const taken = await stet('pen', id, '--take', '--reason', 'Deadline.', '--as', 'Editor')
  expect([taken.code, taken.out]).toEqual([0, `Editor has had the pen since ${NINE}.`])
  expect((await stet('pen', id, '--give', 'Reporter', '--as', 'Editor')).out).toBe(
    `Reporter has had the pen since ${NINE}, from Editor.`,
  )
  expect((await stet('pen', id, '--lay-down', '--json')).json()).toEqual({})
  const history = (await stet('history', id)).out
  for (const line of ['gave the pen to Reporter', 'took the pen', 'Deadline.', 'released the pen'])
    expect(history).toContain(line)
})

it('refuses an edit by somebody else with what to do next', async () => {
  const { id, stet } = await filed()
  await stet('pen', id, '--take')
  const edit = await stet('edit', id, '--replace', 'cost', '--with', 'was', '--as', 'Editor')
  expect([edit.code, edit.err]).toEqual([
    3,
    'stet: Reporter has the pen of this story, so nothing was changed. ' +
      'Suggest the change, ask Reporter for the pen, or take it.',
  ])
})

it('refuses two wishes at once, no name, and a reason for nothing', async () => {
  const { id, stet } = await filed()
  for (const [why, ...args] of [
    ['Choose one: --give NAME, --take or --lay-down', '--take', '--lay-down'],
    ['Say who gets the pen: --give NAME', '--give', ' '],
    ['Say what to do with the pen: --give NAME, --take or --lay-down', '--reason', 'r'],
  ] as const) {
    const ran = await stet('pen', id, ...args)
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(why)])
  }
})

it('goes along with a bundle, and with nothing else', async () => {
  const { id, stet } = await filed()
  const out = ['--out', 'a.stet', '--as', 'Editor']
  const gone = await stet('export', id, '--format', 'bundle', '--pen', 'Reporter', ...out)
  expect([gone.code, gone.out]).toEqual([0, expect.stringContaining('Reporter now has the pen of the story.')])
  expect((await stet('pen', id)).out).toBe(`Reporter has had the pen since ${NINE}, from Editor.`)
  const text = await stet('export', id, '--format', 'text', '--pen', 'Reporter', ...out)
  expect([text.code, text.err]).toEqual([1, expect.stringContaining('--pen needs --format bundle.')])
})
