/** The oracle's record of a story: what was done, by whom, in order. `standing.ts` says what follows from it. */
import { contextOf, extentOf, QUOTE_LIKE, strongest } from './context'
import type { Accept, Evidence, Page, Person, Seen, SeenEvidence, SignOff, Source, Truth } from './model'
import { Hands, NOBODY } from './hands'
import { isWhole, wordsAt } from './words'
import { Writing } from './writing'

export interface FactRecord {
  readonly words: Writing
  /** The rest of its sentences. */
  readonly context: Writing
  /** Its headers, picture or lead-in. */
  readonly belongs: Writing
  /** The rest of the graf and what else stands near: whether these count as written is not said. */
  readonly rest: Writing
  /** The sentences beside them, for quotations. */
  readonly beside: Writing
  readonly signOffs: readonly SignOff[]
  readonly evidence: readonly Evidence[]
  /** Sign-offs up to this step were cancelled by the answer to a query. */
  readonly answered: number
  /** Somebody took the tag off, and nobody put it back. */
  readonly untagged: boolean
  /** Somebody took the tag off, and somebody put it back. */
  readonly retagged: boolean
}

export class OracleStory {
  page: Page = { blocks: [], tags: new Map() }
  step = 0
  deskOfOne = false
  readonly people = new Map<string, Person>()
  readonly sources = new Map<string, Source>()
  /** Everybody who is or was an author or on the byline, with the step at which they became it. */
  readonly authors = new Map<string, number>()
  /** Captured files that are gone. */
  readonly gone = new Set<string>()
  /** Those whose loss an editor accepted. */
  readonly accepted = new Set<string>()
  /** Lines of the history that are missing: whatever they said. */
  readonly lostLines = new Set<string>()
  /** The step at which an editor accepted the last such loss. What was signed before is to be signed again. */
  lineAccepted = 0
  readonly facts = new Map<string, FactRecord>()
  readonly #hands = new Hands()
  /** Why the last answer of who wrote the context was left open. */
  #whyOpen = ''

  /** The copy after a change by one person. `moved`: new name of a moved character to its old one. */
  edit(by: string, page: Page, moved: ReadonlyMap<string, string> = new Map()): void {
    this.step++
    this.#hands.note(by, this.page, page, moved)
    this.page = page
    for (const fact of page.tags.keys()) this.#noteFact(fact, by, moved.size === 0)
  }

  #noteFact(fact: string, by: string, surely: boolean): void {
    const extent = extentOf(this.page, fact)
    if (!extent) return
    const { words, from, to } = wordsAt(this.page, extent)
    const block = this.page.blocks[extent.first]
    const sentence = contextOf(this.page, extent, this.page.tags.get(fact)?.attributedTo ?? '')
    const reading = sentence.readings[0]
    const around = reading?.around ?? ''
    const beside = reading ? [reading.previous, reading.next, reading.attribution].join('\n') : ''
    const leadIn = sentence.leadIn.endsWith(':') ? sentence.leadIn : ''
    const belongs = [...sentence.belongs, leadIn].join('\n')
    const rest = [sentence.leadInGraf, sentence.graf].join('\n')
    const record = this.facts.get(fact)
    const typed =
      extent.first === extent.last && block ? this.#hands.writersIn(block, from, to) : this.#hands.everybody()
    const typists = extent.first === extent.last && block ? this.#hands.typists(block, from, to) : NOBODY
    if (record) {
      record.words.change(words, by, this.step, typists)
      record.context.change(around, by, this.step, NOBODY, surely)
      record.belongs.change(belongs, by, this.step, NOBODY, surely)
      record.rest.change(rest, by, this.step, NOBODY)
      record.beside.change(beside, by, this.step, NOBODY, surely)
      return
    }
    const fresh = {
      words: new Writing(),
      context: new Writing(),
      beside: new Writing(),
      belongs: new Writing(),
      rest: new Writing(),
      signOffs: [],
      evidence: [],
      answered: 0,
      untagged: false,
      retagged: false,
    }
    fresh.words.begin(words, this.step, typed.inside, typed.beside)
    const whole = block ? this.#hands.writersIn(block, 0, block.text.length) : this.#hands.everybody()
    const alone = whole.inside.size === 1 && whole.beside.size === 0
    fresh.context.begin(
      around,
      this.step,
      alone ? whole.inside : new Set(),
      new Set([...whole.inside, ...whole.beside]),
    )
    // A header or lead-in that is blank now may have been emptied, by whoever took words away anywhere.
    const belongsTo = belongs.trim() !== '' || block?.cell !== undefined || block?.role === 'listItem'
    fresh.belongs.begin(belongs, this.step, NOBODY, belongsTo ? this.#hands.everybody().beside : NOBODY)
    fresh.rest.begin(rest, this.step, NOBODY, NOBODY)
    fresh.beside.begin(beside, this.step, new Set(), new Set([...whole.inside, ...whole.beside]))
    this.facts.set(fact, fresh)
  }

