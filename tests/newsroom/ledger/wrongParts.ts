/** Entries as an own build may write them: a part is missing, or has a value that Stet never writes there. */
export interface Change {
  /** "parts.rest.at" */
  readonly path: string
  /** What stands there. Undefined: nothing. */
  readonly value: unknown
  readonly event: object
  /** Whether no entry of any Stet has that. */
  readonly isWrong: boolean
}

const VALUES: readonly unknown[] = [undefined, null, 7, '', [], {}, 'x'.repeat(10_000), '__proto__']

/** Parts that are absent in some entries, by kind: nothing to say, or older entries lack them. */
const MAYBE: Readonly<Record<string, string>> = {
  created: 'from authors wrote against against.* set against.*.reason against.*.lapsed',
  fieldSet: 'legalHash beforeWords leaves',
  pen: 'taken reason',
  versionRestored: 'name',
  retyped: 'reason',
  described: 'statement attributedTo',
  reworded: 'writers adopted of around',
  signed:
    'contextAccepted reason addressee due translation derived fromOriginal selfChecked contextWriters role carries accepts view parts',
  withdrawn: 'reason',
  translated: 'translation translation.secondReader translation.officialInterpreter',
  derived: 'derivation derivation.inputs.0.fact derivation.inputs.0.from derivation.rate derivation.roundedTo',
  evidenceAdded: 'evidence.excerpt evidence.note evidence.file evidence.fileName evidence.size replaces broughtBy',
  suggested: 'corrects corrects.parts corrects.evidence typedBy places',
  commentEdited: 'answer',
  commentMarked: 'answer',
  commentDeleted: 'answer',
  commentRestored: 'answer',
  moved: 'reason versionKind automatic changed leaving deskWords',
  dismissed: 'reason',
  exported:
    'formatVersion options options.lineLength options.slugHeader options.bare options.paper options.embed options.fileNamePattern options.include warns destination to shared version state ledgerAt asOf again left left.number left.own',
  correctionNoted: 'approver selfApproved stood',
  correctionTold: 'how withdrawn kill',
  lossFound: 'losses.0.fact',
  lossAccepted: 'losses.0.fact',
  merged: 'here version copy again client',
  apartDecided: 'reason',
  sourceChanged: 'protected groundRules spelling reason',
  wordAdded: 'language',
  storyDeleted: 'archive beside',
  sealed: 'stories.*.beside pins',
  sourcesSigned: 'all',
  keyAdded: 'invitation',
  keyRetired: 'ends ends.*.beside',
  deviceTrusted: 'recipient',
  head: 'beside',
  headsCompacted: 'table stories stories.*.beside gaps',
}
/** Of the view of a fact. */
const MAYBE_SEEN =
  'claim saidBy shown near nth nearShown rest before beside headers belongsTo ranks picture links dateline'

/** Records: their names are ids. */
const RECORDS =
  /^(?:wrote|against|set|typed|groundRules|files|records|stories|people|ends|(?:corrects\.)?parts\.commitments)$/
/** A text, or the number of an entry from before keys. */
const REFERENCE = /^(?:signOff|carries|export|again)$/
/** A text, or its seal. */
const SEALABLE =
  /^(?:corrects\.)?parts\.(?:claim|saidBy|near|graf|before|beside|(?:headers|belongsTo)\.0|rest\.(?:left|right)|picture\.(?:alt|credit|captured))$/
/** One of a few texts, or an instant. */
const CLOSED: Readonly<Record<string, RegExp>> = {
  created: /^origin$|^against\.[^.]+\.(?:status|at)$/,
  rescued: /^outcome$/,
  tagged: /^type$/,
  retyped: /^(?:from|to)$/,
  signed: /^status$/,
  evidenceAdded: /^evidence\.stance$/,
  suggestionDecided: /^verdict$/,
  commentMarked: /^says$/,
  moved: /^(?:from|to|versionKind)$/,
  exported: /^(?:asOf|options\.paper|options\.include\.0)$/,
  correctionNoted: /^since\.at$/,
  lossFound: /^losses\.0\.kind$/,
  lossAccepted: /^losses\.0\.kind$/,
  apartDecided: /^verdict$/,
  wordAdded: /^list$/,
  wordRemoved: /^list$/,
  storyDeleted: /^stage$/,
  keyAdded: /^grade$/,
  deviceTrusted: /^grade$/,
}

type Holder = Readonly<Record<string, unknown>>

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value)
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

function mayLack(kind: string, path: string): boolean {
  if (RECORDS.test(parentOf(path)) || (/\.0$/.test(path) && !/edges/.test(path))) return true
  const seen = /^(?:corrects\.)?parts\.([^.]+)$/.exec(path)?.[1]
  if (seen !== undefined && MAYBE_SEEN.split(' ').includes(seen)) return true
  const known = (MAYBE[kind] ?? '').split(' ')
  return known.includes(path) || known.includes(path.replace(/^([^.]+\.)[^.]+/, '$1*'))
}

/** All changes of one part of an event. */
export const changesOf = (event: { readonly kind: string }): readonly Change[] =>
  pathsOf(event).flatMap((path) => VALUES.map((value) => changeOf(event, path, value)))

const pathsOf = (value: unknown, at = ''): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, item]) => {
        const path = at === '' ? name : `${at}.${name}`
        return path === 'kind' ? [] : [path, ...pathsOf(item, path)]
      })

function changeOf(event: { readonly kind: string }, path: string, value: unknown): Change {
  const was = path.split('.').reduce<unknown>((held, name) => (held as Holder)[name], event)
  return { path, value, event: withPart(event, path.split('.'), value), isWrong: isWrong(event.kind, path, was, value) }
}

function isWrong(kind: string, path: string, was: unknown, now: unknown): boolean {
  if (now === undefined) return !mayLack(kind, path)
  if (REFERENCE.test(path) && kind !== 'merged' && typeof now === 'number') return false
  if (SEALABLE.test(path)) return typeof now !== 'string'
  if (typeOf(was) !== typeOf(now)) return true
  if (typeof now === 'string') return CLOSED[kind]?.test(path) === true
  if (/edges$/.test(path)) return true
  return typeOf(now) === 'object' && Object.keys(was as object).some((name) => !mayLack(kind, `${path}.${name}`))
}

/** The value with another one at a place, or without it. */
function withPart(value: unknown, [name = '', ...rest]: readonly string[], part: unknown): object {
  const held = value as Holder
  const now = rest.length === 0 ? part : withPart(held[name], rest, part)
  if (Array.isArray(value))
    return now === undefined ? value.filter((_, at) => String(at) !== name) : value.with(+name, now)
  const { [name]: _, ...others } = held
  return now === undefined ? others : { ...others, [name]: now }
}
