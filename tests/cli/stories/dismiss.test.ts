/** `stet dismiss`: “nothing to check” of an issue that the window's Checks offer. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

interface Listed {
  readonly rule: string
  readonly key: string
  readonly message: string
  readonly severity: string
  readonly seen: string
}

test('names an issue by what was shown, and says and takes back that there is nothing to check', async () => {
  const { stet, stetWith, folder } = await commandLine()
  const checker = (...argv: readonly string[]) => stetWith({ STET_USER: 'Checker' }, ...argv)
  await stet('roster', 'add', 'Reporter', '--role', 'editor')
  await stet('roster', 'add', 'Checker', '--role', 'checker')
  await writeFile(join(folder, 'a.txt'), 'Leaders hold talks\n\nThe meeting lasted 100 minutes.')
  await stet('import', 'a.txt')
  const listed = async () => (await stet('dismiss', 'story-1', '--json')).json() as readonly Listed[]
  const [figure] = await listed()
  const { rule = '', key = '', message = '', seen = '' } = figure ?? {}
  expect({ rule, message, severity: figure?.severity, seen: seen.length }).toEqual({
    rule: 'untaggedFigure',
    message: '“100 minutes” is a figure without a tag.',
    severity: 'block',
    seen: 64,
  })
  expect((await stet('dismiss', 'story-1')).out).toBe(
    `blocks: ${message}\n    The meeting lasted 100 minutes.\n    ${seen}`,
  )

  const said = `Nothing to check: ${message} To take it back: --undo '${rule}:${key}'`
  const [other, done] = [
    await checker('dismiss', 'story-1', '0'.repeat(64)),
    await checker('dismiss', 'story-1', seen, '--reason', 'A round number.'),
  ]
  expect([other, done].map(({ code, out }) => [code, out])).toEqual([
    [3, ''],
    [0, said],
  ])
  expect(other.err).toContain('no issue of this story has that hash')
  expect(await listed()).toEqual([])
  expect((await stet('dismiss', 'story-1')).out).toBe('There is no issue that can be marked “nothing to check”.')

  const undo = ['dismiss', 'story-1', '--undo', `${rule}:${key}`] as const
  const [ofAnother, own] = [await stet(...undo), await checker(...undo)]
  expect([ofAnother.code, own.code, own.out]).toEqual([3, 0, 'You took it back. The issue is open again.'])
  expect(await listed()).toEqual([figure])

  await stet('edit', 'story-1', '--replace', 'lasted', '--with', 'took')
  expect((await checker('dismiss', 'story-1', seen)).code).toBe(3)
  expect((await listed()).map((one) => one.message)).toEqual([message])
})

test.each([
  [['--reason', 'r'], '--reason needs the HASH of an issue.'],
  [['0'.repeat(64), '--undo', 'openTk:TK'], '--undo takes back what was said'],
  [['--undo', 'openTk'], '--undo needs RULE:KEY'],
])('dismiss ID %j is wrong usage', async (more, said) => {
  const { stet } = await commandLine()
  await stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  const { code, out, err } = await stet('dismiss', 'story-1', ...more)
  expect([code, out, err]).toEqual([1, '', expect.stringContaining(said)])
})
