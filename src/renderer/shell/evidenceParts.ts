/** The parts of review and of the evidence room: one script. */
export { ViewerRoom } from '../evidence/viewer/ViewerRoom'
export { Dock } from '../review/dock/Dock'
export { DockQuestion } from '../review/dock/DockQuestion'
export { ReviewHead } from '../review/ReviewHead'
export { ReviewKeys, ReviewRoom } from '../review/ReviewRoom'
