/** What entries about a story as a whole have to say: its fields, moves, suggestions, comments, exports and merges. */
import { INCLUDED_PARTS, PAPERS } from '../../desk/exportFormat'
import type { CommentEvent } from '../events/commentEvent'
import type { DeskWordsAsked, FindingKey, GateEvent, Leaving, LeavingPart } from '../events/gateEvent'
import type { MergeEvent } from '../events/mergeEvent'
import type { ExportOptions, PublicationEvent } from '../events/publicationEvent'
import type { StoryEvent } from '../events/storyEvent'
import type { Correction, SuggestedPlace, SuggestionEvent } from '../events/suggestionEvent'
import { SIGNED_STATUSES } from '../facts/fact'
import type { OriginalVerdict } from '../facts/originalVerdict'
import type { PublishedVersion } from '../leaving/corrections/correctionNote'
import type { OwnId } from '../leaving/exportedText'
import { LEAVING_PARTS } from '../leaving/leaving'
import { LOSS_KINDS, type LossEvent, type TrustLoss } from '../loss'
import { STAGES, VERSION_KINDS } from '../stages'
import type { FieldSetter } from '../writers/fieldSetters'
import {
  count,
  entryRef,
  flag,
  instant,
  listOf,
  maybe,
  number,
  oneOf,
  parts,
  recordOf,
  text,
  texts,
  yes,
  type EventOf,
  type Shape,
  type Shapes,
} from './shape'
import { viewParts } from './viewShapes'

const losses = listOf(parts<TrustLoss>({ kind: oneOf(LOSS_KINDS), where: text, fact: maybe(text), detail: text }))
const finding = { rule: text, key: text }
const findings = listOf(parts<FindingKey>(finding))

const OWN_SHAPES: Shapes<StoryEvent['kind']> = {
  created: {
    origin: oneOf(['new', 'import', 'duplicate', 'sample']),
    from: maybe(text),
    authors: maybe(texts),
    wrote: maybe(recordOf(texts)),
    against: maybe(
      recordOf(
        parts<OriginalVerdict>({
          status: oneOf(SIGNED_STATUSES),
          by: text,
          at: instant,
          words: text,
          sentence: text,
          preceding: text,
          sentenceRule: number,
          reason: maybe(text),
          lapsed: maybe(yes),
        }),
      ),
    ),
    set: maybe(recordOf(listOf(parts<FieldSetter>({ by: text, from: text, to: text })))),
  },
  fieldSet: {
    field: text,
    from: text,
    to: text,
    legalHash: maybe(text),
    beforeWords: maybe(yes),
    leaves: maybe(yes),
  },
  bylineStruck: { name: text, reason: text },
  pen: { to: text, taken: maybe(yes), reason: maybe(text), typed: recordOf(number) },
  versionRestored: { version: number, versionAt: text, name: maybe(text) },
  rescued: { outcome: oneOf(['putBack', 'letGo']), ref: text, text },
}

/** What was cleared by a later rule may have parts that nobody here knows. Stet names them when they change. */
const leavingPart: Shape<LeavingPart> = (value): value is LeavingPart => text(value)

/** Without one of the parts, a change of it would not be seen, and two texts would leave under one number. */
const leavingParts: Shape<Leaving['parts']> = (value): value is Leaving['parts'] =>
  recordOf(text)(value) && LEAVING_PARTS.every((part) => Object.hasOwn(value, part))

const GATE_SHAPES: Shapes<GateEvent['kind']> = {
  moved: {
    from: oneOf(STAGES),
    to: oneOf(STAGES),
    reason: maybe(text),
    copyHash: text,
    blocks: number,
    warns: number,
    overrides: findings,
    versionKind: maybe(oneOf(VERSION_KINDS)),
    automatic: maybe(flag),
    changed: maybe(listOf(leavingPart)),
    leaving: maybe(parts<Leaving>({ rule: number, parts: leavingParts })),
    deskWords: maybe(parts<DeskWordsAsked>({ count: number, hash: text })),
    lost: maybe(losses),
  },
  overridden: { ...finding, reason: text },
  dismissed: { ...finding, reason: maybe(text) },
  undismissed: { findings },
}

