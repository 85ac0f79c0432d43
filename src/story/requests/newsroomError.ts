import type { Verdict } from '../assessment/finding'

/**
 * Why a request failed. `refused`: a rule (exit 3). `usage`: the request makes no sense (1). `failed`: an outside error
 * (2).
 */
export class NewsroomError extends Error {
  override readonly name = 'NewsroomError'
  constructor(
    readonly reason: 'usage' | 'failed' | 'refused',
    message: string,
    readonly verdict?: Verdict,
  ) {
    super(message)
  }
}
