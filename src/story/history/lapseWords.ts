/** Says why a sign-off stopped to count. */
import { ledgerText } from '../../catalogue/story/ledger'
import { wordsFor } from '../../catalogue/rooms/wordsFor'

/** Reasons that older entries name and this list lacks are shown as they are stored. */
const LAPSE_WORDS: Readonly<Partial<Record<string, string>>> = wordsFor(
  [
    'words',
    'hole',
    'twoPlaces',
    'context',
    'evidence',
    'groundRules',
    'translation',
    'inputs',
    'claim',
    'headers',
    'belongsTo',
    'picture',
    'links',
    'dateline',
    'source',
    'elsewhere',
    'loss',
    'otherVerdict',
    'notEntitled',
    'ownContext',
  ] as const,
  (reason) => ledgerText(`lapse.${reason}`),
)

export const lapseWords = (reasons: readonly string[]): string =>
  reasons.map((reason) => LAPSE_WORDS[reason] ?? reason).join(', ')
