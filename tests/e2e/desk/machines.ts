/** `stet` on several machines: each with a library of its own, used by one person, who is its editor. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Newsroom } from '../fixtures'

export interface Machine {
  readonly person: string
  readonly library: string
  /** Runs a command that succeeds. Returns what it prints. */
  readonly run: (...args: readonly string[]) => Promise<string>
  readonly json: <T = Record<string, string>>(...args: readonly string[]) => Promise<T>
}

export async function machineOf(newsroom: Newsroom, person: string): Promise<Machine> {
  const library = join(newsroom.scratch, `library of ${person}`)
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await newsroom.stet(args, person, { STET_LIBRARY: library })
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    return stdout
  }
  await run('roster', 'add', person, '--role', 'editor')
  const json: Machine['json'] = async (...args) => JSON.parse(await run(...args, '--json')) as never
  return { person, library, run, json }
}

/** The editor here trusts the key of the person there. */
export async function trust(newsroom: Newsroom, here: Machine, there: Machine, role = 'editor'): Promise<void> {
  const { card = '', code = '' } = await there.json('roster', 'key')
  const path = join(newsroom.scratch, `card of ${there.person}.txt`)
  await writeFile(path, card)
  await here.run('roster', 'trust', path, '--code', code, '--role', role)
}

/** Imports a story from its paragraphs, the headline first. Returns its id. */
export async function storyOf(newsroom: Newsroom, { json }: Machine, paragraphs: readonly string[]): Promise<string> {
  const path = join(newsroom.scratch, 'story.md')
  await writeFile(path, `# ${paragraphs.join('\n\n')}\n`)
  const { stories } = await json<{ readonly stories: readonly { readonly id: string }[] }>('import', path)
  return stories[0]?.id ?? ''
}

/** Tags a figure. Returns the id of the fact. */
export const figure = async ({ json }: Machine, story: string, text: string): Promise<string> =>
  (await json<{ readonly id: string }>('tag', story, '--text', text, '--type', 'figure')).id

/** Writes a bundle of a story. Returns its path. */
export async function bundle(
  newsroom: Newsroom,
  { run }: Machine,
  story: string,
  name: string,
  ...more: readonly string[]
): Promise<string> {
  const path = join(newsroom.scratch, `${name}.stet`)
  await run('export', story, '--format', 'bundle', ...more, '--out', path)
  return path
}
