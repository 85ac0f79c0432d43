/** What a session asks of the checks and the gate. They are loaded after the first frame (laterChecks.ts). */
export { guessTypeAt } from '../../../checks/detect/guessTypeAt'
export { statementsAhead } from '../../../checks/detect/taught/taughtWords'
export { writersIn } from '../../../editor/sync/writersIn'
export { clearVerdict } from '../../../gate/clearVerdict'
