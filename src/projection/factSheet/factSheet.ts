import { shownStored } from '../../story/history/storedText'
import { projectionText } from '../../catalogue/rooms/projection'
import type { Assessment } from '../../story/assessment/assessment'
import { wordsOfFacts } from '../../story/assessment/assessFact'
import type { Copy } from '../../story/copy/copy'
import type { Derivation } from '../../story/ledger/facts/derivation'
import { STATUS_WORDS, TYPE_WORDS, factType, type Evidence } from '../../story/ledger/facts/fact'
import { hashCopy } from '../../story/ledger/hash'
import type { ResponseSought } from '../../story/ledger/events/factEvent'
import type { Source } from '../../story/desk/source'
import { STAGE_WORDS } from '../../story/ledger/stages'
import { openLosses } from '../../story/assessment/lostTrust'
import type { Story } from '../../story/assessment/story'
import type { Translation } from '../../story/ledger/facts/translation'
import { describePlace } from '../../story/copy/describePlace'
import { prepare } from '../scan/prepared'
import { findTerm } from '../scan/seek/seekTerm'
import { namesForPrint, type PrintName } from './printNames'
import { publishableText } from '../published/publishableText'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { maskNames } from '../scan/maskNames'
import { defined } from '../../story/text/defined'

/** `internal`: with people, queries and backup. `public`: the part of the checking that readers may see. */
export type Edition = 'internal' | 'public'

export interface SheetBackup {
  /** "Source A" if the source may not be named. */
  readonly source: string
  readonly contradicts: boolean
  /** "Pool report, background"; '' in the public edition if the source is withheld. */
  readonly kind: string
  readonly locator: string
  readonly excerpt: string
  /** The captured file's name and SHA-256. Internal only, and never of a protected source. */
  readonly file?: { readonly name: string; readonly sha256: string }
}

/** The original words of a translated quote. */
export interface SheetTranslation {
  readonly original: string
  /** BCP 47. */
  readonly language: string
  /** "official interpreter"; in the internal edition also the translator and the second reader. */
  readonly by: string
}

/** The calculation of a figure. */
export interface SheetWorkings {
  readonly expression: string
  /** `from`: source and place of a value; internal only. */
  readonly inputs: readonly { readonly name: string; readonly reads: string; readonly from: string }[]
  readonly rate?: { readonly value: string; readonly source: string; readonly date: string }
  readonly roundedTo?: number
  /** The result of the expression, as a person writes it; '' if it was not calculated. */
  readonly gives: string
}

export interface SheetFact {
  /** 1, 2, 3 … in text order. Internal ids never appear. */
  readonly number: number
  readonly type: string
  /** "headline", "graf 3"; '' in the tray. */
  readonly where: string
  readonly words: string
  readonly attributedTo: string
  readonly statement: string
  readonly status: string
  /** Why the fact needs another check, in words; internal only. */
  readonly reasons: readonly string[]
  readonly signOff?: {
    readonly by?: string
    readonly at: string
    readonly status: string
    readonly reason?: string
    readonly selfChecked: boolean
    /** Internal edition: it was signed before Stet signed views. */
    readonly beforeViews: boolean
    /** Given in the story that this one is a duplicate of. */
    readonly fromOriginal: boolean
  }
  readonly translation?: SheetTranslation
  readonly workings?: SheetWorkings
  /** Responses that were sought from the subjects of an allegation; internal only. */
  readonly responses: readonly ResponseSought[]
  readonly backup: readonly SheetBackup[]
}

export interface FactSheet {
  readonly edition: Edition
  /** SHA-256 of the copy that the facts belong to (story/ledger/hash.ts, hashCopy), lower-case hex. */
  readonly copyHash: string
  readonly stage: string
  /** The kill text of a killed story, whose facts are left out; public only. */
  readonly killText?: string
  /** Whether this copy is the cleared one; absent if none is cleared. */
  readonly isCleared?: boolean
  /** What was lost of the records of checking, a line each. In the public edition that something was. */
  readonly losses: readonly string[]
  /** Number of facts by status, in the order of the list: "Verified" → 3. */
  readonly counts: readonly (readonly [status: string, facts: number])[]
  readonly facts: readonly SheetFact[]
  /** Cut, lost and untagged facts; internal only. */
  readonly tray: readonly SheetFact[]
}

