import { join, resolve } from 'node:path'
import { root } from '../../scripts/paths.mjs'

/** The folder with schemas and sample stories. */
export const sharedFolder = () => resolve(process.env.STET_SHARED ?? join(root, '..', 'shared'))
