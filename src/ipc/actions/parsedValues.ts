/** Parsers of the values that several requests have: ids, words, reasons, hashes, export choices. */
import en from 'zod/v4/locales/en.js'
import * as z from 'zod/mini'
import { EXPORT_FORMATS, INCLUDED_PARTS, LINE_LENGTHS, PAPERS } from '../../story/requests/requests'
import { saysNothing } from '../../story/text/words/saysNothing'

/** Bytes of one piece of a file that is copied into the library. */
export const LARGEST_PIECE = 8 * 1024 * 1024
/** Bytes of one update of a story. */
export const LARGEST_UPDATE = 32 * 1024 * 1024

// Error messages in English. No JIT: it needs eval, and most parsers run only once. Set before any parser is made.
z.config({ ...en(), jitless: true })

/** A parser for each request of a table, made on its first use: making all of them takes longer than most commands. */
export type Parsers<Table extends { readonly [Name in keyof Table]: { readonly request: unknown } }> = {
  readonly [Name in keyof Table]: () => z.ZodMiniType<Table[Name]['request']>
}

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
/** A reason, an answer, a kill text. What shows nothing to a reader counts as ''. */
export const reason = text(10_000).check(z.overwrite((value) => (saysNothing(value) ? '' : value)))
export const place = whole(0, 100_000_000)
export const nth = whole(1, 1_000_000)
export const bytes = (most: number) =>
  z.instanceof(Uint8Array).check(z.refine((value) => value.byteLength <= most, `more than ${most} bytes`))

export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** Hash of a view. Another form is no view that a person had before them. */
export const seen = sha256
/** Hashes of the entries of the verdicts that a person had before them. */
export const standing = list(sha256, 1000)
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
/** Which stories go to an archive. The folder is not in it: a page never names one. */
export const archiving = { stories: list(id, 500, 1), before: text(40, 1), preview: maybe(z.boolean()) }
/** Any text: the action checks whether it is a PIN. */
export const pin = text(200)
export const nothing = z.strictObject({})
export const storyOnly = z.strictObject({ story: id })
