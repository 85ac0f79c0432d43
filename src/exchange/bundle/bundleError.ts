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
    /** Whether the file is a bundle at all. */
    readonly isBundle = true,
  ) {
    super(bundleText('error', { file, what, next }))
  }
}

/** Makes the error of one file. */
export type Refuse = (what: string, next?: string, isBundle?: boolean) => BundleError

/** The error of a file that is something else, or only half of a bundle. */
export const noBundle = (refuse: Refuse): BundleError =>
  refuse(bundleText('refusal.noBundle'), bundleText('next.otherFile'), false)
