/**
 * Parsers for everything that a window or another process sends: unknown keys, missing values and sizes beyond reason are
 * refused before anything acts on them. Each parser is typed by the request it yields.
 */
import { z } from 'zod'
import { FACT_TYPES, SIGNED_STATUSES } from '../story/fact'
import { FIELD_NAMES, type FieldName } from '../story/fields'
import { EXPORT_FORMATS, INCLUDED_PARTS, LINE_LENGTHS, NewsroomError, type ActionName, type RequestOf } from '../story/requests'
import { ROLES } from '../story/roster'
import { GROUND_RULES, SOURCE_KINDS } from '../story/source'
import { DOORS, STAGES, VERSION_KINDS } from '../story/stages'
import type { CallName, Calls } from './contract'
import { KEY_ROWS, type KeyId } from './keymap'

/** Bytes of one import, and of one update of a story. */
const LARGEST_FILE = 64 * 1024 * 1024
/** Bytes of one piece of a file on its way into the library. */
const LARGEST_PIECE = 8 * 1024 * 1024
const LARGEST_UPDATE = 32 * 1024 * 1024

const id = z.string().min(1).max(200)
const name = z.string().min(1).max(500)
const words = z.string().max(100_000)
const reason = z.string().max(10_000)
const place = z.int().min(0).max(100_000_000)
const nth = z.int().min(1).max(1_000_000)
const bytes = (most: number) => z.instanceof(Uint8Array).refine((value) => value.byteLength <= most, `more than ${most} bytes`)

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const evidence = z.strictObject({
  source: id, locator: z.string().max(5000), excerpt: words.optional(), stance: z.enum(['supports', 'contradicts']),
  file: sha256.optional(), fileName: z.string().max(2000).optional()
})
const translation = z.strictObject({
  original: words, language: z.string().max(100), translator: z.string().max(500), secondReader: z.string().max(500).optional(), officialInterpreter: z.boolean().optional()
})
const derivation = z.strictObject({
  expression: z.string().max(2000),
  inputs: z.array(z.strictObject({ name: z.string().regex(/^\p{L}[\p{L}\p{N}]{0,39}$/u), value: z.string().max(2000), fact: id.optional(), from: z.string().max(2000).optional() })).max(40),
  rate: z.strictObject({ value: z.string().max(100), source: z.string().max(500), date: z.string().max(40) }).optional(),
  roundedTo: z.number().positive().max(1e15).optional()
})
const seenFact = z.strictObject({ fact: id, words, sentence: words })
const seenSuggestions = z.array(z.strictObject({ id, inserted: z.string().max(10_000_000).optional(), deleted: z.string().max(10_000_000).optional() })).min(1).max(100_000)
const aliases = z.array(name).max(200)
const contact = z.string().max(2000)
const groundRules = z.enum(GROUND_RULES)
const kind = z.enum(SOURCE_KINDS)
const sourceWords = {
  name: name.optional(), kind: kind.optional(), groundRules: groundRules.optional(), wording: reason.optional(), description: z.string().max(500).optional(),
  protected: z.boolean().optional(), aliases: aliases.optional(), contact: contact.optional(), pooler: z.string().max(500).optional(), poolNumber: z.string().max(100).optional(),
  derivedFrom: z.array(id).max(100).optional(), officialRecord: z.boolean().optional()
}
const exportChoices = {
  formatVersion: z.string().max(40).optional(), edition: z.enum(['internal', 'public']).optional(),
  lineLength: z.int().min(LINE_LENGTHS.least).max(LINE_LENGTHS.most).optional(), slugHeader: z.boolean().optional(), include: z.array(z.enum(INCLUDED_PARTS)).max(INCLUDED_PARTS.length).optional()
}
const exportRequest = z.strictObject({
  story: id, format: z.enum(EXPORT_FORMATS), ...exportChoices,
  draft: z.boolean().optional(), override: reason.optional(), saveAs: z.string().max(1000).optional(), destination: z.string().max(5000).optional(), fileNamePattern: z.string().max(1000).optional()
})
const exportProfile = z.strictObject({
  name: z.string().max(200), format: z.enum(EXPORT_FORMATS), choices: z.strictObject(exportChoices), draft: z.literal(true).optional(), folder: z.string().min(1).max(4096), pattern: z.string().max(1000).optional()
})
const pictureWords = { alt: words.optional(), credit: words.optional(), rights: words.optional(), captured: z.string().max(100).optional() }
const comment = z.string().max(20_000)
const onWords = { on: words.optional(), nth: nth.optional(), place: z.strictObject({ block: place, from: place, to: place, words }).optional() }
/** Of any form: what is no PIN is said by the action. */
const pin = z.string().max(200)
const nothing = z.strictObject({})
const storyOnly = z.strictObject({ story: id })
const file = z.strictObject({ name, bytes: bytes(LARGEST_FILE), job: id.optional() })