/** Input of a fact sheet. `gives`: fact id → result of its calculation. */
export interface SheetInput {
  readonly story: Pick<Story, 'copy' | 'ledger'> & Partial<Pick<Story, 'losses'>>
  readonly assessments: readonly Assessment[]
  readonly sources: ReadonlyMap<string, Source>
  readonly edition: Edition
  readonly gives?: ReadonlyMap<string, string>
  /** Of a killed story: the text that withdraws it. */
  readonly killText?: string
}

/**
 * Builds the fact sheet by allow-list. Both editions call protected sources "Source A". The public edition does so for
 * every source that is not on the record, even where people wrote its name beside the copy, and leaves out its locators
 * and excerpts. It has no off-the-record backing, people, queries or tray. Of a killed story it has the kill text and
 * no facts, because facts are words of the body.
 */
export function projectFactSheet({
  story,
  assessments,
  sources,
  edition,
  gives = new Map(),
  killText = '',
}: SheetInput): FactSheet {
  const { copy, ledger } = story
  const { bySource: names, withheld } = namesForPrint(sources, edition)
  // If the copy itself has the name, a label beside it would reveal whose backup it is.
  const texts = copy.map(({ text }) => prepare(text))
  const unnamed = withheld.filter((term) => texts.every((text) => findTerm(text, term).length === 0))
  const wordsOf = wordsOfFacts(assessments)
  const withdrawn = edition === 'public' && ledger.standing.stage === 'killed'
  const standing = withdrawn ? [] : assessments.filter((fact) => fact.ranges.length > 0)
  const tray = edition === 'internal' ? assessments.filter((fact) => fact.ranges.length === 0) : []
  const project = (fact: Assessment, index: number): SheetFact =>
    sheetFact(fact, index + 1, {
      edition,
      names,
      copy,
      wordsOf,
      gives,
      mask: masker(withheld),
      maskClaim: masker(unnamed),
    })
  const facts = standing.map(project)
  const copyHash = hashCopy(copy)
  return {
    edition,
    copyHash,
    stage: STAGE_WORDS[ledger.standing.stage],
    ...(withdrawn ? { killText: masker(withheld)(killText) } : {}),
    ...defined({ isCleared: ledger.clearedHash === undefined ? undefined : ledger.clearedHash === copyHash }),
    losses: lossLines(story, edition),
    counts: countsOf(facts),
    facts,
    tray: tray.map((fact, index) => project(fact, standing.length + index)),
  }
}

function lossLines(story: SheetInput['story'], edition: Edition): readonly string[] {
  const open = openLosses(story)
  const accepted = [...story.ledger.lossesAccepted.values()]
  if (edition === 'public') return open.length + accepted.length === 0 ? [] : [projectionText('factSheet.lossPublic')]
  return [
    ...open.map(({ detail }) => projectionText('factSheet.lossOpen', { detail })),
    ...accepted.map(({ detail, by, at, reason }) =>
      projectionText('factSheet.lossAccepted', { detail, by, at: at.slice(0, 10), reason }),
    ),
  ]
}

const countsOf = (facts: readonly SheetFact[]): FactSheet['counts'] => {
  const counts = new Map<string, number>()
  for (const { status } of facts) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts]
}

/** Returns text for printing, with withheld names replaced. */
const masker =
  (terms: readonly ProtectedTerm[]) =>
  (text: string): string =>
    text === '' ? '' : maskNames(publishableText(text), terms)

interface SheetContext {
  readonly edition: Edition
  readonly names: ReadonlyMap<string, PrintName>
  readonly copy: Copy
  readonly wordsOf: (fact: string) => string | undefined
  readonly gives: ReadonlyMap<string, string>
  readonly mask: (text: string) => string
  /** For claims of the copy and their attribution. */
  readonly maskClaim: (text: string) => string
}

