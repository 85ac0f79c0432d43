/**
 * A file that was dropped or chosen. It is read when its turn comes: a folder of thousands then needs little memory.
 */
export interface IncomingFile {
  readonly name: string
  readonly bytes: () => Promise<Uint8Array>
}

/** The same of a file that could not be read: `problem` says why. */
export type ArrivedFile = IncomingFile | { readonly name: string; readonly problem: string }
