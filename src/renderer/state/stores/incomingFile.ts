/** A file that came in by the pointer: read when its turn comes, so that a folder of thousands costs no memory. */
export interface IncomingFile {
  readonly name: string
  readonly bytes: () => Promise<Uint8Array>
}
