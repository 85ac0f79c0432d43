import { refuseAcceptance } from '../gate/acceptLoss'
import type { Action } from '../state/action'

/** A named editor accepts what the library lost. What is still known is written to both copies of each small file. */
export const acceptLibraryLoss: Action<'library.acceptLoss'> = async (room, by, { losses, reason }) => {
  const open = room.library.losses
  refuseAcceptance(by, room.library.roster, open, losses, reason)
  await room.acceptLibraryLosses(by, reason.trim())
  return { accepted: open }
}
