import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const LAUNCHER = resolve(import.meta.dirname, '..', '..', 'scripts', 'stet')

/** A checkout, and a `node` on the path that prints how it was started. */
let checkout = ''
beforeEach(() => {
  checkout = realpathSync(mkdtempSync(join(tmpdir(), 'stet-launcher-')))
  for (const folder of ['scripts', 'path']) mkdirSync(join(checkout, folder))
  copyFileSync(LAUNCHER, join(checkout, 'scripts', 'stet'))
  const node = join(checkout, 'path', 'node')
  writeFileSync(node, `#!/bin/sh\nprintf '%s\\n' "$@"\n`)
  chmodSync(node, 0o755)
})
afterEach(() => rmSync(checkout, { recursive: true, force: true }))

/** The arguments that the launcher gives Node: the program first. */
function start(launcher: string, ...args: readonly string[]): readonly string[] {
  const env = { PATH: `${join(checkout, 'path')}:${process.env.PATH ?? ''}` }
  const [program = '', ...rest] = execFileSync(launcher, args, { encoding: 'utf8', env }).trimEnd().split('\n')
  return [join(realpathSync(dirname(program)), 'stet.cjs'), ...rest]
}

describe.skipIf(process.platform === 'win32')('scripts/stet', () => {
  test('runs scripts/stet.cjs and passes the arguments on unchanged', () => {
    expect(start(join(checkout, 'scripts', 'stet'), 'tag', 'ID', '--text', 'two  hours * $HOME')).toEqual([
      join(checkout, 'scripts', 'stet.cjs'),
      'tag',
      'ID',
      '--text',
      'two  hours * $HOME',
    ])
  })

  test('resolves the links that lead to it', () => {
    symlinkSync(join('..', 'scripts', 'stet'), join(checkout, 'path', 'stet'))
    symlinkSync(join(checkout, 'path', 'stet'), join(checkout, 'stet-too'))
    expect(start(join(checkout, 'stet-too'), 'list')).toEqual([join(checkout, 'scripts', 'stet.cjs'), 'list'])
  })
})
