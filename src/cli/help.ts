import { cliText } from '../catalogue/rooms/cli'
import { COMMANDS } from './commands'
import type { CliCommand } from './run/command'

export function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  return [
    cliText('help.usage'),
    '',
    ...COMMANDS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about.split('. ')[0]?.replace(/\.$/, '') ?? ''}`),
    '',
    cliText('help.more'),
    cliText('help.exitCodes'),
  ].join('\n')
}

export const helpOf = ({ name, usage: how, about }: CliCommand): string =>
  [cliText('help.usageOf', { name, how }), '', about].join('\n')
