/** A story as people and programs read it: `story.show`, the library list, the snapshot on disk. */
import { legalHash, legalNow } from '../../story/assessment/people/legalRead'
import type { Assessment } from '../../story/assessment/assessment'
import { weighFact } from '../../story/assessment/clearing'
import { placeComments } from '../../story/copy/comment'
import { countsCharacters } from '../../story/text/words/characters'
import { countCharacters, countWords, type Block } from '../../story/copy/copy'
import type { Fields } from '../../story/ledger/fields'
import { factType, type FactStatus } from '../../story/ledger/facts/fact'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { penHeld } from '../../story/ledger/writers/pen'
import type { BlockView, FactView, PenView, StorySummary, StoryView } from '../../story/requests/requests'
import { openLosses } from '../../story/assessment/lostTrust'
import { isUnsigned } from '../../story/ledger/unsignedComments'
import type { CommentThread } from '../../story/copy/comment'
import type { ViewPart } from '../../story/view/compare/viewChange'
import type { Story } from '../../story/assessment/story'
import { defined } from '../../story/text/defined'
import { signersOf } from './signersOf'
import { sourcesUsed } from './sourcesUsed'

/** `updated`: ISO 8601 instant of the last change. Facts come in the assessments' order. */
export function viewOf(
  story: Story,
  assessments: readonly Assessment[],
  updated: string,
  deskOfOne: boolean,
  entries: readonly LedgerEntry[],
): StoryView {
  const facts = assessments.map(factView)
  const rests = new Set(facts.flatMap(({ evidence }) => evidence.map(({ source }) => source)))
  const sourcesBefore = sourcesUsed(entries).filter((source) => !rests.has(source))
  const shown = new Set(facts.map(({ signed }) => signed?.by))
  const signersBefore = signersOf(entries).filter((name) => !shown.has(name))
  return {
    id: story.id,
    guid: story.guid,
    stage: story.ledger.standing.stage,
    version: story.ledger.standing.version,
    fields: { ...story.fields, needsLegal: legalNow(story, assessments, deskOfOne) },
    blocks: story.copy.map(blockView),
    facts,
    comments: placeComments(story.copy, story.comments ?? []).map(({ thread, place, ranges: [range], standing }) => ({
      ...thread,
      ...unsignedParts(thread, { entries, isShared: story.ledger.shared === true }),
      place,
      ...defined({ block: range?.block, standing }),
    })),
    suggestions: story.suggestions ?? [],
    legalText: legalHash(story.copy, assessments),
    ...defined({ sentBack: story.ledger.sentBack, pen: penView(story.ledger) }),
    ...lossesIn(story),
    ...(sourcesBefore.length > 0 ? { sourcesBefore } : {}),
    ...(signersBefore.length > 0 ? { signersBefore } : {}),
    updated,
  }
}

function unsignedParts(
  thread: CommentThread,
  of: Parameters<typeof isUnsigned>[2],
): Pick<StoryView['comments'][number], 'unsigned' | 'unsignedReplies'> {
  const replies = thread.replies.flatMap((reply, at) => (isUnsigned(thread, reply, of) ? [at + 1] : []))
  return {
    ...(isUnsigned(thread, undefined, of) ? { unsigned: true as const } : {}),
    ...(replies.length > 0 ? { unsignedReplies: replies } : {}),
  }
}

/** Who has the pen, since when and from whom. Undefined: nobody. */
export function penView(ledger: Story['ledger']): PenView | undefined {
  const held = penHeld(ledger)
  return held && { holder: held.to, from: held.by, at: held.at }
}

export const blockView = ({ role, level, cell, picture, text }: Block): BlockView => ({
  role,
  ...defined({ level, cell, picture }),
  text,
})

export function summaryOf(story: Story, assessments: readonly Assessment[], updated: string): StorySummary {
  const facts: Partial<Record<FactStatus, number>> = {}
  for (const { status } of assessments) facts[status] = (facts[status] ?? 0) + 1
  const losses = openLosses(story).length
  const open = assessments.filter((fact) => weighFact(fact) !== 'pass').length
  return {
    id: story.id,
    slug: story.fields.slug,
    headline: headlineOf(story),
    stage: story.ledger.standing.stage,
    version: story.ledger.standing.version,
    facts,
    ...(open > 0 ? { open } : {}),
    words: countWords(story.copy),
    ...(countsCharacters(story.fields.language) ? { characters: countCharacters(story.copy) } : {}),
    wordTarget: story.fields.wordTarget,
    embargo: story.fields.embargo,
    updated,
    ...summaryFields(story.fields),
    ...(losses > 0 ? { losses } : {}),
  }
}

/** What of the fields is in the row. Older story files lack it. */
export const summaryFields = ({
  byline,
  author,
  desk,
  assignee,
  language,
}: Fields): Required<Pick<StorySummary, 'by' | 'desk' | 'assignee' | 'language'>> => ({
  by: byline.map(({ name }) => name).join(', ') || author,
  desk,
  assignee,
  language,
})

function lossesIn(story: Story): Pick<StoryView, 'losses' | 'lossesAccepted'> {
  const losses = openLosses(story)
  const accepted = [...story.ledger.lossesAccepted.values()]
  return {
    ...(losses.length > 0 ? { losses } : {}),
    ...(accepted.length > 0 ? { lossesAccepted: accepted } : {}),
  }
}

export const headlineOf = ({ copy }: Pick<Story, 'copy'>): string =>
  copy.find((block) => block.role === 'headline')?.text ?? ''

export function factView(assessment: Assessment): FactView {
  const { current, tag } = assessment
  return {
    id: assessment.id,
    type: factType(assessment),
    status: assessment.status,
    seen: assessment.view?.hash ?? '',
    text: assessment.text,
    words: assessment.words,
    context: contextOf(assessment),
    reasons: assessment.reasons,
    answered: assessment.answered,
    sentence: assessment.sentence,
    ...defined({ attributedTo: tag.attributedTo, statement: tag.statement }),
    evidence: assessment.evidence,
    ...defined({ translation: assessment.record.translation, derivation: assessment.record.derivation }),
    ...queryOf(assessment),
    ...defined({
      responses: assessment.record.responses?.map(({ who, how, when, reply }) => ({ who, how, when, reply })),
    }),
    ...(current
      ? {
          signed: {
            by: current.by,
            at: current.at,
            status: current.status,
            words: current.words,
            ...defined({ reason: current.reason, fromOriginal: current.fromOriginal }),
            ...(assessment.beforeViews ? { beforeViews: true as const } : {}),
          },
        }
      : {}),
  }
}

function queryOf({ current, status, record }: Assessment): Pick<FactView, 'query' | 'answer'> {
  const asked = record.signOffs.findLast((signOff) => signOff.status === 'queried')?.by
  return {
    ...(current && status === 'queried'
      ? {
          query: {
            question: current.reason ?? '',
            by: current.by,
            ...defined({ addressee: current.addressee, due: current.due }),
          },
        }
      : {}),
    ...(record.answer ? { answer: { text: record.answer.text, by: record.answer.by, ...defined({ asked }) } } : {}),
  }
}

function contextOf({ current, reasons, changes, precedingChanged }: Assessment): FactView['context'] {
  if (!current) return ''
  const around = changes.some(({ part, lapses }) => lapses && part !== 'words' && AROUND.has(part))
  if (around || reasons.includes('words')) return 'changed'
  return precedingChanged ? 'precedingChanged' : 'asSigned'
}

const AROUND: ReadonlySet<ViewPart> = new Set(['context', 'graf', 'headers', 'belongsTo', 'picture'])
