/** A process that runs the `stet` commands of a worker. Tests of the command line itself start a process for each. */
import { fork, type ChildProcess } from 'node:child_process'
import { COMMAND_MAIN } from './buildCommands'

export type Environment = Readonly<Record<string, string>>

export interface CommandLine {
  readonly id: number
  readonly args: readonly string[]
  readonly env: Environment
}

export interface CommandAnswer {
  readonly id: number
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface Waiting {
  readonly done: (answer: CommandAnswer) => void
  readonly failed: (error: Error) => void
}

export class CommandProcess {
  #child: ChildProcess | undefined
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  constructor(private readonly program: string = COMMAND_MAIN) {}

  /** Whether a command runs, or waits for its turn. */
  get isBusy(): boolean {
    return this.#waiting.size > 0
  }

  /** Commands run in the order in which they are asked for. Rejects when the process ends meanwhile. */
  run(args: readonly string[], env: Environment): Promise<CommandAnswer> {
    const child = (this.#child ??= this.#start())
    const id = this.#next++
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed })
      // To a process that has just ended nothing can be sent. Its end is heard next, and rejects.
      child.send({ id, args, env } satisfies CommandLine, () => undefined)
    })
  }

  /** Ends the process and the command that runs in it, also one that hangs. The next command starts another. */
  async close(): Promise<void> {
    const child = this.#child
    if (child === undefined) return
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill('SIGKILL')
    await ended
  }

  #start(): ChildProcess {
    const child = fork(this.program, { execArgv: [] })
    child.on('message', (answer: CommandAnswer) => {
      this.#waiting.get(answer.id)?.done(answer)
      this.#waiting.delete(answer.id)
    })
    child.once('exit', (code, signal) => {
      this.#child = undefined
      for (const { failed } of this.#waiting.values())
        failed(new Error(`The process of the commands ended: ${code ?? signal}`))
      this.#waiting.clear()
    })
    return child
  }
}
