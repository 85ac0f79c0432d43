/** Runs the command line in this process over a throw-away library. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Surroundings } from '../../../src/cli/run/command'
import { runCli } from '../../../src/cli/runCli'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The value that --json printed. */
  readonly json: () => unknown
}

type At = Pick<Surroundings, 'progress' | 'stoppable' | 'askHidden' | 'confirm'>

export interface CommandLine {
  /** Throw-away folder; the library is in `library` below it. */
  readonly folder: string
  readonly library: string
  /** XDG_CACHE_HOME. */
  readonly cache: string
  readonly stet: (...argv: readonly string[]) => Promise<Ran>
  /** The same with other environment variables. */
  readonly stetWith: (env: Readonly<Record<string, string | undefined>>, ...argv: readonly string[]) => Promise<Ran>
  /** The same with a person at the terminal, who sees the progress and can stop it. */
  readonly stetWatched: (by: At, ...argv: readonly string[]) => Promise<Ran>
}

/** `now`: '' is the clock of this computer, which a library with PINs needs. */
export async function commandLine(now = '2026-10-30T09:00:00Z'): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-cli-'))
  const cache = await mkdtemp(join(tmpdir(), 'stet-cli-cache-'))
  onTestFinished(async () => {
    for (const one of [folder, cache]) await rm(one, { recursive: true, force: true })
  })
  const library = join(folder, 'library')
  const usual = {
    STET_LIBRARY: library,
    XDG_CACHE_HOME: cache,
    XDG_STATE_HOME: join(cache, 'state'),
    STET_USER: 'Reporter',
    STET_NOW: now,
    STET_IDS: 'sequential',
  }
  const run = async (
    env: Readonly<Record<string, string | undefined>>,
    by: At,
    argv: readonly string[],
  ): Promise<Ran> => {
    const out: string[] = []
    const err: string[] = []
    const seen = await seenNow(argv, (...show) => run(env, {}, show))
    const code = await runCli(
      [...argv, ...seen],
      { ...usual, ...env },
      { out: (text) => void out.push(text), err: (text) => void err.push(text), cwd: folder, ...by },
    )
    return { code, out: out.join('\n'), err: err.join('\n'), json: () => JSON.parse(out.join('\n')) as unknown }
  }
  return {
    folder,
    library,
    cache,
    stet: (...argv) => run({}, {}, argv),
    stetWith: (env, ...argv) => run(env, {}, argv),
    stetWatched: (by, ...argv) => run({}, by, argv),
  }
}

/**
 * A verdict that names no view signs the current one. Tests of verdicts without a view call runCli themselves.
 */
async function seenNow(
  argv: readonly string[],
  stet: (...argv: readonly string[]) => Promise<Ran>,
): Promise<readonly string[]> {
  const [command, story = '', fact] = argv
  if (command !== 'fact' || !argv.includes('--status') || argv.includes('--seen')) return []
  const shown = await stet('show', story, '--json')
  if (shown.code !== 0) return ['--seen', '0'.repeat(64)]
  const { facts } = shown.json() as { readonly facts: readonly { readonly id: string; readonly seen?: string }[] }
  const seen = facts.find(({ id }) => id === fact)?.seen
  return ['--seen', seen !== undefined && seen !== '' ? seen : '0'.repeat(64)]
}
