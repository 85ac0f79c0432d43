import { newsroomText } from '../../catalogue/newsroom'
import type { FileIntake } from '../../storage/disk/storyStore'
import { NewsroomError } from '../../story/requests/requests'

export interface Upload {
  readonly intake: FileIntake
  readonly name: string
  /** Who copies it: nobody else writes into it. */
  readonly by: string
  /** ISO 8601 instant of the last piece. */
  readonly touched: string
}

/** Files that are on their way into the library, by the name of their copying. */
export class Uploads {
  readonly #open = new Map<string, Upload>()

  has(id: string): boolean {
    return this.#open.has(id)
  }

  add(id: string, intake: Upload): void {
    this.#open.set(id, intake)
  }

  /** Throws a usage error when nothing of that name is being copied by this person. */
  of(id: string, by: string): Upload {
    const found = this.#open.get(id)
    if (found?.by !== by) throw new NewsroomError('usage', newsroomText('uploads.notUploading'))
    return found
  }

  touch(id: string, at: string): void {
    const found = this.#open.get(id)
    if (found) this.#open.set(id, { ...found, touched: at })
  }

  end(id: string): void {
    this.#open.delete(id)
  }

  /** Drops what nobody has gone on with since `before` (ISO 8601 instant): its window was closed. */
  async dropStale(before: string): Promise<void> {
    for (const [id, { intake, touched }] of this.#open) {
      if (touched >= before) continue
      this.#open.delete(id)
      await intake.drop()
    }
  }
}
