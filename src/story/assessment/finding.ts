/** What checks report. Findings are data: a rule, a place, a message, and whether it blocks. */
import type { FindingKey } from '../ledger/events/gateEvent'

export type Place =
  | {
      readonly kind: 'text'
      readonly block: number
      readonly from: number
      readonly to: number
      readonly fact?: string
      /** It is in the details of the picture whose cutline this is. */
      readonly ofPicture?: true
    }
  | { readonly kind: 'fact'; readonly fact: string }
  | {
      readonly kind: 'field'
      readonly field: string
      /** The words that are found there. Absent: it is about the field as a whole. */
      readonly words?: string
    }
  /** The record of what the version corrects. */
  | { readonly kind: 'correction' }
  | { readonly kind: 'story' }

/** Stored in histories, so never renamed: `hole` is brokenTag.ts, `echo` is duplicateStatements.ts. */
export const RULES = [
  'factStatus',
  'context',
  'precedingSentence',
  'hole',
  'factLeftStanding',
  'untaggedQuote',
  'untaggedFigure',
  'untaggedSuperlative',
  'untaggedName',
  'unreadLanguage',
  'openTk',
  'deskLine',
  'mustFix',
  'pictureCredit',
  'pictureRights',
  'pictureAlt',
  'mandatoryField',
  'needsLegal',
  'legalChanged',
  'selfChecked',
  'relativeDay',
  'copyChanged',
  'embargo',
  'offTheRecord',
  'groundRules',
  'otherOutlet',
  'allegationBacking',
  'responseSought',
  'sourceProtection',
  'alertOnly',
  'killText',
  'quoteDiffers',
  'quoteCut',
  'quoteSpeaker',
  'translation',
  'derivedFigure',
  'echo',
  'openSuggestion',
  'correctionRecord',
  'directionOverride',
  'loss',
  'sampleStory',
] as const
export type RuleId = (typeof RULES)[number]

export interface Finding extends FindingKey {
  readonly rule: RuleId
  readonly severity: 'block' | 'warn'
  /** One sentence for people, e.g. “about 90 minutes” changed after it was verified by Editor. */
  readonly message: string
  readonly where: Place
  /** The other keys that earlier Stets gave it (heldBy.ts). Absent: none. */
  readonly formerKeys?: readonly string[]
  /** A person may override it with a typed reason. */
  readonly overridable: boolean
  /** A person may mark the place "nothing to check" / "not a TK". */
  readonly dismissable: boolean
  /** Only someone other than the author may dismiss it. */
  readonly dismissNotAuthor?: boolean
  /**
   * Who says that there is nothing to check, and wrote in the sentence. Somebody else has to say so, too: the author
   * may. Absent: nobody.
   */
  readonly saidBy?: readonly string[]
  /** Hash of the finding as the owner sees it (seenFinding.ts). Only in the owner's answers. */
  readonly seen?: string
}

export interface Verdict {
  readonly door: string
  readonly blocks: readonly Finding[]
  readonly warns: readonly Finding[]
  /** Blocks that an editor's override lifted, still shown. */
  readonly overridden: readonly Finding[]
  /** Hash of all blocks as the owner sees them: an override of all of them carries it. Only in the owner's answers. */
  readonly seen?: string
}
