import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const LAUNCHER = resolve(import.meta.dirname, '..', '..', 'scripts', 'stet')
const BUILT = new Date('2026-10-30T09:00:00Z')

/** A checkout whose Node says how it was started. */
let checkout = ''
let node = ''
beforeEach(() => {
  checkout = realpathSync(mkdtempSync(join(tmpdir(), 'stet-launcher-')))
  for (const folder of ['scripts', 'path', join('out', 'main', 'snapshot')])
    mkdirSync(join(checkout, folder), { recursive: true })
  copyFileSync(LAUNCHER, join(checkout, 'scripts', 'stet'))
  node = program('node-of-the-build', 'quick')
  program(join('path', 'node'), 'plain')
  stamp(node, BUILT)
  recordNode(node)
})
afterEach(() => rmSync(checkout, { recursive: true, force: true }))

function program(name: string, says: string): string {
  const path = join(checkout, name)
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "${says}" "$@" "own=$NODE_EXTRA_CA_CERTS" "kept=$STET_EXTRA_CA_CERTS" "tunables=$GLIBC_TUNABLES"\n`,
  )
  chmodSync(path, 0o755)
  return path
}
const stamp = (path: string, at: Date): void => utimesSync(path, at, at)
function recordNode(path: string): void {
  const record = join(checkout, 'out', 'main', 'snapshot', 'node')
  writeFileSync(record, `${path}\n`)
  stamp(record, BUILT)
}

function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  launcher = join(checkout, 'scripts', 'stet'),
): readonly string[] {
  const { PATH = '' } = process.env
  return execFileSync(launcher, args, { encoding: 'utf8', env: { PATH: `${join(checkout, 'path')}:${PATH}`, ...env } })
    .trimEnd()
    .split('\n')
}
const plain = (...args: readonly string[]): readonly string[] => [
  'plain',
  join(checkout, 'scripts', 'stet.cjs'),
  ...args,
  'own=',
  'kept=',
  'tunables=',
]
const quick = (...args: readonly string[]): readonly string[] => {
  const built = `${join(checkout, 'scripts')}/../out/main`
  return [
    'quick',
    '--v8-pool-size=1',
    '--interrupt-budget=1056000',
    '--initial-old-space-size=64',
    '--always-sparkplug',
    '--no-rehash-snapshot',
    '--snapshot-blob',
    `${built}/snapshot/stet.blob`,
    `${built}/stet.cjs`,
    ...args,
    'own=',
    'kept=',
    'tunables=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=16777216',
  ]
}

describe.skipIf(process.platform === 'win32')('scripts/stet', () => {
  test('starts from the snapshot with the Node that made it, and hands arguments over as they are', () => {
    expect(start(['tag', 'ID', '--text', 'two  hours * $HOME'])).toEqual(
      quick('tag', 'ID', '--text', 'two  hours * $HOME'),
    )
  })

  test('is found through links', () => {
    symlinkSync(join('..', 'scripts', 'stet'), join(checkout, 'path', 'stet'))
    symlinkSync(join(checkout, 'path', 'stet'), join(checkout, 'stet-too'))
    const there = start(['list'], {}, join(checkout, 'stet-too'))
    expect([there[0], realpathSync(resolve(there[7]?.replace(/stet\.blob$/, '') ?? '')), there.slice(9)]).toEqual([
      'quick',
      join(checkout, 'out', 'main', 'snapshot'),
      ['list', 'own=', 'kept=', 'tunables=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=16777216'],
    ])
  })

  test('keeps certificates for servers from Node, which would read them all, and hands them on', () => {
    expect(start([], { NODE_EXTRA_CA_CERTS: '/etc/ca.pem' }).slice(-3, -1)).toEqual(['own=', 'kept=/etc/ca.pem'])
  })

  test('leaves what somebody has set for the system library', () => {
    expect(start([], { GLIBC_TUNABLES: 'glibc.malloc.check=3' }).at(-1)).toBe('tunables=glibc.malloc.check=3')
  })

  test.each([
    ['a newer Node in its place', () => stamp(node, new Date('2026-10-31T09:00:00Z'))],
    ['an older Node in its place', () => stamp(node, new Date('2026-10-29T09:00:00Z'))],
    ['no Node in its place', () => rmSync(node)],
    ['no snapshot', () => rmSync(join(checkout, 'out', 'main', 'snapshot'), { recursive: true })],
    ['no build', () => rmSync(join(checkout, 'out'), { recursive: true })],
  ])('with %s it starts plainly', (_what, change) => {
    change()
    expect(start(['list', '--json'])).toEqual(plain('list', '--json'))
  })

  test('options for Node start it plainly: a snapshot is good for the options that it was made with', () => {
    expect(start(['list'], { NODE_OPTIONS: '--no-warnings' })).toEqual(plain('list'))
  })
})
