/** Parsers of the requests about facts, their evidence and their queries. */
import * as z from 'zod/mini'
import { FACT_TYPES, SIGNED_STATUSES } from '../../story/ledger/facts/fact'
import type { FactRequests } from '../../story/requests/factRequests'
import {
  maybe,
  text,
  list,
  id,
  name,
  words,
  someWords,
  reason,
  place,
  nth,
  sha256,
  seen,
  standing,
  type Parsers,
} from './parsedValues'

const evidence = z.strictObject({
  source: id,
  locator: text(5000),
  excerpt: maybe(words),
  note: maybe(reason),
  stance: z.enum(['supports', 'contradicts']),
  file: maybe(sha256),
  fileName: maybe(text(2000)),
})
const translation = z.strictObject({
  original: words,
  language: text(100),
  translator: text(500),
  secondReader: maybe(text(500)),
  officialInterpreter: maybe(z.boolean()),
})
const derivation = z.strictObject({
  expression: text(2000),
  inputs: list(
    z.strictObject({
      name: z.string().check(z.regex(/^\p{L}[\p{L}\p{N}]{0,39}$/u)),
      value: text(2000),
      fact: maybe(id),
      from: maybe(text(2000)),
    }),
    40,
  ),
  rate: maybe(z.strictObject({ value: text(100), source: text(500), date: text(40) })),
  roundedTo: maybe(z.number().check(z.positive(), z.maximum(1e15))),
})
const seenFact = z.strictObject({ fact: id, seen, standing: maybe(standing) })

export const FACT_PARSERS: Parsers<FactRequests> = {
  'fact.tag': () =>
    z.strictObject({
      story: id,
      text: someWords,
      type: z.enum(FACT_TYPES),
      nth: maybe(nth),
      attributedTo: maybe(name),
      statement: maybe(reason),
    }),
  'fact.untag': () => z.strictObject({ story: id, fact: id, reason }),
  'fact.retag': () => z.strictObject({ story: id, fact: id, block: place, from: place, to: place }),
  'fact.retype': () => z.strictObject({ story: id, fact: id, type: z.enum(FACT_TYPES), reason: maybe(reason) }),
  'fact.describe': () =>
    z.strictObject({ story: id, fact: id, statement: maybe(reason), attributedTo: maybe(text(500)) }),
  'fact.sign': () =>
    z.strictObject({
      story: id,
      fact: id,
      status: z.enum(SIGNED_STATUSES),
      reason: maybe(reason),
      seen,
      standing: maybe(standing),
      evidence: maybe(evidence),
      addressee: maybe(text(500)),
      due: maybe(text(200)),
      echoes: maybe(list(seenFact, 200)),
      proposed: maybe(words),
    }),
  'fact.withdraw': () => z.strictObject({ story: id, fact: id, reason, standing: maybe(standing) }),
  'fact.find': () => z.strictObject({ story: id, fact: id, source: id }),
  'fact.answer': () => z.strictObject({ story: id, fact: id, text: reason, standing: maybe(standing) }),
  'fact.translate': () => z.strictObject({ story: id, fact: id, translation: maybe(translation) }),
  'fact.derive': () => z.strictObject({ story: id, fact: id, derivation: maybe(derivation) }),
  'fact.signAgain': () => z.strictObject({ story: id, facts: list(seenFact, 5000, 1) }),
  'query.list': () => z.strictObject({ story: id, addressee: maybe(text(500)) }),
  'query.answers': () => z.strictObject({ story: id, text: words, preview: maybe(z.boolean()) }),
  'fact.addEvidence': () => z.strictObject({ story: id, fact: id, evidence }),
  'fact.editEvidence': () =>
    z.strictObject({
      story: id,
      fact: id,
      evidence: id,
      locator: maybe(text(5000)),
      excerpt: maybe(words),
      note: maybe(reason),
      stance: maybe(z.enum(['supports', 'contradicts'])),
      file: maybe(z.union([z.literal(''), sha256])),
      fileName: maybe(text(2000)),
    }),
  'fact.removeEvidence': () => z.strictObject({ story: id, fact: id, evidence: id }),
  'fact.acceptContext': () => z.strictObject({ story: id, facts: list(seenFact, 1000, 1) }),
  'fact.response': () =>
    z.strictObject({ story: id, fact: id, who: text(500), how: text(500), when: text(500), reply: reason }),
}
