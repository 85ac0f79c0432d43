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

  /** Commands run in the order in which they are asked for. Rejects when the process ends meanwhile. */
  run(args: readonly string[], env: Environment): Promise<CommandAnswer> {
    const child = (this.#child ??= this.#start())
    const id = this.#next++
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed })
      child.send({ id, args, env } satisfies CommandLine)
    })
  }

  async close(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.disconnect()
    await ended
  }

  #start(): ChildProcess {
    const child = fork(COMMAND_MAIN, { execArgv: [] })
    child.on('message', (answer: CommandAnswer) => {
      this.#waiting.get(answer.id)?.done(answer)
      this.#waiting.delete(answer.id)
    })
    child.once('exit', (code) => {
      if (this.#child === child) this.#child = undefined
      for (const { failed } of this.#waiting.values()) failed(new Error(`The process of the commands ended: ${code}`))
      this.#waiting.clear()
    })
    return child
  }
}