  /** What a person sees of a fact now; undefined when its tag is gone. */
  seen(fact: string): Seen | undefined {
    const extent = extentOf(this.page, fact)
    const tag = this.page.tags.get(fact)
    if (!extent || !tag) return undefined
    const { words, shown } = wordsAt(this.page, extent)
    return {
      words,
      shown,
      whole: isWhole(this.page, extent, fact),
      tag,
      context: contextOf(this.page, extent, tag.attributedTo),
      evidence: (this.facts.get(fact)?.evidence ?? []).map((item) => this.seenEvidence(item)),
    }
  }

  seenEvidence(item: Evidence): SeenEvidence {
    const source = this.sources.get(item.source)
    return { item, commitment: source ? commitmentOf(source) : '' }
  }

  /** Whether a file that the story needs is gone and nobody has accepted it: then nobody gives a verdict. */
  isClosed(): boolean {
    if (this.lostLines.size > 0) return true
    const needed = [
      ...[...this.facts.values()].flatMap(({ evidence }) => evidence.map(({ file }) => file)),
      ...this.page.blocks.map(({ picture }) => picture?.file ?? ''),
    ]
    return needed.some((file) => this.gone.has(file) && !this.accepted.has(file))
  }

  /** Whether only the one-person desk lets this person give the verdict. */
  isAlone(by: string, wrote: Truth, wroteContext: Truth = 'no'): Truth {
    if (!this.deskOfOne) return 'no'
    return this.isAuthor(by) ? 'yes' : strongest([wrote, wroteContext])
  }

  isAuthor(name: string): boolean {
    return this.authors.has(name)
  }

  addAuthor(name: string): void {
    if (!this.authors.has(name)) this.authors.set(name, ++this.step)
  }

  /** Whether a person wrote the words, unless somebody else's tick stood on exactly these. */
  wroteWords(person: string, fact: string, counts: (signOff: SignOff) => Truth): Truth {
    const record = this.facts.get(fact)
    const now = this.seen(fact)
    if (!record || !now) return 'either'
    const surely = record.words.wrote(person)
    if (surely === 'no') return this.#isBlurred(fact) ? 'either' : 'no'
    const wrote = this.#leftTrace(person, fact, 'words') && !this.#isBlurred(fact) ? surely : 'either'
    const others = record.signOffs.filter(
      (one) => one.by !== person && one.status === 'verified' && one.seen.words === now.words && counts(one) !== 'no',
    )
    if (others.some((signOff) => !signOff.withdrawn && signOff.step > record.answered && counts(signOff) === 'yes'))
      return 'no'
    return others.length > 0 ? 'either' : wrote
  }

