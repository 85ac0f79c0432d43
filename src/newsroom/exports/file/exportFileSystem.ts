import type { Stats } from 'node:fs'
import * as promises from 'node:fs/promises'

export interface ExportFile {
  write(bytes: Uint8Array, from: number, length: number): Promise<{ readonly bytesWritten: number }>
  sync(): Promise<void>
  close(): Promise<void>
}

/** The part of `node:fs/promises` that writing an export needs. Tests stand in for it. */
export interface ExportFileSystem {
  readonly stat: (path: string) => Promise<Pick<Stats, 'size'>>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly rm: (path: string, options: { readonly force: true }) => Promise<void>
  readonly open: (path: string, flags: 'r' | 'wx', permissions?: number) => Promise<ExportFile>
}

export const exportFileSystem: ExportFileSystem = promises
