/** What entries about one fact have to say. */
import type { Role } from '../../desk/roster'
import type { FactEvent, ResponseSought } from '../events/factEvent'
import type { DerivedInput, Derivation } from '../facts/derivation'
import { FACT_TYPES, SIGNED_STATUSES, type Evidence } from '../facts/fact'
import type { Translation } from '../facts/translation'
import {
  entryRef,
  flag,
  listOf,
  maybe,
  number,
  oneOf,
  parts,
  recordOf,
  text,
  texts,
  yes,
  type Shape,
  type Shapes,
} from './shape'
import { viewParts } from './viewShapes'

const factType = oneOf(FACT_TYPES)
const onFact = { fact: text }
const wordsOfFact = { fact: text, words: text }

const evidence = parts<Evidence>({
  id: text,
  source: text,
  locator: text,
  excerpt: maybe(text),
  note: maybe(text),
  stance: oneOf(['supports', 'contradicts']),
  file: maybe(text),
  fileName: maybe(text),
  size: maybe(number),
})
const translation = parts<Translation>({
  original: text,
  language: text,
  translator: text,
  secondReader: maybe(text),
  officialInterpreter: maybe(flag),
})
const input = parts<DerivedInput>({ name: text, value: text, fact: maybe(text), from: maybe(text) })
const derivation = parts<Derivation>({
  expression: text,
  inputs: listOf(input),
  rate: maybe(parts<NonNullable<Derivation['rate']>>({ value: text, source: text, date: text })),
  roundedTo: maybe(number),
})
const response = parts<ResponseSought>({ who: text, how: text, when: text, reply: text })

/** A newer Stet, or a roster that somebody wrote by hand, may have roles that nobody here knows. */
const role: Shape<Role> = (value): value is Role => text(value)

export const FACT_SHAPES: Shapes<FactEvent['kind']> = {
  tagged: { ...wordsOfFact, type: factType, writers: texts },
  retyped: { ...onFact, from: factType, to: factType, reason: maybe(text) },
  described: { ...onFact, statement: maybe(text), attributedTo: maybe(text) },
  reworded: {
    ...wordsOfFact,
    writers: maybe(texts),
    adopted: maybe(texts),
    of: maybe(text),
    around: maybe(texts),
  },
  signed: {
    ...wordsOfFact,
    contextAccepted: maybe(flag),
    status: oneOf(SIGNED_STATUSES),
    sentence: text,
    preceding: text,
    sentenceRule: number,
    evidence: texts,
    groundRules: recordOf(number),
    reason: maybe(text),
    addressee: maybe(text),
    due: maybe(text),
    translation: maybe(text),
    derived: maybe(text),
    fromOriginal: maybe(yes),
    selfChecked: maybe(flag),
    contextWriters: maybe(texts),
    role: maybe(role),
    carries: maybe(entryRef),
    accepts: maybe(text),
    view: maybe(text),
    parts: maybe(viewParts),
  },
  withdrawn: { ...onFact, signOff: entryRef, reason: maybe(text) },
  answered: { ...onFact, text },
  translated: { ...onFact, translation: maybe(translation) },
  derived: { ...onFact, derivation: maybe(derivation) },
  evidenceAdded: { ...onFact, evidence, replaces: maybe(text), broughtBy: maybe(texts) },
  evidenceRemoved: { ...onFact, evidence: text },
  responseSought: { ...onFact, response },
  lapsed: { ...wordsOfFact, reasons: texts },
  restored: wordsOfFact,
  untagged: { ...wordsOfFact, reason: text, lastStatus: text },
  retagged: wordsOfFact,
}
