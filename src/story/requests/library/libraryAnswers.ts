/** Shapes behind the table in requests.ts: the library, its files and its backups. */
import type { FileKind } from '../../text/format/fileKind'

/** A problem of a library on disk. */
export interface LibraryProblem {
  readonly path: string
  readonly what: string
  readonly safe: string
  /** What a repair does, or what a person must do. */
  readonly action: string
  /** It was repaired. */
  readonly done?: true
}

/** A captured file that no story, history, source or snapshot names. */
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
  /** Absent: none, or unknown because something is wrong. */
  readonly unused?: readonly UnusedFile[]
  /** Absent: it was not looked at. */
  readonly index?: IndexState
  /** Absent: nobody can tell, or the library is an archive. */
  readonly backups?: KnownBackups
}

/** What this computer remembers of the backups of a library. It has not looked for them. */
export interface KnownBackups {
  /** The folders that people chose. Empty: no backup is known. */
  readonly folders: readonly string[]
  /** `hours`: whole hours since then. Absent: none is known, or not when. */
  readonly last?: Pick<BackupMade, 'folder' | 'made'> & { readonly hours: number }
}

/** How the index stands that lists and searches read. It is made of the stories, and can be thrown away. */
export interface IndexState {
  /** Where it is. `none`: it is made with the next question. `damaged`: it is made again with the next question. */
  readonly kept: 'file' | 'memory' | 'none' | 'damaged'
  /** The stories that it has. */
  readonly stories: number
  /** Nothing was written to the library since it had every story. Otherwise the next question compares it first. */
  readonly whole: boolean
  /** Of its file, and its bytes. Absent: it is in no file. */
  readonly folder?: string
  readonly size?: number
  /** Why it is in memory, for people. */
  readonly problem?: string
}

/** A file that the library keeps by its content. */
export interface KeptFileFacts {
  /** Lower-case hex of the content's hash. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly kind: FileKind
  /** The type of the bytes, whatever the file name says. */
  readonly mediaType: string
  /** Pictures: stored pixels. */
  readonly width?: number
  readonly height?: number
  /** Why it cannot be shown, for people. It is kept. */
  readonly trouble?: string
}

/** A complete backup. Every file was read back and compared. */
export interface BackupMade {
  /** 1, 2, 3 … in its folder. */
  readonly number: number
  /** ISO 8601 instant. */
  readonly made: string
  /** Its folder: the chosen one, or one below it if that holds other things. */
  readonly folder: string
  readonly files: number
  /** Bytes of the library. */
  readonly size: number
  /** Bytes that earlier backups did not have. */
  readonly added: number
  /** Problems of files in the library, or of tidying up, for people. */
  readonly notes: readonly string[]
}

/** Counts stories and captured files. */
export interface BackupProgress {
  readonly done: number
  readonly of: number
}
