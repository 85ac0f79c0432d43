import { part } from '../../../ui/later'

/** Reads words of other programs. Only a paste or a drop needs it, and waits for it if it comes that early. */
export const outsideReader = part(async () => import('../../../../editor/clipboard/parseOutside'))
