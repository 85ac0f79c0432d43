import type { TextOut } from '../../story/ledger/leaving/textsOut'
import { uuidOf } from './uuidOf'

/** The public id of what leaves as an item of its own: one for each text, so that receivers drop no later one. */
export const ownGuid = (guid: string, { version, text }: Pick<Required<TextOut>, 'version' | 'text'>): string =>
  uuidOf(`${guid} draft ${version} ${text}`)
