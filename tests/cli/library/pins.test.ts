import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { askHidden, type HiddenInput } from '../../../src/cli/run/askHidden'
import { openLibrary } from '../../../src/storage/openLibrary'
import { hashOldPin } from '../../newsroom/library/roster/oldPin'
import { commandLine } from '../run/terminal'

const PINS = { STET_NEW_PIN: '4711' }

it('a command of a person with a PIN needs it, from STET_PIN or the terminal; nobody else does', async () => {
  const cli = await commandLine('')
  await cli.stet('roster', 'add', 'Reporter')
  await cli.stet('roster', 'add', 'Ana', '--role', 'editor')
  const set = await cli.stetWith(PINS, 'roster', 'pin', '--as', 'Ana')
  const asked: string[] = []
  const typing = (...answers: readonly (string | undefined)[]) => ({
    askHidden: (question: string) => {
      asked.push(question)
      return Promise.resolve(answers[asked.length - 1])
    },
  })
  const alert = ['alert', '--headline', 'Harbour closed', '--slug', 'harbour'] as const
  const runs = [
    set,
    await cli.stet(...alert, '--as', 'Ana'),
    await cli.stetWith({ STET_PIN: '0000' }, ...alert, '--as', 'Ana'),
    await cli.stetWith({ STET_PIN: '4711' }, ...alert, '--as', 'Ana'),
    await cli.stetWith({ STET_USER: 'Ana', STET_PIN: '4711' }, ...alert),
    await cli.stetWatched(typing('4711'), ...alert, '--as', 'Ana'),
    await cli.stetWatched(typing(undefined, undefined), ...alert, '--as', 'Ana'),
    await cli.stet(...alert),
    await cli.stetWith({ STET_USER: 'Ana' }, 'list'),
    await cli.stet('roster', 'list'),
    await cli.stet('roster', 'list', '--json'),
  ]
  expect({
    codes: runs.map(({ code }) => code).join(''),
    asked,
    said: [runs[0]?.out, runs[1]?.err, runs[2]?.err, runs[9]?.out],
    list: runs[10]?.json(),
  }).toEqual({
    codes: '03300030000',
    asked: ['PIN of Ana: ', 'PIN of Ana: '],
    said: [
      expect.stringMatching(
        /^Ana now has a PIN\. .*\n\nYour recovery words, .*\n\n {2}(?:[a-z]+ ){11}[a-z]+$/s,
      ) as string,
      'stet: Ana has a PIN, but none was given. Nothing was changed. Set it in STET_PIN, or run this in a terminal, which asks for it.',
      'stet: That is not the PIN of Ana. Nothing was changed. Try again in a second. If the PIN is forgotten, an editor can reset it.',
      'Reporter, editor\nAna, editor, has a PIN',
    ],
    list: [
      { name: 'Reporter', role: 'editor' },
      { name: 'Ana', role: 'editor', pin: true },
    ],
  })
})

it('the first PIN of an editor says before and after whose PINs from before keys end', async () => {
  const cli = await commandLine('')
  const now = (): string => '2026-10-30T09:00:00.000Z'
  const store = await openLibrary({ folder: cli.library, create: true, now, newId: (kind) => kind })
  await store.writeRoster(
    [{ name: 'Ana', role: 'editor' }, { name: 'Ben' }],
    [hashOldPin('Ana', '4711'), hashOldPin('Ben', '0815')],
  )
  await store.close()
  const alert = ['alert', '--headline', 'Harbour closed', '--slug', 'harbour', '--as', 'Ana'] as const
  const runs = [await cli.stetWith({ STET_PIN: '4711' }, ...alert), await cli.stetWith({ STET_PIN: '4711' }, ...alert)]
  expect(runs.map(({ code, err }) => ({ code, err }))).toEqual([
    {
      code: 0,
      err: 'Note: this is the first PIN of an editor since Stet began to sign with keys, so the PINs of these people end: Ben. Give each of them a one-time code (“stet roster invite”). What they signed stays signed.\nNote: With this first PIN of an editor, the earlier PINs of these people ended: Ben. What they signed stays signed. Give each of them a one-time code (“You and your PIN”, or “stet roster invite”), with which they set a PIN.',
    },
    { code: 0, err: '' },
  ])
})

