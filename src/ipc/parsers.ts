/**
 * Parsers for everything that a window or another process sends. They refuse unknown keys, missing values and excessive
 * sizes before anything acts on a message. Each parser is typed by its request.
 */
import { mainText } from '../catalogue/rooms/main'
import en from 'zod/v4/locales/en.js'
import * as z from 'zod/mini'
import { FACT_TYPES, SIGNED_STATUSES } from '../story/ledger/fact'
import { FIELD_NAMES, type FieldName } from '../story/ledger/fields'
import { LARGEST_FILE } from '../story/text/largestFile'
import {
  EXPORT_FORMATS,
  INCLUDED_PARTS,
  LINE_LENGTHS,
  NewsroomError,
  type ActionName,
  type RequestOf,
} from '../story/requests/requests'
import { WORD_LISTS } from '../story/desk/deskWords'
import { ROLES } from '../story/desk/roster'
import { GROUND_RULES, SOURCE_KINDS } from '../story/desk/source'
import { DOORS, STAGES, VERSION_KINDS } from '../story/ledger/stages'
import type { CallName, Calls } from './contract'
import { KEY_ROWS, type KeyId } from './keymap'
import { defined } from '../story/text/defined'
import { saysNothing } from '../story/text/saysNothing'

/** Bytes of one piece of a file that is copied into the library. */
const LARGEST_PIECE = 8 * 1024 * 1024
/** Bytes of one update of a story. */
const LARGEST_UPDATE = 32 * 1024 * 1024

// Error messages in English. No JIT: it needs eval, and most parsers run only once.
z.config({ ...en(), jitless: true })

const maybe = z.optional
const text = (most: number, least = 0) => z.string().check(z.minLength(least), z.maxLength(most))
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const number = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most))
const list = <T extends z.ZodMiniType>(of: T, most: number, least = 0) =>
  z.array(of).check(z.minLength(least), z.maxLength(most))

