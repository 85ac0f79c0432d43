export interface Shown {
  readonly code: number
  readonly stdout: string
}

/** A hash that no view has. */
export const NO_VIEW = '0'.repeat(64)

/**
 * `--seen` for a verdict or an override that names nothing seen: what `stet show` and `stet gate` print now. Empty for
 * everything else.
 */
export async function seenNow(
  args: readonly string[],
  stet: (args: readonly string[]) => Promise<Shown>,
): Promise<readonly string[]> {
  const [command, story = '', fact] = args
  if (args.includes('--override') && !args.includes('--seen')) {
    const door = command === 'move' && fact === 'cleared' ? 'clear' : 'publish'
    const { code, stdout } = await stet(['gate', story, '--door', door, '--json'])
    return ['--seen', code === 0 ? (JSON.parse(stdout) as { readonly seen: string }).seen : NO_VIEW]
  }
  if (command === 'set' && args.includes('needsLegal') && args.includes('complete')) {
    const { code, stdout } = await stet(['show', story, '--json'])
    return ['--seen', code === 0 ? (JSON.parse(stdout) as { readonly legalText: string }).legalText : NO_VIEW]
  }
  if (command !== 'fact' || !args.includes('--status') || args.includes('--seen')) return []
  const { code, stdout } = await stet(['show', story, '--json'])
  if (code !== 0) return ['--seen', NO_VIEW]
  const { facts } = JSON.parse(stdout) as { readonly facts: readonly { readonly id: string; readonly seen?: string }[] }
  return ['--seen', facts.find(({ id }) => id === fact)?.seen || NO_VIEW]
}
