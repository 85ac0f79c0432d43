/** How long a search may take. */
import { editorText } from '../../catalogue/writing/editor'

/** Steps that a search may still take. */
export interface Patience {
  left: number
}

/** Thrown when a search has used up its patience. */
export class OutOfPatience extends Error {}

/** Steps of one search in a whole story: about a second. Common expressions need a tenth in 100,000 words. */
export const PATIENCE = 10_000_000

/** The sentence for a search that took too long. */
export const tookTooLong = (): string => editorText('find.tookTooLong')
