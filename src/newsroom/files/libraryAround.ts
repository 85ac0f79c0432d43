/** Finds the library around a folder: what Stet writes for people must not lie in it. */
import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { messageOf } from '../../story/text/messageOf'
import { NewsroomError } from '../../story/requests/requests'

/** The library that a folder is or lies in, links followed; undefined when there is none. */
export async function libraryAround(folder: string): Promise<string | undefined> {
  for (let at = await realpath(folder).catch(() => resolve(folder)); ; at = dirname(at)) {
    const [library, before, stories] = await Promise.all(
      ['library.json', 'library.json.prev', 'stories'].map(async (name) =>
        factsOf(join(at, name)).catch(() => undefined),
      ),
    )
    if (stories?.isDirectory() && (library?.isFile() || before?.isFile())) return at
    if (dirname(at) === at) return undefined
  }
}

/** Undefined: there is nothing of this path. */
export async function factsOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A part of the path is a file: there is no such folder.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new NewsroomError('failed', newsroomText('exportTarget.unreachable', { path, why: messageOf(error) }))
  }
}
