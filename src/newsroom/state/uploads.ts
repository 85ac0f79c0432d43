import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { FileUpload } from '../../storage/disk/storyStore'
import { NewsroomError } from '../../story/requests/requests'

export interface Upload {
  readonly file: FileUpload
  readonly name: string
  /** The person who uploads it. Nobody else may write into it. */
  readonly by: string
  /** ISO 8601 instant of the last piece. */
  readonly touched: string
}

/** Files that are being copied into the library, by the id of the upload. */
export class Uploads {
  readonly #open = new Map<string, Upload>()

  has(id: string): boolean {
    return this.#open.has(id)
  }

  add(id: string, upload: Upload): void {
    this.#open.set(id, upload)
  }

  /** Throws a usage error for an upload that this person does not have. */
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

  /** Drops uploads without a new piece since `before` (ISO 8601 instant): their window was closed. */
  async dropStale(before: string): Promise<void> {
    for (const [id, { file, touched }] of this.#open) {
      if (touched >= before) continue
      this.#open.delete(id)
      await file.drop()
    }
  }
}