  /** Whether a person wrote what stands around, and nobody else has looked at it since. */
  wroteContext(person: string, fact: string): Truth {
    const record = this.facts.get(fact)
    const now = this.seen(fact)
    if (!record || !now) return this.#open('the tag is gone')
    if (this.#isBlurred(fact)) return this.#open('moved characters whose typist is not clear')
    const isQuoteLike = QUOTE_LIKE.has(now.tag.type)
    const inGraf = isQuoteLike ? [record.context, record.beside] : [record.context]
    const writings = [...inGraf, record.belongs]
    const typed = strongest(inGraf.map((writing) => writing.wrote(person)))
    // Who took something away and put it back, or typed something and took it away, changed nothing.
    const inSentence = typed !== 'yes' || this.#leftTrace(person, fact, 'graf') ? typed : 'no'
    const elsewhere: Truth = isQuoteLike ? this.#wroteInGraf(person, fact) : 'no'
    const belongs = record.belongs.wrote(person)
    const inBelongings = belongs !== 'yes' || this.#leftTraceInBelongings(person, fact) ? belongs : 'no'
    const arranged: Truth = this.#arranged(person, fact) || this.#wroteLeadIn(person, fact) ? 'either' : 'no'
    const noted = strongest([inSentence, elsewhere, inBelongings, arranged])
    // While the tag was off, nobody noted who changed what stood around.
    const wrote = !record.retagged
      ? noted
      : noted !== 'no' || this.#wroteInGraf(person, fact) !== 'no'
        ? 'either'
        : 'no'
    // The context of other types is the sentence, and what the words belong to.
    if (wrote === 'no')
      return record.rest.wrote(person) === 'no' || (!isQuoteLike && !this.#isListItem(fact))
        ? 'no'
        : this.#open('the rest of the graf or of the lead-in')
    // Somebody else looked at it since: whether a later change by a third person asks for another look is not said.
    const counted = isQuoteLike ? [...writings, record.rest] : writings
    const since = Math.max(...counted.map((writing) => writing.lastChangeBy(person)))
    if (this.#wasSeen(person, record, now)) return 'no'
    const looked = record.signOffs.some(
      ({ by, step, accepts }) =>
        (by !== person && step > since) || accepts.some((accept) => accept.by !== person && accept.step > since),
    )
    if (looked) return this.#open('somebody looked since')
    if (wrote !== 'either') return wrote
    const reasons: readonly (readonly [string, boolean])[] = [
      ['what was typed before the tag, or typed back', inSentence === 'either'],
      ['somewhere in the graf of a quotation', elsewhere === 'either'],
      ['headers, lead-in or picture', inBelongings === 'either'],
      ['words moved side by side', arranged === 'either'],
      ['the tag was off meanwhile', record.retagged],
    ]
    return this.#open(reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])).join('; '))
  }

  #open(why: string): Truth {
    this.#whyOpen = why
    return 'either'
  }

  /** Quotations: what is said of the graf around them is context. */
  #wroteInGraf(person: string, fact: string): Truth {
    const extent = extentOf(this.page, fact)
    const block = extent && this.page.blocks[extent.first]
    if (!extent || !block || extent.first !== extent.last) return 'either'
    const { from, to } = wordsAt(this.page, extent)
    const end = block.characters.length
    const typed = this.#hands.typists(block, 0, from).has(person) || this.#hands.typists(block, to, end).has(person)
    const { inside, beside } = this.#hands.writersIn(block, 0, end)
    return typed || inside.has(person) || beside.has(person) ? 'either' : 'no'
  }

  /** Whether anything that a person typed or took away is still so in the table or above the item of a list. */
  #leftTraceInBelongings(person: string, fact: string): boolean {
    const first = extentOf(this.page, fact)?.first ?? 0
    const own = this.page.blocks[first]
    if (!own || own.picture) return true
    const near = own.cell
      ? this.page.blocks.filter(({ cell }) => cell && cell.table === own.cell?.table)
      : this.page.blocks.slice(0, first).slice(-5)
    return near.some((block) => this.#hands.leftTraceAround(person, block, 0, 0))
  }

  #isListItem(fact: string): boolean {
    return this.page.blocks[extentOf(this.page, fact)?.first ?? 0]?.role === 'listItem'
  }