const id = text(200, 1)
const name = text(500, 1)
const words = text(100_000)
const someWords = text(100_000, 1)
/** A reason, an answer, a kill text. What shows nothing to a reader is none. */
const reason = text(10_000).check(z.overwrite((value) => (saysNothing(value) ? '' : value)))
const place = whole(0, 100_000_000)
const nth = whole(1, 1_000_000)
const bytes = (most: number) =>
  z.instanceof(Uint8Array).check(z.refine((value) => value.byteLength <= most, `more than ${most} bytes`))

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const evidence = z.strictObject({
  source: id,
  locator: text(5000),
  excerpt: maybe(words),
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
/** Hash of a view. Another form is no view that a person had before them. */
const seen = sha256
const seenFact = z.strictObject({ fact: id, seen })
const seenSuggestions = list(
  z.strictObject({ id, inserted: maybe(text(10_000_000)), deleted: maybe(text(10_000_000)) }),
  100_000,
  1,
)
const aliases = list(name, 200)
const contact = text(2000)
const groundRules = z.enum(GROUND_RULES)
const kind = z.enum(SOURCE_KINDS)
const sourceWords = {
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
const exportChoices = {
  formatVersion: maybe(text(40)),
  edition: maybe(z.enum(['internal', 'public'])),
  lineLength: maybe(whole(LINE_LENGTHS.least, LINE_LENGTHS.most)),
  slugHeader: maybe(z.boolean()),
  include: maybe(list(z.enum(INCLUDED_PARTS), INCLUDED_PARTS.length)),
}
const exportRequest = z.strictObject({
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
const exportProfile = z.strictObject({
  name: text(200),
  format: z.enum(EXPORT_FORMATS),
  choices: z.strictObject(exportChoices),
  draft: maybe(z.literal(true)),
  folder: text(4096, 1),
  pattern: maybe(text(1000)),
})
const pictureWords = { alt: maybe(words), credit: maybe(words), rights: maybe(words), captured: maybe(text(100)) }
const comment = text(20_000)
const onWords = {
  on: maybe(words),
  nth: maybe(nth),
  place: maybe(z.strictObject({ block: place, from: place, to: place, words })),
}
/** Any text: the action checks whether it is a PIN. */
const pin = text(200)
const nothing = z.strictObject({})
const storyOnly = z.strictObject({ story: id })
const file = z.strictObject({ name, bytes: bytes(LARGEST_FILE), job: maybe(id) })

/** Makes a parser on its first use: making all of them takes longer than most commands. */
const ACTION_REQUESTS: { readonly [A in ActionName]: () => z.ZodMiniType<RequestOf<A>> } = {
  'story.create': () => z.strictObject({ origin: maybe(z.enum(['new', 'sample'])) }),
  'story.alert': () => z.strictObject({ headline: text(1000), slug: text(200) }),
  'story.list': () => z.strictObject({ stage: maybe(z.enum(STAGES)) }),
  'story.show': () => storyOnly,
  'story.sinceSigned': () => storyOnly,
  'story.duplicate': () => storyOnly,
  'story.setField': () =>
    z.strictObject({
      story: id,
      field: z.enum(FIELD_NAMES as readonly [FieldName, ...FieldName[]]),
      value: z.json(),
      seen: maybe(seen),
    }),
  'story.strikeByline': () => z.strictObject({ story: id, name: text(200), reason }),
  'story.import': () => file,
  'story.previewImport': () => file,
  'story.stopImport': () => z.strictObject({ job: id }),
  'story.move': () =>
    z.strictObject({
      story: id,
      to: z.enum(STAGES),
      kind: maybe(z.enum(VERSION_KINDS)),
      reason: maybe(reason),
      override: maybe(reason),
      seen: maybe(sha256),
    }),
  'story.gate': () => z.strictObject({ story: id, door: z.enum(DOORS) }),
  'story.export': () => exportRequest,
  'story.previewExport': () => exportRequest,
  'story.exportName': () => exportRequest,
  'story.exportAgain': () =>
    z.strictObject({ story: id, entry: nth, saveAs: maybe(text(1000)), destination: maybe(text(5000)) }),
  'story.exportFailed': () => z.strictObject({ story: id, entry: nth, reason }),
  'story.history': () => storyOnly,
  'story.exportHistory': () => z.strictObject({ story: id, fact: maybe(id) }),
  'story.search': () => z.strictObject({ query: text(1000), limit: maybe(whole(0, 10_000)) }),
  'version.list': () => storyOnly,
  'version.show': () => z.strictObject({ story: id, n: nth }),
  'version.keep': () => z.strictObject({ story: id, name }),
  'version.compare': () => z.strictObject({ story: id, from: nth, to: maybe(nth) }),
  'version.restore': () => z.strictObject({ story: id, n: nth, fields: maybe(z.boolean()), mark: maybe(id) }),
  'story.bringBack': () => z.strictObject({ bytes: bytes(LARGEST_FILE) }),
  'tray.list': () => storyOnly,
  'tray.putBack': () => z.strictObject({ story: id, ref: name, mark: maybe(id) }),
  'tray.letGo': () => z.strictObject({ story: id, ref: name }),
  'copy.replace': () => z.strictObject({ story: id, replace: someWords, with: words, nth: maybe(nth) }),
  'copy.dropOverrides': () => storyOnly,
  'comment.add': () =>
    z.strictObject({ story: id, text: comment, ...onWords, mustFix: maybe(z.boolean()), assignee: maybe(text(500)) }),
  'comment.place': () => z.strictObject({ story: id, comment: id, ...onWords, mark: maybe(id) }),
  'comment.reply': () => z.strictObject({ story: id, comment: id, text: comment }),
  'comment.change': () =>
    z.strictObject({
      story: id,
      comment: id,
      mustFix: maybe(z.boolean()),
      assignee: maybe(text(500)),
      resolved: maybe(z.boolean()),
    }),
  'picture.add': () =>
    z.strictObject({ story: id, file: sha256, after: maybe(whole(0, 1e6)), cutline: maybe(words), ...pictureWords }),
  'picture.describe': () => z.strictObject({ story: id, nth: maybe(nth), ...pictureWords }),
  'story.acceptLoss': () => z.strictObject({ story: id, losses: list(text(5000), 10_000, 1), reason }),
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
      evidence: maybe(evidence),
      addressee: maybe(text(500)),
      due: maybe(text(200)),
      echoes: maybe(list(seenFact, 200)),
      proposed: maybe(words),
    }),
  'fact.withdraw': () => z.strictObject({ story: id, fact: id, reason }),
  'fact.find': () => z.strictObject({ story: id, fact: id, source: id }),
  'fact.answer': () => z.strictObject({ story: id, fact: id, text: reason }),
  'fact.translate': () => z.strictObject({ story: id, fact: id, translation: maybe(translation) }),
  'fact.derive': () => z.strictObject({ story: id, fact: id, derivation: maybe(derivation) }),
  'fact.signAgain': () => z.strictObject({ story: id, facts: list(seenFact, 5000, 1) }),
  'query.list': () => z.strictObject({ story: id, addressee: maybe(text(500)) }),
  'query.answers': () => z.strictObject({ story: id, text: words, preview: maybe(z.boolean()) }),
  'desk.queue': () => nothing,
  'file.text': () => z.strictObject({ sha256, name: maybe(text(2000)) }),
  'transcript.read': () => z.strictObject({ sha256, name: maybe(text(2000)) }),
  'fact.addEvidence': () => z.strictObject({ story: id, fact: id, evidence }),
  'fact.removeEvidence': () => z.strictObject({ story: id, fact: id, evidence: id }),
  'fact.acceptContext': () => z.strictObject({ story: id, facts: list(seenFact, 1000, 1) }),
  'fact.response': () =>
    z.strictObject({ story: id, fact: id, who: text(500), how: text(500), when: text(500), reply: reason }),
  'correction.show': () => z.strictObject({ story: id, version: maybe(nth) }),
  'correction.note': () =>
    z.strictObject({
      story: id,
      was: maybe(reason),
      is: maybe(reason),
      since: maybe(nth),
      cause: maybe(reason),
      publicText: maybe(reason),
    }),
  'correction.told': () =>
    z.strictObject({
      story: id,
      version: maybe(nth),
      destination: text(5000),
      entry: maybe(nth),
      how: maybe(text(500)),
      undo: maybe(z.boolean()),
    }),
  'suggestion.list': () => storyOnly,
  'suggestion.propose': () => z.strictObject({ story: id, replace: someWords, with: words, nth: maybe(nth) }),
  'suggestion.accept': () => z.strictObject({ story: id, suggestions: seenSuggestions }),
  'suggestion.reject': () => z.strictObject({ story: id, suggestions: seenSuggestions }),
  'finding.override': () => z.strictObject({ story: id, rule: id, key: text(100_000), seen, reason }),
  'finding.dismiss': () => z.strictObject({ story: id, rule: id, key: text(100_000), seen, reason: maybe(reason) }),
  'file.begin': () => z.strictObject({ name: text(2000), size: maybe(whole(0, Number.MAX_SAFE_INTEGER)) }),
  'file.write': () => z.strictObject({ intake: id, bytes: bytes(LARGEST_PIECE) }),
  'file.keep': () => z.strictObject({ intake: id }),
  'file.drop': () => z.strictObject({ intake: id }),
  'file.describe': () => z.strictObject({ sha256, name: maybe(text(2000)) }),
  'file.cameraData': () => z.strictObject({ sha256 }),
  'source.add': () => z.strictObject({ ...sourceWords, name, kind }),
  'source.edit': () =>
    z.strictObject({ source: id, reason: maybe(reason), spelling: maybe(z.boolean()), ...sourceWords }),
  'source.merge': () => z.strictObject({ source: id, into: id }),
  'source.destroy': () => z.strictObject({ source: id, reason }),
  'source.facts': () => z.strictObject({ source: id }),
  'library.history': () => nothing,
  'source.list': () => nothing,
  'profile.list': () => nothing,
  'profile.save': () => z.strictObject({ profile: exportProfile, was: maybe(name) }),
  'profile.remove': () => z.strictObject({ name }),
  'roster.add': () => z.strictObject({ name, role: maybe(z.enum(ROLES)) }),
  'pin.set': () => z.strictObject({ pin, was: maybe(pin), code: maybe(pin) }),
  'pin.recover': () => z.strictObject({ words: text(500), pin }),
  'pin.remove': () => z.strictObject({ was: maybe(pin) }),
  'pin.invite': () => z.strictObject({ person: name }),
  'pin.reset': () => z.strictObject({ person: name }),
  'roster.list': () => nothing,
  'library.doctor': () => z.strictObject({ repair: maybe(z.boolean()) }),
  'library.tidy': () => z.strictObject({}),
  'library.backUp': () => z.strictObject({ to: text(4096, 1), make: maybe(z.boolean()), known: maybe(z.boolean()) }),
  'library.losses': () => nothing,
  'library.acceptLoss': () => z.strictObject({ losses: list(text(5000), 10_000, 1), reason }),
  'words.list': () => z.strictObject({ list: maybe(z.enum(WORD_LISTS)) }),
  'words.add': () =>
    z.strictObject({ list: z.enum(WORD_LISTS), words: text(200, 1), language: maybe(text(35)), source: text(1000) }),
  'words.try': () =>
    z.strictObject({
      list: z.enum(WORD_LISTS),
      words: text(200, 1),
      language: maybe(text(35)),
      sentence: text(5000, 1),
    }),
  'words.remove': () => z.strictObject({ word: text(200, 1) }),
  'library.settings': () =>
    z.strictObject({ deskOfOne: maybe(z.boolean()), historyLimit: maybe(whole(1_000_000, 100_000_000_000)) }),
}

const actionName = z.enum(Object.keys(ACTION_REQUESTS) as [ActionName, ...ActionName[]])
const someAction = z.strictObject({ action: actionName, request: z.unknown() })

const CALL_REQUESTS: { readonly [C in Exclude<CallName, 'act'>]: () => z.ZodMiniType<Calls[C]['request']> } = {
  startup: () => nothing,
  becomePerson: () => z.strictObject({ name, sample: z.boolean(), pin: maybe(pin), words: maybe(text(500)) }),
  openStory: () => storyOnly,
  closeStory: () => storyOnly,
  pushUpdate: () => z.strictObject({ story: id, update: bytes(LARGEST_UPDATE) }),
  rememberPosition: () => z.strictObject({ story: id, anchor: place, head: place, scroll: number(0, 1e9) }),
  keepDraft: () => z.strictObject({ form: text(100), key: text(100_000), text: maybe(text(5_000_000)) }),
  openWindow: () => z.strictObject({ story: maybe(id) }),
  chooseImports: () => nothing,
  choosePictures: () => nothing,
  saveHistory: () => z.strictObject({ story: id, fact: maybe(id) }),
  saveNotice: () => z.strictObject({ story: id, version: maybe(nth), destination: text(5000), entry: maybe(nth) }),
  saveExport: () => exportRequest,
  saveToProfile: () => z.strictObject({ story: id, profile: name, override: maybe(reason), seen: maybe(seen) }),
  saveProfile: () =>
    z.strictObject({
      name: text(200),
      was: maybe(name),
      format: z.enum(EXPORT_FORMATS),
      choices: z.strictObject(exportChoices),
      draft: maybe(z.literal(true)),
      pattern: maybe(text(1000)),
      chooseFolder: z.boolean(),
    }),
  saveExportAgain: () => z.strictObject({ story: id, entry: nth }),
  saveCopy: () =>
    z.strictObject({ story: id, headline: text(10_000), text: text(20_000_000), state: bytes(LARGEST_FILE) }),
  copyOut: () => z.strictObject({ text: text(10_000_000), story: maybe(id) }),
  clearSelection: () => nothing,
  backupStatus: () => nothing,
  chooseBackupFolder: () => nothing,
  setBackup: () => z.strictObject({ every: z.enum(['never', 'hour', 'day']) }),
  backUpNow: () => nothing,
  openLink: () => z.strictObject({ href: text(8192, 1) }),
  setZoom: () => z.strictObject({ zoom: number(0.25, 5) }),
  setTheme: () => z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  setSuggesting: () => z.strictObject({ on: z.boolean() }),
  setKeys: () =>
    z.strictObject({ keys: z.partialRecord(z.enum(KEY_ROWS.map((row) => row.id) as [KeyId, ...KeyId[]]), text(60)) }),
}

const callName = z.enum(['act', ...Object.keys(CALL_REQUESTS)] as [CallName, ...CallName[]])
const someCall = z.strictObject({ name: callName, request: z.unknown() })

export type ParsedCall = {
  readonly [C in CallName]: { readonly name: C; readonly request: Calls[C]['request'] }
}[CallName]

/** Parses a window's message: `{name, request}`. Throws NewsroomError `usage`, which names the wrong value. */
export function parseCall(message: unknown): ParsedCall {
  const call = check(someCall, message, mainText('parsers.call'))
  if (call.name !== 'act')
    return {
      name: call.name,
      request: check(
        made<unknown>(CALL_REQUESTS[call.name]),
        call.request,
        mainText('parsers.namedCall', { name: call.name }),
      ),
    } as ParsedCall
  const { action, request } = check(someAction, call.request, mainText('parsers.namedCall', { name: 'act' }))
  return { name: 'act', request: { action, request: parseAction(action, request) } }
}

/** Parses the request of one action. Throws NewsroomError `usage`, which names the wrong value. */
export function parseAction<A extends ActionName>(action: A, request: unknown): RequestOf<A> {
  return check<RequestOf<A>>(made(ACTION_REQUESTS[action]), request, action)
}

/** Parses a message of another process on the owner's socket. Throws NewsroomError `usage`. */
export function parseOwnerMessage(message: unknown): {
  readonly action: ActionName
  readonly request: unknown
  readonly by: string
  readonly pin?: string | undefined
} {
  const { by, pin: given, action, request } = check(ownerMessage, message, mainText('parsers.message'))
  return { by, action, request: parseAction(action, request), ...defined({ pin: given }) }
}

const ownerMessage = z.strictObject({ action: actionName, request: z.unknown(), by: text(500), pin: maybe(pin) })

const MADE = new Map<() => z.ZodMiniType, z.ZodMiniType>()

/** Makes a parser on its first use. */
function made<T>(make: () => z.ZodMiniType<T>): z.ZodMiniType<T> {
  const known = MADE.get(make) as z.ZodMiniType<T> | undefined
  if (known) return known
  const parser = make()
  MADE.set(make, parser)
  return parser
}

function check<T>(parser: z.ZodMiniType<T>, value: unknown, what: string): T {
  const parsed = parser.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const why = issue?.message ?? mainText('parsers.unknownProblem')
  throw new NewsroomError(
    'usage',
    issue?.path.length
      ? mainText('parsers.malformedAt', { what, place: issue.path.join('.'), why })
      : mainText('parsers.malformed', { what, why }),
  )
}
