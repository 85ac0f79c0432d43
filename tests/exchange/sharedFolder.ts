import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const shared = process.env.STET_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared')

/** Names a suite that needs official schemas. Without them the name says that it is skipped. */
export const haveSchemas = existsSync(join(shared, 'schemas'))
export const withSchemas = (name: string): string => (haveSchemas ? name : `${name} (skipped: schemas not present)`)
export const sharedPath = (path: string): string => join(shared, path)
export const readShared = (path: string): Uint8Array => readFileSync(join(shared, path))
export const readSharedJson = (path: string): unknown => JSON.parse(readFileSync(join(shared, path), 'utf8'))
/**
 * Returns the paths of all files in a folder and below, relative to the shared folder, sorted. Empty without the
 * folder.
 */
export const filesUnder = (folder: string): readonly string[] =>
  haveSchemas
    ? readdirSync(join(shared, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(shared.length + 1))
        .sort()
    : []
