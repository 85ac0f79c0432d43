import { editorText } from '../../catalogue/writing/editor'
import type { PasteLoss } from './pasteLosses'

/** What a paste could not keep, in one sentence. */
export const lossWords = (losses: readonly PasteLoss[]): string =>
  editorText('pasteLoss.notice', {
    losses: losses
      .map(({ what, count, example }) => {
        const loss = editorText(`pasteLoss.${what}`, { count })
        return example === '' ? loss : editorText('pasteLoss.example', { loss, example })
      })
      .join(', '),
  })