it('a new PIN is asked for twice before the library is opened, and is never an argument', async () => {
  const cli = await commandLine('')
  await cli.stet('roster', 'add', 'Reporter')
  const at = (...answers: readonly string[]) => {
    let next = 0
    return { askHidden: () => Promise.resolve(answers[next++]) }
  }
  const runs = [
    await cli.stet('roster', 'pin'),
    await cli.stetWatched(at('47'), 'roster', 'pin'),
    await cli.stetWatched(at('4711', '4712'), 'roster', 'pin'),
    await cli.stet('roster', 'pin', '4711'),
    await cli.stetWatched(at('4711', '4711'), 'roster', 'pin'),
    // For a person with a PIN: the new one twice, then the current one.
    await cli.stetWatched(at('press24', 'press24', '4711'), 'roster', 'pin'),
    await cli.stetWatched(at('press24'), 'roster', 'pin', '--remove'),
    await cli.stetWith({ STET_PIN: 'press24' }, 'alert', '--headline', 'H', '--slug', 's'),
  ]
  expect(runs.map(({ code, err }) => `${code} ${err}`.trim())).toEqual([
    '1 stet: Set the new PIN in STET_NEW_PIN, or run this in a terminal, which asks for it.',
    '1 stet: A PIN has 4 to 12 letters or digits and no spaces. Capital letters matter. Nothing ' + 'was changed.',
    '1 stet: The two PINs are not the same. Nothing was changed. Run the command again.',
    '1 stet: “4711” is one word too many. Usage: stet roster pin [--code CODE | --new-key | --remove]',
    '0',
    '0',
    '3 stet: Reporter is the last editor with a PIN. Without one, no one could let others join or reset a PIN. Nothing was changed. Give another editor a PIN first.',
    '0',
  ])
})

it('typed characters are hidden, Backspace corrects them, and Ctrl+C breaks off', async () => {
  const ask = async (...keys: readonly string[]): Promise<readonly unknown[]> => {
    const raw: boolean[] = []
    const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => void raw.push(on) })
    const shown: string[] = []
    const answer = askHidden('PIN of Ana: ', input as unknown as HiddenInput, {
      write: (text: string) => shown.push(text),
    })
    for (const key of keys) input.write(key)
    return [await answer, shown.join(''), raw, input.listenerCount('data')]
  }
  const after = ['PIN of Ana: \n', [true, false], 0]
  expect([
    await ask('4', '7', '12', '\u007f', '1', '\r'),
    await ask('비밀번호\n'),
    await ask('47', '\u001b[A', '\u0003'),
  ]).toEqual([
    ['4711', ...after],
    ['비밀번호', ...after],
    [undefined, ...after],
  ])
})

it(
  'an editor lets a person join with a one-time code, resets a PIN, and recovers the own one',
  { timeout: 120_000 },
  async () => {
    const cli = await commandLine('')
    await cli.stetWith({ STET_USER: 'Ana' }, 'roster', 'add', 'Ana')
    await cli.stet('roster', 'add', 'Ben', '--as', 'Ana')
    const first = await cli.stetWith(PINS, 'roster', 'pin', '--as', 'Ana', '--json')
    const { words } = first.json() as { words: string }
    const ana = { STET_PIN: '4711', STET_USER: 'Ana' }
    const invited = await cli.stetWith(ana, 'roster', 'invite', 'Ben', '--json')
    const { code } = invited.json() as { code: string }
    const runs = [
      await cli.stetWith({ STET_NEW_PIN: '1111' }, 'roster', 'pin', '--as', 'Ben'),
      await cli.stetWith({ STET_NEW_PIN: '1111' }, 'roster', 'pin', '--as', 'Ben', '--code', code),
      await cli.stetWith({ STET_NEW_PIN: '1111', STET_PIN: '1111' }, 'roster', 'invite', 'Ana', '--as', 'Ben'),
      await cli.stetWith(ana, 'roster', 'reset-pin', 'Ben'),
      await cli.stet('roster', 'list'),
      await cli.stetWith({ STET_NEW_PIN: '2222' }, 'roster', 'recover', '--as', 'Ana'),
      await cli.stetWith({ STET_NEW_PIN: '2222', STET_RECOVERY_WORDS: words }, 'roster', 'recover', '--as', 'Ana'),
      await cli.stetWith({ STET_PIN: '2222' }, 'alert', '--headline', 'H', '--slug', 's', '--as', 'Ana'),
    ]
    expect([runs.map(({ code: exit }) => exit).join(''), runs[4]?.out]).toEqual([
      '10300100',
      'Ana, editor, has a PIN\nBen',
    ])
  },
)
