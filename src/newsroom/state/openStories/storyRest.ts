import type { StoryShelf } from './storyShelf'

/** Milliseconds without a request until a story that nobody holds is let go; and when there are many of them. */
const IDLE = 120_000
const IDLE_AMONG_MANY = 10_000
/** Stories that nobody holds and that stay for the next request. */
const MANY = 30
/** Milliseconds between two looks. */
const EVERY = 15_000

export interface RestingRoom {
  readonly shelf: StoryShelf
  /** An action runs: it may use any story. */
  isWorking(): boolean
  /** A look at this story runs. */
  isLookedAt(id: string): boolean
  /** Called after each look while no action runs: what was read for stories that are gone may go too. */
  trim(): void
}

/** Lets stories go when no window shows them and nobody asked for them for a while: memory stays flat over a day. */
export class StoryRest {
  #timer: NodeJS.Timeout | undefined

  /** `held`: the stories that windows show. */
  constructor(
    private readonly room: RestingRoom,
    private readonly held: () => ReadonlySet<string>,
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.look(performance.now()).catch(() => undefined), EVERY).unref()
  }
  stop(): void {
    clearInterval(this.#timer)
  }

  /** `now`: by performance.now(). Resolves with the stories that went. A story that cannot be written stays. */
  async look(now: number): Promise<readonly string[]> {
    const { shelf } = this.room
    const free = shelf.used().filter(({ id }) => !this.held().has(id))
    const gone: string[] = []
    for (const [index, { id, at }] of free.entries()) {
      const idle = free.length - index > MANY ? IDLE_AMONG_MANY : IDLE
      if (now - at < idle) continue
      const mayGo = (): boolean =>
        !this.held().has(id) && !this.room.isWorking() && !this.room.isLookedAt(id) && !shelf.wasAskedSince(id, at)
      if (await shelf.letGo(id, mayGo).catch(() => false)) gone.push(id)
    }
    if (!this.room.isWorking()) this.room.trim()
    return gone
  }
}
