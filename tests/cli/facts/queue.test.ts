/** What `stet queue` asks for and prints. */
import { expect, it } from 'vitest'
import { queueCommand } from '../../../src/cli/facts/queryCommands'
import { readArguments } from '../../../src/cli/run/arguments'
import type { Ask, CliResult } from '../../../src/cli/run/command'
import { commandLine } from '../run/terminal'
import type { QueueItem } from '../../../src/story/requests/requests'

const item = (at: number): QueueItem => ({
  ...{ story: `story-${at}`, headline: `Ferry ${at}`, kind: 'filed', stage: 'filed', version: 1 },
  ...{ words: `Ferry ${at}`, note: 'By Kim' },
})
const items = (count: number): readonly QueueItem[] => Array.from({ length: count }, (_value, at) => item(at + 1))

/** Runs it where so many things wait. Returns what it asked for, too. */
async function queue(total: number, ...argv: readonly string[]): Promise<CliResult & { readonly asked: unknown }> {
  let asked: unknown
  const ask = ((_action: string, request: { readonly limit?: number }) => {
    asked = request
    return Promise.resolve({ items: items(total).slice(0, request.limit), total })
  }) as Ask
  const args = readArguments(argv, { ...queueCommand.options, json: 'flag' })
  const result = await queueCommand.prepare(args, { cwd: '/' })(ask, { by: 'Editor' })
  return { ...result, asked }
}
const linesOf = ({ text }: CliResult): readonly string[] => text.split('\n')
const lines = (count: number): readonly string[] =>
  items(count).map(({ story, headline }) => `filed  ${headline} (By Kim)  ${story}`)
const more = (count: string): string => `… and ${count} waiting. To see all of them: stet queue --all`

it('a queue is cut at 50 or at the number that is asked for, and says how many more wait', async () => {
  const [usual, two, all, short] = [
    await queue(5014),
    await queue(3, '--limit', '2'),
    await queue(52, '--all'),
    await queue(50),
  ]
  expect([usual, two, all, short].map((one) => [one.asked, linesOf(one)])).toEqual([
    [{ limit: 50 }, [...lines(50), more('4,964 more are')]],
    [{ limit: 2 }, [...lines(2), more('1 more is')]],
    [{}, lines(52)],
    [{ limit: 50 }, lines(50)],
  ])
  expect((await queue(0)).text).toBe('Nothing is waiting for you.')
})

it('each thing is one line, which ends with the ids of its story and of its fact or comment', async () => {
  const waiting: readonly QueueItem[] = [
    { ...item(1), kind: 'asked', fact: 'fact-1', words: '300 people', note: 'Kim: Who\nsays so?' },
    { ...item(2), kind: 'mentioned', comment: 'comment-1', words: 'Hello\n\n@Ann', note: 'Kim' },
  ]
  const ask = (() => Promise.resolve({ items: waiting, total: 2 })) as Ask
  const result = await queueCommand.prepare(readArguments([], {}), { cwd: '/' })(ask, { by: 'Ann' })
  expect([linesOf(result), result.json]).toEqual([
    [
      'asked  Ferry 1: 300 people (Kim: Who says so?)  story-1  fact-1',
      'mentioned  Ferry 2: Hello @Ann (Kim)  story-2  comment-1',
    ],
    waiting,
  ])
})

it('JSON has everything, unless a number is asked for', async () => {
  const [all, two] = [await queue(60, '--json'), await queue(60, '--json', '--limit', '2')]
  expect([all.asked, all.json, two.asked, two.json]).toEqual([{}, items(60), { limit: 2 }, items(2)])
})

it('a limit beside --all, or one that is no number, is wrong usage', () => {
  expect(() =>
    queueCommand.prepare(readArguments(['--limit', '2', '--all'], queueCommand.options), { cwd: '/' }),
  ).toThrow('Give --limit or --all, not both.')
  expect(() => queueCommand.prepare(readArguments(['--limit', '0'], queueCommand.options), { cwd: '/' })).toThrow(
    '--limit needs a whole number from 1, not “0”.',
  )
})

it('is the queue of a person on the roster: the one who is named, or the only one', async () => {
  const cli = await commandLine()
  const as = (person: string | undefined, ...argv: readonly string[]) => cli.stetWith({ STET_USER: person }, ...argv)
  await as('Ann', 'alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  await as('Ann', 'set', 'harbour', 'assignee', 'Ann')
  await as('Ann', 'tag', 'harbour', '--text', 'Harbour', '--type', 'place')
  const line = expect.stringMatching(/^assigned {2}Harbour closed/) as string
  const alone = await as(undefined, 'queue')
  const added = await as(undefined, 'roster', 'add', 'Kim', '--role', 'checker')
  const runs = [alone, added, await as('Ann', 'queue'), await as(undefined, 'queue'), await as('Kmi', 'queue')]
  expect(runs.map(({ code, out, err }) => [code, out, err])).toEqual([
    [0, line, ''],
    [0, 'Kim is on the roster.', ''],
    [0, line, ''],
    [1, '', `stet: Say who you are: give --as NAME or set STET_USER. On the roster of ${cli.library}: Ann, Kim.`],
    [3, '', 'stet: Kmi is not on the roster of this library. On the roster: Ann, Kim.'],
  ])
  // Nobody says who acts, and two could: Ben joins.
  expect((await as(undefined, 'roster', 'add', 'Ben')).code).toBe(0)
  expect((await as(undefined, 'roster', 'list')).out.split('\n')).toEqual(['Ann, editor', 'Kim, checker', 'Ben'])
})
