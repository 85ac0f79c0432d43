import { cliText } from '../catalogue/rooms/cli'
import { type FileReader, systemReader } from '../newsroom/reading/fileReader'
import { rosterAddCommand } from './library/rosterCommands'
import { NewsroomError } from '../story/requests/requests'
import { nodeFiles } from '../storage/disk/fileLayer'
import { StorageError } from '../storage/disk/storageError'
import { libraryState } from '../storage/doctor/libraryState'
import { usage, type Arguments } from './run/arguments'
import type { Actor, Ask, CliCommand, CliResult, Terminal } from './run/command'
import { libraryFolder, openDesk, type Environment, type OpenDesk } from './run/openDesk'
import { withStoriesNamed } from './stories/storyNamed'
import { peopleHere, type Person } from '../story/desk/roster'
import { isPin, pinRule } from '../story/desk/pin'
import { defined } from '../story/text/defined'

export async function atDesk(
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
    // When another process or nobody did the work, the library has not closed it.
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
    return perform(() => Promise.reject(new Error(cliText('atDesk.asksForNothing', { name: command.name }))), {
      by: '',
    })
  if (args.text('as')?.trim() === '') throw usage(cliText('atDesk.asNeedsName'))
  const named = args.text('as') ?? nonEmpty(env.STET_USER)
  // A new library needs a person on its roster.
  const asked = command.onlyShows?.(args) ? 'read' : command.needs
  const needs = asked === 'create' && named === undefined && command !== rosterAddCommand ? 'write' : asked
  // A dry run of a command that writes cannot write either, whatever it asks for.
  const open = (): Promise<OpenDesk> =>
    openDesk(env, args.flag('dry-run') ? 'read' : needs, nonEmpty(env.STET_USER) ?? args.text('as'), {
      ...defined({ files, progress: terminal.progress }),
      remark: (text) => terminal.err(cliText('atDesk.remark', { text })),
    }).catch(async (error: unknown) => {
      throw asked === 'create' && needs === 'write' ? await whyNotMade(error, libraryFolder(env)) : error
    })
  const acts = asked === 'write' || asked === 'create'
  const newPin = command.asksNewPin?.(args) ? await newPinOf(env, terminal) : undefined
  const words = command.asksWords ? await wordsOf(env, terminal) : undefined
  let desk = await open()
  let result: CliResult
  try {
    const by = acts
      ? await actorOf(desk, named, command, args, env)
      : command.asker
        ? await askerOf(desk, named, command.asker, env)
        : (named ?? '')
    let pin = nonEmpty(env.STET_PIN)
    const takesPin = acts && (newPin !== undefined || pin !== undefined)
    if (acts && pin === undefined && !command.asksWords && (await desk.roster()).find(({ name }) => name === by)?.pin) {
      await warnOfEnding(desk, by, terminal)
      // Frees the library while the person types the PIN.
      await desk.close()
      pin = await terminal.askHidden?.(cliText('atDesk.pinOf', { by }))
      if (pin === undefined) throw new NewsroomError('refused', cliText('atDesk.pinMissing', { by }))
      desk = await open()
    } else if (takesPin) await warnOfEnding(desk, by, terminal)
    result = await perform(
      withStoriesNamed((action, request) => desk.act(by, action, request, pin)),
      { by, ...defined({ pin, newPin, words }) },
    )
  } catch (error) {
    // The first error is the one to print.
    await desk.close().catch(() => undefined)
    throw error
  }
  await desk.close()
  return result
}

/**
 * Where there is no library, the error also says what is missing to make one: a person. The library may be on a drive
 * that is not plugged in, so the advice for that comes first.
 */
async function whyNotMade(error: unknown, folder: string): Promise<unknown> {
  if (!(error instanceof StorageError) || error.code !== 'ENOENT' || error.path !== folder) return error
  const state = await libraryState(nodeFiles, folder).catch(() => undefined)
  if (state !== 'empty') return error
  const { path, what, safe, next, code } = error
  return new StorageError(path, what, safe, `${next} ${cliText('atDesk.newNeedsPerson')}`, code)
}

/** Says whose PINs end with the one that is given or set now. */
async function warnOfEnding(desk: OpenDesk, person: string, terminal: Terminal): Promise<void> {
  const { people } = await desk.act('', 'pin.ends', { person })
  if (people.length > 0)
    terminal.err(cliText('atDesk.remark', { text: cliText('atDesk.pinsEnd', { people: people.join(', ') }) }))
}

/** The new PIN from STET_NEW_PIN, or asked for twice. Throws before the library is opened when it is not a PIN. */
async function newPinOf(env: Environment, { askHidden }: Terminal): Promise<string> {
  const given = nonEmpty(env.STET_NEW_PIN)
  const pin = given ?? (await askHidden?.(cliText('atDesk.newPin')))
  if (pin === undefined) throw usage(cliText('atDesk.newPinMissing'))
  if (!isPin(pin)) throw usage(cliText('atDesk.notAPin', { pinRule: pinRule() }))
  if (given === undefined && (await askHidden?.(cliText('atDesk.pinAgain'))) !== pin)
    throw usage(cliText('atDesk.pinsDiffer'))
  return pin
}

const wordsOf = async (env: Environment, { askHidden }: Terminal): Promise<string | undefined> =>
  nonEmpty(env.STET_RECOVERY_WORDS) ?? (await askHidden?.(cliText('rosterRecover.words')))

/**
 * Who acts: --as, STET_USER, or the only person on the roster who has not left. An empty roster takes STET_USER, except
 * for a dry run, which changes nothing.
 * Without a name, `roster add` lets the newcomer join where nobody or several people could add it.
 */
async function actorOf(
  desk: OpenDesk,
  named: string | undefined,
  command: CliCommand,
  args: Arguments,
  env: Environment,
): Promise<string> {
  const roster = await desk.roster()
  const here = peopleHere(roster)
  if (command === rosterAddCommand && (named !== undefined || here.length !== 1))
    return named ?? args.positionals[0] ?? ''
  if (named !== undefined) {
    const joining = nonEmpty(env.STET_USER)
    const joins = roster.length === 0 && !args.flag('dry-run')
    if (joins && joining !== undefined) await desk.act(joining, 'roster.add', { name: joining })
    return named
  }
  const only = onlyOne(here)
  if (only === undefined) throw whoActs(here, env)
  return only
}

/** Who asks for something that depends on the person: as who acts, and on the roster if that is required. */
async function askerOf(
  desk: OpenDesk,
  named: string | undefined,
  asker: NonNullable<CliCommand['asker']>,
  env: Environment,
): Promise<string> {
  const roster = await desk.roster()
  const by = named ?? onlyOne(peopleHere(roster))
  if (asker === 'matters') return by ?? ''
  if (by === undefined) throw whoActs(peopleHere(roster), env)
  if (!roster.some(({ name }) => name === by))
    throw new NewsroomError('refused', cliText('atDesk.notOnRoster', { person: by, people: namesOf(roster) }))
  return by
}

const onlyOne = (people: readonly Person[]): string | undefined => (people.length === 1 ? people[0]?.name : undefined)

const whoActs = (people: readonly Person[], env: Environment): NewsroomError =>
  usage(cliText('atDesk.whoActs', { library: libraryFolder(env), people: namesOf(people) }))

const namesOf = (people: readonly Person[]): string =>
  people.map(({ name }) => name).join(', ') || cliText('atDesk.nobody')

const nonEmpty = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim()
