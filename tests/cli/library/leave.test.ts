import { expect, it } from 'vitest'
import { commandLine } from '../run/terminal'

it('an editor says that a person has left, who then cannot act or join again, and brings the person back', async () => {
  const cli = await commandLine()
  await cli.stetWith({ STET_USER: 'Ana' }, 'roster', 'add', 'Ana')
  await cli.stet('roster', 'add', 'Kim Min', '--role', 'checker', '--as', 'Ana')
  const alert = ['alert', '--headline', 'Harbour closed', '--slug', 'harbour'] as const
  const runs = [
    await cli.stet('roster', 'leave', 'Kim Min', '--as', 'Ana'),
    await cli.stet(...alert, '--as', 'Kim Min'),
    await cli.stetWith({ STET_USER: undefined }, 'roster', 'add', 'Kim Min'),
    await cli.stet('roster', 'list'),
    // The only person who has not left acts without a name.
    await cli.stetWith({ STET_USER: undefined }, ...alert),
    await cli.stet('roster', 'return', 'Kim Min', '--as', 'Ana'),
    await cli.stet('roster', 'list', '--json'),
    await cli.stet('roster', 'return', 'Kim Min', '--as', 'Ana'),
  ]
  const left =
    'stet: Kim Min has left the desk. Nothing was changed. An editor can bring Kim Min back under Settings, Roster.'
  expect({
    codes: runs.map(({ code }) => code).join(''),
    said: [0, 1, 2, 3, 5, 7].map((at) => runs[at]?.out || runs[at]?.err),
    list: runs[6]?.json(),
  }).toEqual({
    codes: '03300003',
    said: [
      'Kim Min has left the desk and can no longer act. What Kim Min signed stays signed. “stet roster return” brings Kim Min back.',
      left,
      left,
      'Ana, editor\nKim Min, checker, has left',
      'Kim Min is back at the desk and has no PIN.',
      'stet: Kim Min has not left the desk. Nothing was changed.',
    ],
    list: [
      { name: 'Ana', role: 'editor' },
      { name: 'Kim Min', role: 'checker' },
    ],
  })
})
