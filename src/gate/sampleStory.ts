import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import type { Story } from '../story/assessment/story'
import { isSamplePerson } from '../story/desk/samplePeople'

/**
 * The sample story is never published, nor is a duplicate of it: one person was both people who stand behind it. Not
 * overridable. It leaves as a draft.
 */
export function sampleStory({ ledger }: Story): readonly Finding[] {
  if (!ledger.sample && !ledger.authors.some(isSamplePerson)) return []
  return [
    {
      rule: 'sampleStory',
      key: 'sample',
      severity: 'block',
      message: gateText('sampleStory.neverPublished'),
      where: { kind: 'story' },
      overridable: false,
      dismissable: false,
    },
  ]
}
