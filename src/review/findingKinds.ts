/** Findings by kind: what has to be done about them, and what can be done about all of a kind in one act. */
import type { Finding } from '../story/assessment/finding'
import { guessType } from '../story/assessment/copy/guessType'
import type { FactStatus } from '../story/ledger/facts/fact'

/** In the order of the list. */
export const FINDING_KINDS = [
  'quotes',
  'figures',
  'superlatives',
  'beside',
  'toCheck',
  'queries',
  'reCheck',
  'against',
  'facts',
  'tk',
  'comments',
  'suggestions',
  'fields',
  'pictures',
  'legal',
  'sources',
  'others',
  'names',
  'dates',
  'places',
  'languages',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** The one act for all findings of a kind. */
export type BulkAct = 'tag' | 'review' | 'dismiss' | 'show'

export const BULK_ACT: Readonly<Record<FindingKind, BulkAct>> = {
  quotes: 'tag',
  figures: 'tag',
  superlatives: 'tag',
  beside: 'show',
  toCheck: 'review',
  queries: 'review',
  reCheck: 'review',
  against: 'review',
  facts: 'review',
  tk: 'show',
  comments: 'show',
  suggestions: 'show',
  fields: 'show',
  pictures: 'show',
  legal: 'show',
  sources: 'show',
  others: 'show',
  names: 'dismiss',
  dates: 'dismiss',
  places: 'dismiss',
  languages: 'show',
}

export interface FindingGroup {
  readonly kind: FindingKind
  readonly findings: readonly Finding[]
}

/** What a kind is told by beside the finding itself. */
export interface AboutFindings {
  readonly statusOf: (fact: string) => FactStatus | undefined
  /** The words at the place of a finding. */
  readonly wordsOf: (finding: Finding) => string
}

/** Kinds without findings are left out. Each finding is in one group, in the order of the text. */
export function groupFindings(findings: readonly Finding[], about: AboutFindings): readonly FindingGroup[] {
  const groups = new Map<FindingKind, Finding[]>()
  for (const finding of findings) {
    const kind = kindOfFinding(finding, about)
    const group = groups.get(kind)
    if (group) group.push(finding)
    else groups.set(kind, [finding])
  }
  return FINDING_KINDS.flatMap((kind) => {
    const group = groups.get(kind)
    return group ? [{ kind, findings: group }] : []
  })
}

export function kindOfFinding(finding: Finding, { statusOf, wordsOf }: AboutFindings): FindingKind {
  const { rule, key, where } = finding
  switch (rule) {
    case 'untaggedQuote':
    case 'untaggedFigure':
    case 'untaggedSuperlative':
      // Picture details and fields hold no tags, and nobody tags a whole graf that is too long to be read.
      if (key.startsWith('beside:')) return 'beside'
      if (key.startsWith('tooLong:')) return 'others'
      return rule === 'untaggedQuote' ? 'quotes' : rule === 'untaggedFigure' ? 'figures' : 'superlatives'
    case 'untaggedName':
      if (key.startsWith('date:')) return 'dates'
      return guessType(wordsOf(finding)) === 'place' ? 'places' : 'names'
    case 'unreadLanguage':
      return 'languages'
    case 'factStatus':
    case 'context':
    case 'hole':
      return kindOfStatus('fact' in where && where.fact !== undefined ? statusOf(where.fact) : undefined)
    case 'precedingSentence':
    case 'factLeftStanding':
    case 'selfChecked':
    case 'relativeDay':
    case 'quoteDiffers':
    case 'quoteCut':
    case 'quoteSpeaker':
    case 'translation':
    case 'derivedFigure':
    case 'echo':
    case 'allegationBacking':
    case 'responseSought':
      return 'facts'
    case 'openTk':
      return 'tk'
    case 'mustFix':
      return 'comments'
    case 'openSuggestion':
      return 'suggestions'
    case 'mandatoryField':
    case 'embargo':
      return 'fields'
    case 'pictureCredit':
    case 'pictureRights':
    case 'pictureAlt':
      return 'pictures'
    case 'needsLegal':
    case 'legalChanged':
      return 'legal'
    case 'groundRules':
    case 'otherOutlet':
    case 'offTheRecord':
    case 'sourceProtection':
      return 'sources'
    case 'copyChanged':
    case 'alertOnly':
    case 'killText':
    case 'correctionRecord':
    case 'deskLine':
    case 'directionOverride':
    case 'loss':
    case 'sampleStory':
      return 'others'
  }
}

function kindOfStatus(status: FactStatus | undefined): FindingKind {
  switch (status) {
    case 'toCheck':
      return 'toCheck'
    case 'queried':
      return 'queries'
    case 'reCheck':
      return 'reCheck'
    case 'wrong':
    case 'disputed':
    case 'unverifiable':
      return 'against'
    default:
      return 'facts'
  }
}
