import { laterPart } from '../../ui/later'

/** The checks and the gate: a fifth of all scripts, which no letter and no first frame needs. */
export const laterChecks = laterPart(async () => import('./checks'))
