/** Shapes behind the table in requests.ts: the library, its files and its backups. */
import type { FileKind } from '../text/fileKind'

/** One thing that is wrong with a library on disk. */
export interface LibraryProblem {
  readonly path: string
  readonly what: string
  readonly safe: string
  /** What repairing does about it, or what a person has to do. */
  readonly action: string
  /** It was repaired. */
  readonly done?: true
}

/** A captured file that no story, history, source or kept version speaks of. */
export interface UnusedFile {
  /** Lower-case hex; its name in the folder “evidence”. */
  readonly sha256: string
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** ISO 8601 instant at which it was copied; more than a day ago. */
  readonly modified: string
}

export interface LibraryReport {
  /** Nothing is wrong, or everything that was is repaired. */
  readonly ok: boolean
  readonly problems: readonly LibraryProblem[]
  /** Absent: there are none, or something is wrong, and then nobody can say. */
  readonly unused?: readonly UnusedFile[]
}

/** A file that the library keeps by its content. */
export interface KeptFileFacts {
  /** Lower-case hex of the content's hash. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly kind: FileKind
  /** What the bytes are, whatever the file's name said. */
  readonly mediaType: string
  /** Pictures: pixels as they are stored. */
  readonly width?: number
  readonly height?: number
  /** Why it cannot be shown here, for people; it is kept all the same. */
  readonly trouble?: string
}

/** A backup that is complete, every file of it read back and found the same. */
export interface BackupMade {
  /** 1, 2, 3 … in its folder. */
  readonly number: number
  /** ISO 8601 instant. */
  readonly made: string
  /** Where it lies: the folder that was chosen, or one below it when that holds other things. */
  readonly folder: string
  readonly files: number
  /** Bytes of the library. */
  readonly size: number
  /** Bytes that had to be copied: what the backups before did not have. */
  readonly added: number
  /** What was wrong with a file in the library, or with tidying up, for people. */
  readonly notes: readonly string[]
}

/** Stories and captured files. */
export interface BackupProgress {
  readonly done: number
  readonly of: number
}
