import type { ActionName, AnswerOf, RequestOf } from '../../story/requests/requests'
import type { Arguments, OptionKind } from './arguments'

/** Asks the newsroom: in this process, or in the running app that owns the library. */
export type Ask = <A extends ActionName>(action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>

export interface CliResult {
  /** What --json prints. */
  readonly json: unknown
  /** What people read without it; may be empty. */
  readonly text: string
  /** Told on stderr; the command then ends with exit code 2 although it did the rest. */
  readonly problems?: readonly string[]
}

export interface CliCommand {
  /** "source add" */
  readonly name: string
  /** Arguments and options, as `--help` prints them. */
  readonly usage: string
  /** One or two sentences for `--help`. */
  readonly about: string
  readonly options: Readonly<Record<string, OptionKind>>
  /** Least and most positional arguments. */
  readonly takes: readonly [number, number]
  /**
   * `nothing`: works without a library, and asks it nothing. `read`: also beside a running app and in a read-only library.
   * `create`: makes the library when there is none. `check`: also one that does not open.
   */
  readonly needs: 'nothing' | 'read' | 'write' | 'create' | 'check'
  /** Whether these arguments of a command that may write only ask it to show: then it needs what `read` needs, and nobody who acts. */
  readonly onlyShows?: (args: Arguments) => boolean
  /** Checks the arguments, then gives what to ask for: a senseless command never opens the library. */
  readonly prepare: (args: Arguments, place: Surroundings) => (ask: Ask, actor: Actor) => Promise<CliResult>
  /** It reads files that come in: their reader is made ready while the library is opened. */
  readonly readsFiles?: true
  /** Whether it gives somebody a PIN, which is asked for before the library is opened. */
  readonly asksNewPin?: (args: Arguments) => boolean
}

/** Who acts, with what that person gave. */
export interface Actor {
  readonly by: string
  readonly pin?: string
  readonly newPin?: string
}

export interface Surroundings {
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** Tells how far long work is, on a line of its own that the next one replaces; absent where nobody watches. */
  readonly progress?: (line: string) => void
  /** Asks whoever is at the terminal for something that is not shown while it is typed; nothing when nobody is there or it was broken off. */
  readonly askHidden?: (question: string) => Promise<string | undefined>
  /** Does long work that can be stopped (Ctrl+C): its signal then aborts, and the work rejects with nothing half-done. Absent where nobody can. */
  readonly stoppable?: <T>(work: (stopped: AbortSignal) => Promise<T>) => Promise<T>
}

export interface Terminal extends Surroundings {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
