import { COMMANDS } from './commands'
import type { CliCommand } from './run/command'

export function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  return [
    'stet COMMAND … [--json] [--as NAME]',
    '',
    ...COMMANDS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about.split('. ')[0]?.replace(/\.$/, '') ?? ''}`),
    '',
    '“stet COMMAND --help” says more, “stet --version” (-v) what runs here. STET_LIBRARY: the library’s folder. STET_USER: who acts. STET_PIN: their PIN, if they have one.',
    'Exit codes: 0 done, 1 wrong usage, 2 failed, 3 refused by a rule.',
  ].join('\n')
}

export const helpOf = ({ name, usage: how, about }: CliCommand): string =>
  [`stet ${name} ${how} [--json] [--as NAME]`, '', about].join('\n')