/** A parser is made when its first request comes: all of them together take longer than most commands, and most are never asked. */
const ACTION_REQUESTS: { readonly [A in ActionName]: () => z.ZodType<RequestOf<A>> } = {
  'story.create': () => z.strictObject({ origin: z.enum(['new', 'sample']).optional() }),
  'story.alert': () => z.strictObject({ headline: z.string().max(1000), slug: z.string().max(200) }),
  'story.list': () => z.strictObject({ stage: z.enum(STAGES).optional() }),
  'story.show': () => storyOnly,
  'story.sinceSigned': () => storyOnly,
  'story.duplicate': () => storyOnly,
  'story.setField': () => z.strictObject({ story: id, field: z.enum(FIELD_NAMES as readonly [FieldName, ...FieldName[]]), value: z.json() }),
  'story.import': () => file,
  'story.previewImport': () => file,
  'story.stopImport': () => z.strictObject({ job: id }),
  'story.move': () => z.strictObject({ story: id, to: z.enum(STAGES), kind: z.enum(VERSION_KINDS).optional(), reason: reason.optional(), override: reason.optional() }),
  'story.gate': () => z.strictObject({ story: id, door: z.enum(DOORS) }),
  'story.export': () => exportRequest,
  'story.previewExport': () => exportRequest,
  'story.exportName': () => exportRequest,
  'story.exportAgain': () => z.strictObject({ story: id, entry: nth, saveAs: z.string().max(1000).optional(), destination: z.string().max(5000).optional() }),
  'story.exportFailed': () => z.strictObject({ story: id, entry: nth, reason }),
  'story.history': () => storyOnly,
  'story.exportHistory': () => z.strictObject({ story: id, fact: id.optional() }),
  'story.search': () => z.strictObject({ query: z.string().max(1000), limit: z.int().min(0).max(10_000).optional() }),
  'version.list': () => storyOnly,
  'version.show': () => z.strictObject({ story: id, n: nth }),
  'version.keep': () => z.strictObject({ story: id, name }),
  'version.compare': () => z.strictObject({ story: id, from: nth, to: nth.optional() }),
  'version.restore': () => z.strictObject({ story: id, n: nth, fields: z.boolean().optional(), mark: id.optional() }),
  'story.bringBack': () => z.strictObject({ bytes: bytes(LARGEST_FILE) }),
  'tray.list': () => storyOnly,
  'tray.putBack': () => z.strictObject({ story: id, ref: name, mark: id.optional() }),
  'tray.letGo': () => z.strictObject({ story: id, ref: name }),
  'copy.replace': () => z.strictObject({ story: id, replace: words.min(1), with: words, nth: nth.optional() }),
  'comment.add': () => z.strictObject({ story: id, text: comment, ...onWords, mustFix: z.boolean().optional(), assignee: z.string().max(500).optional() }),
  'comment.place': () => z.strictObject({ story: id, comment: id, ...onWords, mark: id.optional() }),
  'comment.reply': () => z.strictObject({ story: id, comment: id, text: comment }),
  'comment.change': () => z.strictObject({ story: id, comment: id, mustFix: z.boolean().optional(), assignee: z.string().max(500).optional(), resolved: z.boolean().optional() }),
  'picture.add': () => z.strictObject({ story: id, file: sha256, after: z.int().min(0).max(1e6).optional(), cutline: words.optional(), ...pictureWords }),
  'picture.describe': () => z.strictObject({ story: id, nth: nth.optional(), ...pictureWords }),
  'fact.tag': () => z.strictObject({ story: id, text: words.min(1), type: z.enum(FACT_TYPES), nth: nth.optional(), attributedTo: name.optional(), statement: reason.optional() }),
  'fact.untag': () => z.strictObject({ story: id, fact: id, reason }),
  'fact.retag': () => z.strictObject({ story: id, fact: id, block: place, from: place, to: place }),
  'fact.retype': () => z.strictObject({ story: id, fact: id, type: z.enum(FACT_TYPES), reason: reason.optional() }),
  'fact.describe': () => z.strictObject({ story: id, fact: id, statement: reason.optional(), attributedTo: z.string().max(500).optional() }),
  'fact.sign': () => z.strictObject({
    story: id, fact: id, status: z.enum(SIGNED_STATUSES), reason: reason.optional(), words: words.optional(), sentence: words.optional(), evidence: evidence.optional(),
    addressee: z.string().max(500).optional(), due: z.string().max(200).optional(), echoes: z.array(seenFact).max(200).optional(), proposed: words.optional()
  }),
  'fact.withdraw': () => z.strictObject({ story: id, fact: id }),
  'fact.answer': () => z.strictObject({ story: id, fact: id, text: reason }),
  'fact.translate': () => z.strictObject({ story: id, fact: id, translation: translation.optional() }),
  'fact.derive': () => z.strictObject({ story: id, fact: id, derivation: derivation.optional() }),
  'fact.signAgain': () => z.strictObject({ story: id, facts: z.array(seenFact).min(1).max(5000) }),
  'query.list': () => z.strictObject({ story: id, addressee: z.string().max(500).optional() }),
  'query.answers': () => z.strictObject({ story: id, text: words, preview: z.boolean().optional() }),
  'desk.queue': () => nothing,
  'transcript.read': () => z.strictObject({ sha256, name: z.string().max(2000).optional() }),
  'fact.addEvidence': () => z.strictObject({ story: id, fact: id, evidence }),
  'fact.removeEvidence': () => z.strictObject({ story: id, fact: id, evidence: id }),
  'fact.acceptContext': () => z.strictObject({ story: id, facts: z.array(seenFact).min(1).max(1000) }),
  'fact.response': () => z.strictObject({ story: id, fact: id, who: z.string().max(500), how: z.string().max(500), when: z.string().max(500), reply: reason }),
  'correction.show': () => z.strictObject({ story: id, version: nth.optional() }),
  'correction.note': () => z.strictObject({ story: id, was: reason.optional(), is: reason.optional(), since: nth.optional(), cause: reason.optional(), publicText: reason.optional() }),
  'correction.told': () => z.strictObject({ story: id, version: nth.optional(), destination: z.string().max(5000), entry: nth.optional(), how: z.string().max(500).optional(), undo: z.boolean().optional() }),
  'suggestion.list': () => storyOnly,
  'suggestion.propose': () => z.strictObject({ story: id, replace: words.min(1), with: words, nth: nth.optional() }),
  'suggestion.accept': () => z.strictObject({ story: id, suggestions: seenSuggestions }),
  'suggestion.reject': () => z.strictObject({ story: id, suggestions: seenSuggestions }),
  'finding.override': () => z.strictObject({ story: id, rule: id, key: z.string().max(100_000), reason }),
  'finding.dismiss': () => z.strictObject({ story: id, rule: id, key: z.string().max(100_000), reason: reason.optional() }),
  'file.begin': () => z.strictObject({ name: z.string().max(2000), size: z.int().min(0).optional() }),
  'file.write': () => z.strictObject({ intake: id, bytes: bytes(LARGEST_PIECE) }),
  'file.keep': () => z.strictObject({ intake: id }),
  'file.drop': () => z.strictObject({ intake: id }),
  'file.describe': () => z.strictObject({ sha256, name: z.string().max(2000).optional() }),
  'file.cameraData': () => z.strictObject({ sha256 }),
  'source.add': () => z.strictObject({ ...sourceWords, name, kind }),
  'source.edit': () => z.strictObject({ source: id, reason: reason.optional(), ...sourceWords }),
  'source.merge': () => z.strictObject({ source: id, into: id }),
  'source.destroy': () => z.strictObject({ source: id, reason }),
  'source.facts': () => z.strictObject({ source: id }),
  'library.history': () => nothing,
  'source.list': () => nothing,
  'profile.list': () => nothing,
  'profile.save': () => z.strictObject({ profile: exportProfile, was: name.optional() }),
  'profile.remove': () => z.strictObject({ name }),
  'roster.add': () => z.strictObject({ name, role: z.enum(ROLES).optional() }),
  'pin.set': () => z.strictObject({ pin, was: pin.optional() }),
  'pin.remove': () => z.strictObject({ person: name, was: pin.optional() }),
  'roster.list': () => nothing,
  'library.doctor': () => z.strictObject({ repair: z.boolean().optional() }),
  'library.tidy': () => z.strictObject({}),
  'library.backUp': () => z.strictObject({ to: z.string().min(1).max(4096), make: z.boolean().optional(), known: z.boolean().optional() }),
  'library.settings': () => z.strictObject({ deskOfOne: z.boolean().optional(), historyLimit: z.int().min(1_000_000).max(100_000_000_000).optional() })
}

