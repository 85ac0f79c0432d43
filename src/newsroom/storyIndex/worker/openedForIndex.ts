import { defined } from '../../../story/text/defined'
import { messageOf } from '../../../story/text/messageOf'
import type { IndexPuts } from '../indexPuts'
import type { IndexThread } from './indexThread'
import type { KeptRoom } from '../keptRoom'

/** Stories that cannot be read and are tried again by one question, and milliseconds until the next may. */
const MOST_TRIED = 20
const TRY_AFTER = 2000

/** Opens the stories that only opening can tell of: their story file is behind, damaged or gone. */
export class OpenedForIndex {
  readonly #unreadable = new Set<string>()
  #triedAt = -Infinity

  constructor(
    private readonly thread: IndexThread,
    private readonly room: KeptRoom,
    private readonly puts: IndexPuts,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Opens each story and puts it. One that cannot be read is put as such. */
  async put(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.room.ready(id)) this.puts.changed(id)
      else await this.#visit(id)
    }
    this.puts.putAll()
  }

  async #visit(id: string): Promise<void> {
    const { store } = this.room
    try {
      // Before it is read: a change that comes meanwhile gives its files another stamp.
      const stamp = this.room.isOpen(id) ? '' : await store.stampFound(id).catch(() => '')
      await this.room.visit(id, async (story) => {
        this.#unreadable.delete(id)
        // Puts it with its story file.
        if (store.writable) await story.saving.settle()
        this.puts.putRead(story, stamp)
      })
    } catch (error) {
      this.#unreadable.add(id)
      const standing = await this.room.standingOf(id).catch(() => undefined)
      // An error of the file gives it up, which is told.
      this.thread.ask('putUnreadable', { id, why: messageOf(error), ...defined({ standing }) }).catch(this.report)
    }
  }

  /** A drive may be there again. `always`: however lately they were tried. */
  async tryUnreadable({ always }: { readonly always: boolean }): Promise<void> {
    const now = performance.now()
    if (this.#unreadable.size === 0 || (!always && now - this.#triedAt < TRY_AFTER)) return
    this.#triedAt = now
    const ids = [...this.#unreadable].slice(0, MOST_TRIED)
    for (const id of ids) this.#unreadable.delete(id)
    await this.put(await this.thread.ask('reread', ids))
  }
}
