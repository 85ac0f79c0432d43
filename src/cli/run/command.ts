import type { ActionName, AnswerOf, RequestOf } from '../../story/requests/requests'
import type { Arguments, OptionKind } from './arguments'

/** Asks the newsroom: in this process, or in the running app that owns the library. */
export type Ask = <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>

export interface CliResult {
  /** The value that --json prints. */
  readonly json: unknown
  /** The text without --json; may be empty. */
  readonly text: string
  /** Printed on stderr: what the person should know beside the answer. It changes no exit code. */
  readonly notes?: readonly string[]
  /** Printed on stderr. The command ends with exit code 2, although it did the rest. */
  readonly problems?: readonly string[]
  /** Printed on stderr. The command answers, and ends with exit code 1: what it was asked about is not there. */
  readonly misused?: string
  /**
   * Printed on stderr. The command answers, and ends with exit code 3: a rule refuses what it was asked for. With
   * `problems` the exit code is theirs.
   */
  readonly refused?: string
}

export interface CliCommand {
  /** "source add" */
  readonly name: string
  /** Arguments and options, as `--help` prints them. */
  readonly usage: string
  /** One or two sentences for `--help`. */
  readonly about: string
  readonly options: Readonly<Record<string, OptionKind>>
  /** The smallest and the largest number of positional arguments. */
  readonly takes: readonly [number, number]
  /**
   * `nothing`: no library. `read`: works beside a running app and in a read-only library. `create`: makes the library
   * if there is none. `check`: works on a library that does not open.
   */
  readonly needs: 'nothing' | 'read' | 'write' | 'create' | 'check'
  /**
   * Whether a command that may write only shows something with these arguments. Then it needs `read`, and no person.
   */
  readonly onlyShows?: (args: Arguments) => boolean
  /**
   * What it shows depends on who asks: without a name, that is the only person on the roster. `required`: it shows
   * nothing to anybody who is not on the roster.
   */
  readonly asker?: 'matters' | 'required'
  /** Checks the arguments and returns the work. Throws a usage error before the library is opened. */
  readonly prepare: (args: Arguments, place: Surroundings) => (ask: Ask, actor: Actor) => Promise<CliResult>
  /** It imports files: the reader starts while the library is opened. */
  readonly readsFiles?: true
  /** Whether it sets a PIN. The PIN is asked for before the library is opened. */
  readonly asksNewPin?: (args: Arguments) => boolean
  /** It asks for recovery words in place of the PIN that was forgotten. */
  readonly asksWords?: true
}

/** Who acts, with the PINs that were given. */
export interface Actor {
  readonly by: string
  readonly pin?: string
  readonly newPin?: string
  readonly words?: string
}

export interface Surroundings {
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** Environment variables. Absent: those of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Shows the progress of long work on a line that the next one replaces. Absent when nobody watches. */
  readonly progress?: (line: string) => void
  /**
   * Asks for something that is not shown while it is typed. Resolves with undefined when it was broken off. Absent
   * without a terminal.
   */
  readonly askHidden?: (question: string) => Promise<string | undefined>
  /** Asks a question that is answered with yes or no. Anything else is no. Absent without a terminal. */
  readonly confirm?: (question: string) => Promise<boolean>
  /**
   * Runs long work that Ctrl+C stops: its signal aborts, and the work leaves nothing half done. It rejects, or answers
   * with what was done until then. The command ends by the signal either way. Absent when nobody can.
   */
  readonly stoppable?: <T>(work: (stopped: AbortSignal) => Promise<T>) => Promise<T>
}

/** Runs long work that nobody can stop. */
export const unstoppable: NonNullable<Surroundings['stoppable']> = (work) => work(new AbortController().signal)

export interface Terminal extends Surroundings {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