const actionName = z.enum(Object.keys(ACTION_REQUESTS) as [ActionName, ...ActionName[]])
const someAction = z.strictObject({ action: actionName, request: z.unknown() })

const CALL_REQUESTS: { readonly [C in Exclude<CallName, 'act'>]: () => z.ZodType<Calls[C]['request']> } = {
  startup: () => nothing,
  becomePerson: () => z.strictObject({ name, sample: z.boolean(), pin: pin.optional() }),
  openStory: () => storyOnly,
  closeStory: () => storyOnly,
  pushUpdate: () => z.strictObject({ story: id, update: bytes(LARGEST_UPDATE) }),
  rememberPosition: () => z.strictObject({ story: id, anchor: place, head: place, scroll: z.number().min(0).max(1e9) }),
  keepDraft: () => z.strictObject({ form: z.string().max(100), key: z.string().max(100_000), text: z.string().max(5_000_000).optional() }),
  openWindow: () => z.strictObject({ story: id.optional() }),
  chooseImports: () => nothing,
  choosePictures: () => nothing,
  saveHistory: () => z.strictObject({ story: id, fact: id.optional() }),
  saveNotice: () => z.strictObject({ story: id, version: nth.optional(), destination: z.string().max(5000), entry: nth.optional() }),
  saveExport: () => exportRequest,
  saveToProfile: () => z.strictObject({ story: id, profile: name, override: reason.optional() }),
  saveProfile: () => z.strictObject({ name: z.string().max(200), was: name.optional(), format: z.enum(EXPORT_FORMATS), choices: z.strictObject(exportChoices), draft: z.literal(true).optional(), pattern: z.string().max(1000).optional(), chooseFolder: z.boolean() }),
  saveExportAgain: () => z.strictObject({ story: id, entry: nth }),
  saveCopy: () => z.strictObject({ story: id, headline: z.string().max(10_000), text: z.string().max(20_000_000), state: bytes(LARGEST_FILE) }),
  backupStatus: () => nothing,
  chooseBackupFolder: () => nothing,
  setBackup: () => z.strictObject({ every: z.enum(['never', 'hour', 'day']) }),
  backUpNow: () => nothing,
  openLink: () => z.strictObject({ href: z.string().min(1).max(8192) }),
  setZoom: () => z.strictObject({ zoom: z.number().min(0.25).max(5) }),
  setTheme: () => z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  setSuggesting: () => z.strictObject({ on: z.boolean() }),
  setKeys: () => z.strictObject({ keys: z.partialRecord(z.enum(KEY_ROWS.map((row) => row.id) as [KeyId, ...KeyId[]]), z.string().max(60)) })
}

