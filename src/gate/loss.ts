import { gateText } from '../catalogue/rooms/gate'
import { openLosses } from '../story/assessment/lostTrust'
import type { Finding } from '../story/assessment/finding'
import type { Story } from '../story/assessment/story'
import { isLibraryLoss, lossKey } from '../story/ledger/loss'

/** Each loss that nobody has accepted. Nobody overrides it: an editor accepts it (story.acceptLoss). */
export const losses = (story: Story): readonly Finding[] =>
  openLosses(story).map((loss) => ({
    rule: 'loss',
    key: lossKey(loss),
    severity: 'block',
    message: gateText(isLibraryLoss(loss) ? 'loss.library' : 'loss.story', { detail: loss.detail }),
    where: loss.fact === undefined ? { kind: 'story' } : { kind: 'fact', fact: loss.fact },
    overridable: false,
    dismissable: false,
  }))