  /** A lead-in without a colon: whether the items belong to it is not said. */
  #wroteLeadIn(person: string, fact: string): boolean {
    const first = extentOf(this.page, fact)?.first ?? 0
    if (this.page.blocks[first]?.role !== 'listItem') return false
    const lead = this.page.blocks.slice(0, first).findLast(({ role }) => role !== 'listItem')
    return lead !== undefined && this.#hands.leftTraceAround(person, lead, 0, 0)
  }

  /** Whether a person moved words beside others there. */
  #arranged(person: string, fact: string): boolean {
    const extent = extentOf(this.page, fact)
    if (!extent) return false
    return this.page.blocks.slice(extent.first, extent.last + 1).some((one) => this.#hands.arranged(person, one))
  }

  /** Whether somebody else's tick, or look, stands on exactly these words and all that stands around them. */
  #wasSeen(person: string, { signOffs, answered }: FactRecord, now: Seen): boolean {
    const context = JSON.stringify(now.context)
    return signOffs.some(({ by, status, withdrawn, step, seen, accepts }) => {
      if (status !== 'verified' || withdrawn || step <= answered || seen.words !== now.words) return false
      if (by !== person && JSON.stringify(seen.context) === context) return true
      return accepts.some((accept) => accept.by !== person && JSON.stringify(accept.context) === context)
    })
  }

  /**
   * Whether anything that a person typed or took away is still there. Whoever put everything back as it was may or may
   * not be a writer.
   */
  #leftTrace(person: string, fact: string, of: 'words' | 'graf'): boolean {
    const extent = extentOf(this.page, fact)
    const block = extent && this.page.blocks[extent.first]
    if (!extent || !block || extent.first !== extent.last) return true
    const { from, to } = wordsAt(this.page, extent)
    if (of === 'words') {
      const { inside, beside } = this.#hands.writersIn(block, from, to)
      return inside.has(person) || beside.has(person)
    }
    return this.#hands.leftTraceAround(person, block, from, to)
  }

  #isBlurred(fact: string): boolean {
    const extent = extentOf(this.page, fact)
    return extent
      ? this.page.blocks.slice(extent.first, extent.last + 1).some((one) => this.#hands.isBlurred(one))
      : false
  }

  sign(fact: string, signOff: Omit<SignOff, 'step' | 'accepts' | 'withdrawn'>): void {
    this.step++
    this.#update(fact, (record) => ({
      ...record,
      signOffs: [
        ...record.signOffs,
        { ...signOff, step: this.step, accepts: [], withdrawn: false, openContext: this.#whyOpen },
      ],
    }))
  }

  /**
   * Accepts what stands around the fact now. Whoever may give the verdict gives it again (`entitled`); others only look
   * for its giver.
   */
  accept(fact: string, by: string, entitled: Truth, counts: (signOff: SignOff) => Truth): void {
    const now = this.seen(fact)
    const latest = this.latest(fact, counts)
    if (!now || !latest) return
    if (entitled !== 'no') {
      const wrote: Truth = entitled === 'yes' ? 'no' : 'either'
      // Whoever changed it since that verdict and put it back may or may not be asked for another look.
      const changed: Truth = this.#changersSince(latest.step, fact, now).has(by) ? 'either' : 'no'
      const wroteContext = strongest([this.wroteContext(by, fact), changed])
      this.sign(fact, {
        ...latest,
        by,
        seen: now,
        wrote,
        wroteContext,
        alone: this.isAlone(by, wrote, wroteContext),
        repeats: true,
      })
      return
    }
    this.step++
    this.#change(fact, latest, (signOff) => {
      const changers = this.#changersSince(signOff.step, fact, now)
      const wrote: Truth = !changers.has(by) ? 'no' : changers.size === 1 ? 'yes' : 'either'
      const accept: Accept = { step: this.step, by, context: now.context, wrote }
      return { ...signOff, accepts: [...signOff.accepts, accept] }
    })
  }

  #changersSince(step: number, fact: string, { tag }: Seen): ReadonlySet<string> {
    const record = this.facts.get(fact)
    if (!record) return NOBODY
    const writings = [record.context, record.belongs, ...(QUOTE_LIKE.has(tag.type) ? [record.beside, record.rest] : [])]
    return new Set(writings.flatMap((writing) => [...writing.changersSince(step)]))
  }

  /** Whoever only looked for the giver takes back the look; anybody else the verdict with all looks. */
  withdraw(fact: string, by: string): void {
    this.step++
    this.#change(fact, this.latest(fact), (signOff) =>
      signOff.by !== by && signOff.accepts.at(-1)?.by === by
        ? { ...signOff, accepts: signOff.accepts.slice(0, -1) }
        : { ...signOff, withdrawn: true },
    )
  }

  tag(fact: string, isTagged: boolean): void {
    this.#update(fact, (record) => ({ ...record, untagged: !isTagged, retagged: record.retagged || isTagged }))
  }

  answer(fact: string): void {
    this.step++
    this.#update(fact, (record) => ({ ...record, answered: this.step }))
  }

  addEvidence(fact: string, item: Evidence): void {
    this.#update(fact, (record) => ({ ...record, evidence: [...record.evidence, item] }))
  }

  removeEvidence(fact: string, id: string): void {
    this.#update(fact, (record) => ({ ...record, evidence: record.evidence.filter((item) => item.id !== id) }))
  }

  /** The latest verdict, or the latest of those that may count. */
  latest(fact: string, counts?: (signOff: SignOff) => Truth): SignOff | undefined {
    const record = this.facts.get(fact)
    return record?.signOffs.findLast(
      (one) => !one.withdrawn && one.step > record.answered && (!counts || counts(one) !== 'no'),
    )
  }

  #update(fact: string, change: (record: FactRecord) => FactRecord): void {
    const record = this.facts.get(fact)
    if (record) this.facts.set(fact, change(record))
  }

  #change(fact: string, latest: SignOff | undefined, change: (signOff: SignOff) => SignOff): void {
    this.#update(fact, (record) => ({
      ...record,
      signOffs: record.signOffs.map((signOff) => (signOff === latest ? change(signOff) : signOff)),
    }))
  }
}

/** What the desk knows of a source and a sign-off relies on. */
export const commitmentOf = ({ id, called, kind, groundRules, description, derivedFrom, mergedInto }: Source): string =>
  JSON.stringify([mergedInto ?? id, called, kind, groundRules, description, [...derivedFrom].sort()])
