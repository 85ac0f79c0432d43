import { bundleText } from '../../catalogue/merging/bundle'

/** A bundle that is not opened. The message names the file, what is wrong, what is safe, and what to do. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
  constructor(
    readonly file: string,
    /** One clause, such as "it is damaged". */
    readonly what: string,
    /** One sentence. */
    readonly next: string = bundleText('next.newCopy'),
  ) {
    super(bundleText('error', { file, what, next }))
  }
}

/** Makes the error of one file. */
export type Refuse = (what: string, next?: string) => BundleError