const suggested = { suggestion: text, inserted: text, deleted: text, about: text }

const SUGGESTION_SHAPES: Shapes<SuggestionEvent['kind']> = {
  suggested: {
    ...suggested,
    corrects: maybe(
      parts<Correction>({ fact: text, words: text, sentence: text, parts: maybe(viewParts), evidence: maybe(text) }),
    ),
    typedBy: maybe(text),
    places: maybe(listOf(parts<SuggestedPlace>({ standing: text, from: number }))),
  },
  suggestionDecided: {
    ...suggested,
    verdict: oneOf(['accepted', 'rejected']),
    proposer: text,
    proposedAt: text,
  },
  suggestionDropped: { ...suggested, proposer: text },
  suggestionReopened: { suggestion: text },
}

const comment = { comment: text, answer: maybe(text), text }

const COMMENT_SHAPES: Shapes<CommentEvent['kind']> = {
  commentEdited: { ...comment, was: text },
  commentMarked: { ...comment, says: oneOf(['said', 'mustFix', 'notMustFix', 'resolved', 'reopened']) },
  commentDeleted: comment,
  commentRestored: comment,
}

const ownId = parts<OwnId>({ id: text, number })

const PUBLICATION_SHAPES: Shapes<PublicationEvent['kind']> = {
  exported: {
    format: text,
    edition: text,
    fileName: text,
    sha256: text,
    draft: flag,
    blocks: number,
    overrides: findings,
    formatVersion: maybe(text),
    options: maybe(
      parts<ExportOptions>({
        lineLength: maybe(number),
        slugHeader: maybe(flag),
        bare: maybe(flag),
        paper: maybe(oneOf(PAPERS)),
        embed: maybe(flag),
        fileNamePattern: maybe(text),
        include: maybe(listOf(oneOf(INCLUDED_PARTS))),
      }),
    ),
    warns: maybe(number),
    destination: maybe(text),
    writtenAs: maybe(text),
    to: maybe(texts),
    shared: maybe(texts),
    version: maybe(number),
    state: maybe(text),
    ledgerAt: maybe(number),
    asOf: maybe(instant),
    again: maybe(entryRef),
    left: maybe(parts<NonNullable<EventOf<'exported'>['left']>>({ text, number: maybe(number), own: maybe(ownId) })),
  },
  exportFailed: { export: entryRef, reason: text },
  correctionNoted: {
    version: number,
    approver: maybe(text),
    selfApproved: maybe(yes),
    stood: maybe(yes),
    was: text,
    is: text,
    since: parts<PublishedVersion>({ version: number, at: instant }),
    cause: text,
    publicText: text,
  },
  correctionTold: {
    version: number,
    export: entryRef,
    destination: text,
    how: maybe(text),
    withdrawn: maybe(yes),
    kill: maybe(yes),
  },
}

const LOSS_SHAPES: Shapes<LossEvent['kind']> = {
  lossFound: { losses },
  lossAccepted: { losses, reason: text },
  filesElsewhere: { files: texts },
}

const MERGE_SHAPES: Shapes<MergeEvent['kind']> = {
  merged: {
    bundle: text,
    from: text,
    device: text,
    entries: count,
    here: maybe(texts),
    version: maybe(number),
    copy: maybe(text),
    again: maybe(texts),
    client: maybe(number),
  },
  mergeUndone: { merge: text, tray: texts, client: number },
  apartDecided: { entries: texts, verdict: oneOf(['taken', 'dropped']), of: texts, reason: maybe(text) },
}

export const STORY_SHAPES = {
  ...OWN_SHAPES,
  ...GATE_SHAPES,
  ...SUGGESTION_SHAPES,
  ...COMMENT_SHAPES,
  ...PUBLICATION_SHAPES,
  ...LOSS_SHAPES,
  ...MERGE_SHAPES,
}
