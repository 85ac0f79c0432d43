import { systemReader, type FileReader } from '../newsroom/reading/fileReader'
import { isPin, PIN_RULE } from '../story/desk/pin'
import { NewsroomError } from '../story/requests/requests'
import { StorageError } from '../storage/disk/storyStore'
import { readArguments, usage, type Arguments } from './run/arguments'
import type { Actor, Ask, CliCommand, CliResult, Surroundings } from './run/command'
import {
  rosterAddCommand,
  rosterListCommand,
  rosterPinCommand,
  sourceAddCommand,
  sourceDestroyCommand,
  sourceEditCommand,
  sourceFactsCommand,
  sourceListCommand,
  sourceMergeCommand,
} from './library/deskCommands'
import { backupCommand, restoreBackupCommand } from './library/backupCommands'
import { didYouMean } from './run/didYouMean'
import { commentCommand } from './stories/commentCommand'
import { correctionCommand } from './facts/correctionCommand'
import { doctorCommand, tidyCommand } from './library/doctorCommand'
import { exportCommand } from './exports/exportCommand'
import { factCommand, tagCommand, untagCommand } from './facts/factCommands'
import { answerCommand, deriveCommand, queriesCommand, queueCommand, translateCommand } from './facts/queryCommands'
import { quoteCommand } from './facts/quoteCommand'
import { importCommand } from './stories/importCommand'
import { libraryFolder, openDesk, type Environment, type OpenDesk } from './run/openDesk'
import { pictureCommand } from './stories/pictureCommand'
import {
  addProfileCommand,
  profilesCommand,
  removeProfileCommand,
  renameProfileCommand,
} from './exports/profileCommands'
import { alertCommand, historyCommand, responseCommand } from './facts/proofCommands'
import { acceptCommand, rejectCommand, suggestCommand, suggestionsCommand } from './stories/suggestionCommands'
import {
  editCommand,
  gateCommand,
  listCommand,
  moveCommand,
  searchCommand,
  setCommand,
  showCommand,
} from './stories/storyCommands'
import { recoverCommand } from './stories/recoverCommand'
import { withStoriesNamed } from './stories/storyNamed'
import { trayCommand } from './stories/trayCommand'
import { programVersion, versionInWords } from './run/version'
import { compareCommand, restoreCommand, snapshotCommand, snapshotsCommand } from './stories/snapshotCommands'

