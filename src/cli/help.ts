import { cliText } from '../catalogue/rooms/cli'
import { COMMANDS } from './commands'
import type { CliCommand } from './run/command'

export function overview(): string {
  return [cliText('help.usage'), '', ...lines(COMMANDS), '', cliText('help.more'), cliText('help.exitCodes')].join('\n')
}

export const helpOf = ({ name, usage: how, about }: CliCommand): string =>
  [cliText('help.usageOf', { name, how }), '', about].join('\n')

/** The commands that begin with this word. */
export const helpOfFamily = (first: string): string =>
  [
    cliText('help.usageOf', { name: first, how: '…' }),
    '',
    ...lines(COMMANDS.filter(({ name }) => name.startsWith(`${first} `))),
    '',
    cliText('help.family', { first }),
  ].join('\n')

function lines(commands: readonly CliCommand[]): readonly string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about.split('. ')[0]?.replace(/\.$/, '') ?? ''}`)
}