function sheetFact(fact: Assessment, number: number, context: SheetContext): SheetFact {
  const { tag, record } = fact
  const internal = context.edition === 'internal'
  const signOff = signOffOf(fact, context)
  return {
    number,
    type: TYPE_WORDS[factType({ tag, record })],
    where: describePlace(fact, context.copy),
    words: publishableText(fact.text),
    attributedTo: context.maskClaim(tag.attributedTo ?? ''),
    statement: context.maskClaim(tag.statement ?? ''),
    status: !internal && fact.status === 'queried' ? STATUS_WORDS.toCheck : STATUS_WORDS[fact.status],
    reasons: internal
      ? [
          ...fact.reasons.map((reason) => projectionText(`factSheet.${reason}`)),
          ...untaggedReason(fact),
          ...(fact.answered ? [projectionText('factSheet.queryAnswered')] : []),
        ]
      : [],
    ...defined({ signOff }),
    // The original words of a withheld source are its excerpt.
    ...(record.translation && !restsOnWithheld(fact, context)
      ? { translation: translationOf(record.translation, internal) }
      : {}),
    ...defined({ workings: record.derivation && workingsOf(fact.id, record.derivation, context) }),
    responses: internal
      ? (record.responses ?? []).map(({ who, how, when, reply }) => ({
          who: publishableText(who),
          how: publishableText(how),
          when: publishableText(when),
          reply: publishableText(reply),
        }))
      : [],
    backup: fact.evidence.flatMap((evidence) => backupOf(evidence, context)),
  }
}

const restsOnWithheld = ({ evidence }: Assessment, { edition, names }: SheetContext): boolean =>
  edition === 'public' && evidence.some(({ source }) => names.get(source)?.withheld ?? true)

function signOffOf({ current, status }: Assessment, { edition, mask }: SheetContext): SheetFact['signOff'] {
  const internal = edition === 'internal'
  if (!current || (!internal && (current.status === 'queried' || status !== current.status))) return undefined
  return {
    at: current.at,
    status: STATUS_WORDS[current.status],
    selfChecked: current.selfChecked ?? false,
    beforeViews: internal && current.parts === undefined && !current.fromOriginal,
    fromOriginal: internal && current.fromOriginal === true,
    ...(internal ? { by: publishableText(current.by) } : {}),
    ...(current.reason && (internal || current.status === 'letStand')
      ? { reason: mask(shownStored(current.reason)) }
      : {}),
  }
}

function translationOf(
  { original, language, translator, secondReader, officialInterpreter }: Translation,
  internal: boolean,
): SheetTranslation {
  const people = internal
    ? [
        translator,
        ...(secondReader === undefined ? [] : [projectionText('factSheet.readAgain', { person: secondReader })]),
      ]
    : []
  return {
    original: publishableText(original),
    language: publishableText(language),
    by: publishableText(
      [...people, ...(officialInterpreter ? [projectionText('factSheet.interpreter')] : [])].filter(Boolean).join(', '),
    ),
  }
}

function workingsOf(
  fact: string,
  { expression, inputs, rate, roundedTo }: Derivation,
  { edition, wordsOf, gives, mask }: SheetContext,
): SheetWorkings {
  return {
    expression: mask(expression),
    inputs: inputs.map(({ name, value, fact: other, from }) => ({
      name: mask(name),
      reads: mask(value.trim() === '' && other !== undefined ? (wordsOf(other) ?? '') : value),
      from: edition === 'internal' ? publishableText(from ?? '') : '',
    })),
    ...(rate ? { rate: { value: mask(rate.value), source: mask(rate.source), date: mask(rate.date) } } : {}),
    ...defined({ roundedTo }),
    gives: gives.get(fact) ?? '',
  }
}

function backupOf(evidence: Evidence, { edition, names }: SheetContext): readonly SheetBackup[] {
  const internal = edition === 'internal'
  const source =
    names.get(evidence.source) ??
    (internal
      ? { name: projectionText('factSheet.unknownSource'), kind: '', protected: false, withheld: false }
      : undefined)
  if (!source) return []
  const shown = internal || !source.withheld
  return [
    {
      source: source.name,
      contradicts: evidence.stance === 'contradicts',
      kind: shown ? source.kind : '',
      locator: shown ? publishableText(evidence.locator) : '',
      excerpt: shown ? publishableText(evidence.excerpt ?? '') : '',
      ...(internal && !source.protected && evidence.file !== undefined
        ? { file: { name: publishableText(evidence.fileName ?? ''), sha256: evidence.file } }
        : {}),
    },
  ]
}

const untaggedReason = ({ record: { untagged } }: Assessment): readonly string[] =>
  untagged
    ? [
        projectionText('factSheet.untaggedBy', {
          person: publishableText(untagged.by),
          reason: publishableText(untagged.reason),
        }),
      ]
    : []
