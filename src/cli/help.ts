import { cliText } from '../catalogue/rooms/cli'
import { COMMANDS } from './commands'
import type { CliCommand } from './run/command'

export function overview(): string {
  return [cliText('help.usage'), '', ...lines(COMMANDS), '', cliText('help.more'), cliText('help.exitCodes')].join('\n')
}

export const helpOf = ({ name, usage: how, about }: CliCommand): string => [usageOf(name, how), '', about].join('\n')

/** The commands that begin with this word. */
export const helpOfFamily = (first: string): string =>
  [
    usageOf(first, '…'),
    '',
    ...lines(COMMANDS.filter(({ name }) => name.startsWith(`${first} `))),
    '',
    cliText('help.family', { first }),
  ].join('\n')

/** Some commands have no arguments. */
const usageOf = (name: string, how: string): string =>
  cliText('help.usageOf', { command: how === '' ? name : `${name} ${how}` })

function lines(commands: readonly CliCommand[]): readonly string[] {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about.split('. ')[0]?.replace(/\.$/, '') ?? ''}`)
}
