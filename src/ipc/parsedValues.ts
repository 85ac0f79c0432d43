/** Parsers of the values that requests are made of: ids, words, reasons, evidence, sizes. */
import en from 'zod/v4/locales/en.js'
import * as z from 'zod/mini'
import { LARGEST_FILE } from '../story/text/format/largestFile'
import { EXPORT_FORMATS, INCLUDED_PARTS, LINE_LENGTHS, PAPERS } from '../story/requests/requests'
import { GROUND_RULES, SOURCE_KINDS } from '../story/desk/source'
import { saysNothing } from '../story/text/words/saysNothing'

/** Bytes of one piece of a file that is copied into the library. */
export const LARGEST_PIECE = 8 * 1024 * 1024
/** Bytes of one update of a story. */
export const LARGEST_UPDATE = 32 * 1024 * 1024

// Error messages in English. No JIT: it needs eval, and most parsers run only once. Set before any parser is made.
z.config({ ...en(), jitless: true })

export const maybe = z.optional
export const text = (most: number, least = 0) => z.string().check(z.minLength(least), z.maxLength(most))
export const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
export const number = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most))
export const list = <T extends z.ZodMiniType>(of: T, most: number, least = 0) =>
  z.array(of).check(z.minLength(least), z.maxLength(most))

export const id = text(200, 1)
export const name = text(500, 1)
export const words = text(100_000)
export const someWords = text(100_000, 1)
/** A reason, an answer, a kill text. What shows nothing to a reader is none. */
export const reason = text(10_000).check(z.overwrite((value) => (saysNothing(value) ? '' : value)))
export const place = whole(0, 100_000_000)
export const nth = whole(1, 1_000_000)
export const bytes = (most: number) =>
  z.instanceof(Uint8Array).check(z.refine((value) => value.byteLength <= most, `more than ${most} bytes`))

export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const evidence = z.strictObject({
  source: id,
  locator: text(5000),
  excerpt: maybe(words),
  note: maybe(reason),
  stance: z.enum(['supports', 'contradicts']),
  file: maybe(sha256),
  fileName: maybe(text(2000)),
})
export const translation = z.strictObject({
  original: words,
  language: text(100),
  translator: text(500),
  secondReader: maybe(text(500)),
  officialInterpreter: maybe(z.boolean()),
})
export const derivation = z.strictObject({
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
/** Hash of a view. Another form is no view that a person had before them. */
export const seen = sha256
/** The key of a finding: the words that it is about, and their sentence. */
export const findingKey = text(100_000)
/** Hashes of the entries of the verdicts that a person had before them. */
export const standing = list(sha256, 1000)
export const seenFact = z.strictObject({ fact: id, seen, standing: maybe(standing) })
export const seenSuggestions = list(
  z.strictObject({ id, inserted: maybe(text(10_000_000)), deleted: maybe(text(10_000_000)) }),
  100_000,
  1,
)
const aliases = list(name, 200)
const contact = text(2000)
const groundRules = z.enum(GROUND_RULES)
export const kind = z.enum(SOURCE_KINDS)
export const sourceWords = {
  name: maybe(name),
  kind: maybe(kind),
  groundRules: maybe(groundRules),
  wording: maybe(reason),
  description: maybe(text(500)),
  protected: maybe(z.boolean()),
  aliases: maybe(aliases),
  contact: maybe(contact),
  pooler: maybe(text(500)),
  poolNumber: maybe(text(100)),
  derivedFrom: maybe(list(id, 100)),
  officialRecord: maybe(z.boolean()),
}
export const exportChoices = {
  formatVersion: maybe(text(40)),
  edition: maybe(z.enum(['internal', 'public'])),
  lineLength: maybe(whole(LINE_LENGTHS.least, LINE_LENGTHS.most)),
  slugHeader: maybe(z.boolean()),
  bare: maybe(z.boolean()),
  paper: maybe(z.enum(PAPERS)),
  embed: maybe(z.boolean()),
  include: maybe(list(z.enum(INCLUDED_PARTS), INCLUDED_PARTS.length)),
}
export const exportRequest = z.strictObject({
  story: id,
  format: z.enum(EXPORT_FORMATS),
  ...exportChoices,
  draft: maybe(z.boolean()),
  override: maybe(reason),
  seen: maybe(sha256),
  saveAs: maybe(text(1000)),
  destination: maybe(text(5000)),
  fileNamePattern: maybe(text(1000)),
})
export const exportProfile = z.strictObject({
  name: text(200),
  format: z.enum(EXPORT_FORMATS),
  choices: z.strictObject(exportChoices),
  draft: maybe(z.literal(true)),
  folder: text(4096, 1),
  pattern: maybe(text(1000)),
})
export const pictureWords = {
  alt: maybe(words),
  credit: maybe(words),
  rights: maybe(words),
  captured: maybe(text(100)),
}
export const comment = text(20_000)
export const onWords = {
  on: maybe(words),
  nth: maybe(nth),
  place: maybe(z.strictObject({ block: place, from: place, to: place, words })),
}
/** Any text: the action checks whether it is a PIN. */
export const pin = text(200)
export const nothing = z.strictObject({})
export const storyOnly = z.strictObject({ story: id })
export const file = z.strictObject({ name, bytes: bytes(LARGEST_FILE), job: maybe(id) })
