/** Node's own SHA-256 for every hash that the story's rules ask for. Imported for its effect. */
import { createHash } from 'node:crypto'
import { digestWith } from '../../story/text/digest'

export const nativeDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

digestWith(nativeDigest)
