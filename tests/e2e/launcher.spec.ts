/** The built command line, started as a person starts it. */
import { execFile, type ExecFileException } from 'node:child_process'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, ROOT, test } from './fixtures'

test.skip(process.platform === 'win32', 'scripts/stet is a shell script')

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const STET = join(ROOT, 'scripts', 'stet')
const STORY = '# Talks end after two hours\n\nThe talks ended after **two** hours on Friday.\n'

const run = (program: string, args: readonly string[], cwd: string): Promise<Ran> =>
  new Promise((done) => {
    const env = {
      ...process.env,
      STET_USER: 'Reporter',
      STET_LIBRARY: join(cwd, 'library'),
      STET_IDS: 'sequential',
      STET_NOW: '2026-10-30T09:00:00Z',
    }
    execFile(program, args, { cwd, env }, (error: ExecFileException | null, stdout, stderr) => {
      done({ code: error ? (typeof error.code === 'number' ? error.code : 99) : 0, stdout, stderr })
    })
  })

test('a build that was moved works from its new place', async ({ newsroom }) => {
  const moved = join(newsroom.scratch, 'moved')
  await cp(join(ROOT, 'scripts'), join(moved, 'scripts'), { recursive: true })
  await cp(join(ROOT, 'out', 'main'), join(moved, 'out', 'main'), { recursive: true, preserveTimestamps: true })
  await writeFile(join(newsroom.scratch, 'story.md'), STORY)
  expect(await run(join(moved, 'scripts', 'stet'), ['import', 'story.md'], newsroom.scratch)).toEqual({
    code: 0,
    stdout: 'story-1  Talks end after two hours\n',
    stderr: '',
  })
})

test('a failure has its exit code without a usable stderr, and an answer cut short is an error', async ({
  newsroom,
}) => {
  const desk = join(newsroom.scratch, 'desk')
  await mkdir(desk)
  await writeFile(join(desk, 'story.md'), STORY)
  await run(STET, ['import', 'story.md'], desk)
  const shell = (script: string): Promise<Ran> => run('/bin/sh', ['-c', script, '--', STET], desk)
  expect((await shell('"$@" import nothing.md 2>/dev/full')).code).toBe(2)
  expect((await shell('"$@" export story-1 --format html --out never 2>/dev/full')).code).toBe(3)
  expect((await shell('{ "$@" import nothing.md; echo $? >code; } 2>&1 | true; cat code')).stdout).toBe('2\n')
  expect(await shell('"$@" list >/dev/full')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'stet: The answer could not be written completely: the disk is full. What the command did is saved. Free some space, and ask again.\n',
  })
  expect((await shell('"$@" history story-1 | true')).stderr).toBe('')
})

test('a working folder that was deleted is an error that says so', async ({ newsroom }) => {
  const { code, stderr } = await run(
    '/bin/sh',
    ['-c', 'mkdir gone && cd gone && rmdir ../gone && "$@" list', '--', STET],
    newsroom.scratch,
  )
  expect([code, stderr.split('\n').filter((line) => line.startsWith('stet:'))]).toEqual([
    2,
    [
      'stet: The folder in which you started this no longer exists. Nothing was changed. Change to another folder and run the command again.',
    ],
  ])
  expect(stderr).not.toContain(' at ')
})