const callName = z.enum(['act', ...Object.keys(CALL_REQUESTS)] as [CallName, ...CallName[]])
const someCall = z.strictObject({ name: callName, request: z.unknown() })

export type ParsedCall = { readonly [C in CallName]: { readonly name: C; readonly request: Calls[C]['request'] } }[CallName]

/** A window's message: `{name, request}`. Throws NewsroomError `usage` that says which value is wrong. */
export function parseCall(message: unknown): ParsedCall {
  const call = check(someCall, message, 'The call')
  if (call.name !== 'act') return { name: call.name, request: check(made<unknown>(CALL_REQUESTS[call.name]), call.request, `The call ${call.name}`) } as ParsedCall
  const { action, request } = check(someAction, call.request, 'The call act')
  return { name: 'act', request: { action, request: parseAction(action, request) } }
}

/** The request of one action. Throws NewsroomError `usage` that says which value is wrong. */
export function parseAction<A extends ActionName>(action: A, request: unknown): RequestOf<A> {
  return check<RequestOf<A>>(made(ACTION_REQUESTS[action]), request, action)
}

/** What another process sends through the owner's socket. Throws NewsroomError `usage`. */
export function parseOwnerMessage(message: unknown): { readonly action: ActionName; readonly request: unknown; readonly by: string; readonly pin?: string | undefined } {
  const { by, pin: given, action, request } = check(ownerMessage, message, 'The message')
  return { by, action, request: parseAction(action, request), ...(given === undefined ? {} : { pin: given }) }
}

const ownerMessage = z.strictObject({ action: actionName, request: z.unknown(), by: z.string().max(500), pin: pin.optional() })

const MADE = new Map<() => z.ZodType, z.ZodType>()

/** The one parser of that maker. */
function made<T>(make: () => z.ZodType<T>): z.ZodType<T> {
  const known = MADE.get(make) as z.ZodType<T> | undefined
  if (known) return known
  const parser = make()
  MADE.set(make, parser)
  return parser
}

function check<T>(parser: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = parser.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? ` at “${issue.path.join('.')}”` : ''
  throw new NewsroomError('usage', `${what} is not well-formed${where}: ${issue?.message ?? 'unknown trouble'}.`)
}