export interface Terminal extends Surroundings {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

export const EXIT = { done: 0, usage: 1, failed: 2, refused: 3 } as const

const COMMANDS: readonly CliCommand[] = [
  importCommand,
  listCommand,
  showCommand,
  setCommand,
  tagCommand,
  untagCommand,
  factCommand,
  editCommand,
  moveCommand,
  gateCommand,
  exportCommand,
  snapshotsCommand,
  snapshotCommand,
  compareCommand,
  restoreCommand,
  trayCommand,
  recoverCommand,
  suggestCommand,
  suggestionsCommand,
  acceptCommand,
  rejectCommand,
  searchCommand,
  pictureCommand,
  commentCommand,
  quoteCommand,
  queriesCommand,
  answerCommand,
  queueCommand,
  translateCommand,
  deriveCommand,
  sourceAddCommand,
  sourceListCommand,
  sourceEditCommand,
  sourceMergeCommand,
  sourceDestroyCommand,
  sourceFactsCommand,
  rosterAddCommand,
  rosterListCommand,
  rosterPinCommand,
  alertCommand,
  responseCommand,
  correctionCommand,
  historyCommand,
  doctorCommand,
  tidyCommand,
  // The longer name first: both begin alike.
  restoreBackupCommand,
  backupCommand,
  addProfileCommand,
  renameProfileCommand,
  removeProfileCommand,
  profilesCommand,
]
/** Commands that the seams name and that come with later versions. */
const LATER: readonly string[] = ['merge']
/** Understood by every command. */
const COMMON = { json: 'flag', help: 'flag', as: 'text' } as const

/** Runs one command line. Resolves with the exit code: 0 done, 1 wrong usage, 2 failed, 3 refused by a rule. Never rejects. */
export async function runCli(argv: readonly string[], env: Environment, terminal: Terminal): Promise<number> {
  try {
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
  if (first === '--help' || first === '-h' || first === 'help') {
    terminal.out(overview())
    return EXIT.done
  }
  if (first === '--version' || first === '-v') {
    terminal.out(
      argv.includes('--json') ? JSON.stringify(programVersion, undefined, 2) : versionInWords(programVersion),
    )
    return EXIT.done
  }
  if (LATER.includes(first)) throw usage(`“stet ${first}” is not in this version.`)
  const command = COMMANDS.find(({ name }) => name === first || name === argv.slice(0, 2).join(' '))
  if (!command)
    throw usage(
      `There is no command “${first}”.${didYouMean(
        first,
        COMMANDS.flatMap(({ name }) => name.split(' ')[0] ?? []).filter((name, at, all) => all.indexOf(name) === at),
      )} “stet --help” lists them.`,
    )
  const words = argv.slice(command.name.split(' ').length)
  // Alone: “--with -h” is a value.
  const args = readArguments(words.length === 1 && words[0] === '-h' ? ['--help'] : words, {
    ...COMMON,
    ...command.options,
  })
  if (args.flag('help')) {
    terminal.out(helpOf(command))
    return EXIT.done
  }
  const [least, most] = command.takes
  if (args.positionals.length < least) throw usage(`Something is missing. stet ${command.name} ${command.usage}`)
  if (args.positionals.length > most)
    throw usage(`“${args.positionals[most] ?? ''}” is one too many. stet ${command.name} ${command.usage}`)
  const perform = prepared(command, args, terminal)
  const result = await atDesk(command, args, env, terminal, perform)
  if (args.flag('json')) terminal.out(JSON.stringify(result.json, undefined, 2))
  else if (result.text !== '') terminal.out(result.text)
  for (const trouble of result.problems ?? []) terminal.err(`stet: ${trouble}`)
  return result.problems?.length ? EXIT.failed : EXIT.done
}

/** A command that misses an option says all that it takes, as one that misses an argument does. */
function prepared(command: CliCommand, args: Arguments, terminal: Terminal): ReturnType<CliCommand['prepare']> {
  try {
    return command.prepare(args, terminal)
  } catch (error) {
    if (!(error instanceof NewsroomError) || !/^--[\w-]+ is needed\.$/.test(error.message)) throw error
    throw usage(`${error.message} stet ${command.name} ${command.usage}`)
  }
}

async function atDesk(
  command: CliCommand,
  args: Arguments,
  env: Environment,
  terminal: Terminal,
  perform: (ask: Ask, actor: Actor) => Promise<CliResult>,
): Promise<CliResult> {
  if (!command.readsFiles) return workAtDesk(command, args, env, terminal, perform)
  const files = systemReader()
  files.begin()
  try {
    return await workAtDesk(command, args, env, terminal, perform, files)
  } finally {
    // Where another process did the work, or nobody did, it is still there.
    files.close()
  }
}

async function workAtDesk(
  command: CliCommand,
  args: Arguments,
  env: Environment,
  terminal: Terminal,
  perform: (ask: Ask, actor: Actor) => Promise<CliResult>,
  files?: FileReader,
): Promise<CliResult> {
  if (command.needs === 'nothing')
    return perform(() => Promise.reject(new Error(`stet ${command.name} asks the library for nothing.`)), { by: '' })
  const named = args.text('as') ?? nonEmpty(env.STET_USER)
  // Nobody to put on its roster: then no library is made either.
  const asked = command.onlyShows?.(args) ? 'read' : command.needs
  const needs = asked === 'create' && named === undefined && command !== rosterAddCommand ? 'write' : asked
  const open = (): Promise<OpenDesk> => openDesk(env, needs, nonEmpty(env.STET_USER) ?? args.text('as'), files)
  const acts = asked === 'write' || asked === 'create'
  const newPin = command.asksNewPin?.(args) ? await newPinOf(env, terminal) : undefined
  let desk = await open()
  let result: CliResult
  try {
    const by = acts ? await actorOf(desk, named, command, args, env) : (named ?? '')
    let pin = nonEmpty(env.STET_PIN)
    if (acts && pin === undefined && (await desk.roster()).find(({ name }) => name === by)?.pin) {
      // Nobody else waits for the library while somebody looks for the keys.
      await desk.close()
      pin = await terminal.askHidden?.(`PIN of ${by}: `)
      if (pin === undefined)
        throw new NewsroomError(
          'refused',
          `${by} has a PIN, and none was given. Nothing was changed. Put it into STET_PIN, or run this in a terminal, where it is asked for.`,
        )
      desk = await open()
    }
    result = await perform(
      withStoriesNamed((action, request) => desk.act(by, action, request, pin)),
      { by, ...(pin === undefined ? {} : { pin }), ...(newPin === undefined ? {} : { newPin }) },
    )
  } catch (error) {
    // What went wrong first is what people need to read.
    await desk.close().catch(() => undefined)
    throw error
  }
  await desk.close()
  return result
}

/** From STET_NEW_PIN, else asked for twice. What is no PIN is said before the library is opened. */
async function newPinOf(env: Environment, { askHidden }: Terminal): Promise<string> {
  const given = nonEmpty(env.STET_NEW_PIN)
  const pin = given ?? (await askHidden?.('New PIN: '))
  if (pin === undefined)
    throw usage('Give the new PIN in STET_NEW_PIN, or run this in a terminal, where it is asked for.')
  if (!isPin(pin)) throw usage(`${PIN_RULE} Nothing was changed.`)
  if (given === undefined && (await askHidden?.('The same again: ')) !== pin)
    throw usage('The two are not the same. Nothing was changed.')
  return pin
}

/** Who acts: --as, STET_USER, or the only person on the roster. STET_USER comes onto an empty roster by acting. */
async function actorOf(
  desk: OpenDesk,
  named: string | undefined,
  command: CliCommand,
  args: Arguments,
  env: Environment,
): Promise<string> {
  const roster = await desk.roster()
  if (command === rosterAddCommand) return named ?? args.positionals[0] ?? ''
  if (named !== undefined) {
    const joining = nonEmpty(env.STET_USER)
    if (roster.length === 0 && joining !== undefined) await desk.act(joining, 'roster.add', { name: joining })
    return named
  }
  const [only, ...others] = roster
  if (only && others.length === 0) return only.name
  throw usage(
    `Who acts? Give --as NAME or set STET_USER. On the roster of ${libraryFolder(env)}: ${roster.map(({ name }) => name).join(', ') || 'nobody'}.`,
  )
}

const nonEmpty = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim()

function tell(error: unknown, { err }: Terminal): number {
  const message = error instanceof Error ? error.message : String(error)
  err(`stet: ${message}`)
  if (!(error instanceof NewsroomError)) {
    if (!(error instanceof StorageError)) err('stet: This is a fault in Stet itself. What was on disk is untouched.')
    return EXIT.failed
  }
  const [, ...more] = error.verdict?.blocks ?? []
  for (const finding of more) err(`stet: also: ${finding.message}`)
  return EXIT[error.reason]
}

function overview(): string {
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

const helpOf = ({ name, usage: how, about }: CliCommand): string =>
  [`stet ${name} ${how} [--json] [--as NAME]`, '', about].join('\n')
