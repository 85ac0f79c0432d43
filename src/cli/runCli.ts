import { languageOfEnvironment, speak } from '../catalogue/language'
import { cliText } from '../catalogue/rooms/cli'
import { NewsroomError } from '../story/requests/requests'
import { StorageError } from '../storage/disk/storageError'
import { MissingOption, readArguments, usage, type Arguments } from './run/arguments'
import type { CliCommand, Terminal } from './run/command'
import { didYouMean } from './run/didYouMean'
import type { Environment } from './run/openDesk'
import { jsonText, visible } from './run/visible'
import { programVersion, versionInWords } from './run/version'
import { COMMANDS } from './commands'
import { helpOf, helpOfFamily, overview } from './help'
import { atDesk } from './atDesk'
import { messageOf } from '../story/text/messageOf'

const EXIT = { done: 0, usage: 1, failed: 2, refused: 3 } as const

const HELP: readonly string[] = ['--help', '-h']

/** Understood by every command. */
const COMMON = { json: 'flag', help: 'flag', as: 'text' } as const

/**
 * Runs one command line. Resolves with the exit code: 0 done, 1 wrong usage, 2 failed, 3 refused by a rule. Never
 * rejects.
 */
export async function runCli(argv: readonly string[], env: Environment, place: Terminal): Promise<number> {
  const { out, err, progress } = place
  const terminal: Terminal = {
    ...place,
    out: (text) => out(visible(text)),
    err: (text) => err(visible(text)),
    ...(progress ? { progress: (line) => progress(visible(line)) } : {}),
  }
  try {
    await speak(languageOfEnvironment(env))
    return await run(argv, env, terminal)
  } catch (error) {
    return tell(error, terminal)
  }
}

async function run(argv: readonly string[], env: Environment, terminal: Terminal): Promise<number> {
  const [first] = argv
  if (first === undefined) {
    terminal.err(overview())
    return EXIT.usage
  }
  if (first === 'help' && argv[1] !== 'help' && argv[1]?.startsWith('-') === false) {
    terminal.out(helpAbout(argv.slice(1)))
    return EXIT.done
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    terminal.out(overview())
    return EXIT.done
  }
  if (first === '--version' || first === '-v') {
    terminal.out(argv.includes('--json') ? jsonText(programVersion) : versionInWords(programVersion))
    return EXIT.done
  }
  if (isFamily(first) && argv.length === 2 && HELP.includes(argv[1] ?? '')) {
    terminal.out(helpOfFamily(first))
    return EXIT.done
  }
  const command = commandOf(argv)
  const words = argv.slice(command.name.split(' ').length)
  // Only when it is alone: in “--with -h” it is a value.
  const args = readArguments(words.length === 1 && words[0] === '-h' ? ['--help'] : words, {
    ...COMMON,
    ...command.options,
  })
  if (args.flag('help')) {
    terminal.out(helpOf(command))
    return EXIT.done
  }
  const [least, most] = command.takes
  if (args.positionals.length < least)
    throw usage(cliText('runCli.argumentMissing', { name: command.name, usage: command.usage }))
  if (args.positionals.length > most)
    throw usage(
      cliText('runCli.oneTooMany', {
        argument: args.positionals[most] ?? '',
        name: command.name,
        usage: command.usage,
      }),
    )
  const perform = prepared(command, args, { ...terminal, env })
  const result = await atDesk(command, args, env, terminal, perform)
  if (args.flag('json')) terminal.out(jsonText(result.json))
  else if (result.text !== '') terminal.out(result.text)
  for (const text of result.notes ?? []) terminal.err(cliText('atDesk.remark', { text }))
  for (const problem of result.problems ?? []) terminal.err(cliText('runCli.problem', { problem }))
  for (const problem of [result.misused, result.refused])
    if (problem !== undefined) terminal.err(cliText('runCli.problem', { problem }))
  if (result.problems?.length) return EXIT.failed
  if (result.refused !== undefined) return EXIT.refused
  return result.misused === undefined ? EXIT.done : EXIT.usage
}

/** The help of the command that these words begin with, or of their family. Nothing after the name is read. */
function helpAbout(words: readonly string[]): string {
  const [first = '', second] = words
  return isFamily(first) && second === undefined ? helpOfFamily(first) : helpOf(commandOf(words))
}

/** Whether commands of two words begin with this one, and none consists of it alone. */
const isFamily = (first: string): boolean => familyOf(first).length > 0 && !COMMANDS.some(({ name }) => name === first)

const familyOf = (first: string): readonly string[] =>
  COMMANDS.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name] : []))

/** The command that a command line begins with. Throws a usage error if there is none. */
function commandOf([first = '', second = '']: readonly string[]): CliCommand {
  const command = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`)
  if (command) return command
  const family = familyOf(first)
  if (family.length > 0)
    throw usage(
      cliText('runCli.commandOfFamily', {
        command: first,
        hint: didYouMean(
          second,
          family.map((name) => name.slice(first.length + 1)),
          `stet ${first} `,
        ),
        commands: family.join(', '),
      }),
    )
  if (first.startsWith('-')) throw usage(cliText('runCli.optionFirst', { option: first }))
  throw usage(
    cliText('runCli.unknownCommand', {
      command: first,
      hint: didYouMean(
        first,
        COMMANDS.flatMap(({ name }) => name.split(' ')[0] ?? []).filter((name, at, all) => all.indexOf(name) === at),
      ),
    }),
  )
}

/** The error of a missing option says what the command takes, as that of a missing argument does. */
function prepared(command: CliCommand, args: Arguments, terminal: Terminal): ReturnType<CliCommand['prepare']> {
  try {
    return command.prepare(args, terminal)
  } catch (error) {
    if (!(error instanceof MissingOption)) throw error
    throw usage(cliText('runCli.optionMissing', { message: error.message, name: command.name, usage: command.usage }))
  }
}

function tell(error: unknown, { err }: Terminal): number {
  const message = messageOf(error)
  err(cliText('runCli.error', { message }))
  if (!(error instanceof NewsroomError)) {
    if (!(error instanceof StorageError)) err(cliText('runCli.ownFault'))
    return EXIT.failed
  }
  const [, ...more] = error.verdict?.blocks ?? []
  for (const finding of more) err(cliText('runCli.also', { message: finding.message }))
  return EXIT[error.reason]
}
