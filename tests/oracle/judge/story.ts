/** The oracle's record of a story: what was done, by whom, in order. `standing.ts` says what follows from it. */
import { contextOf, extentOf, QUOTE_LIKE, strongest } from './context'
import {
  AGAINST,
  type Accept,
  type Evidence,
  type Page,
  type Person,
  type Seen,
  type SeenEvidence,
  type SignOff,
  type Source,
  type Truth,
} from './model'
import { Hands, NOBODY } from './hands'
import { Traces } from './traces'
import { isWhole, wordsAt } from './words'
import { wroteContext } from './wroteContext'
import { Writing } from './writing'

export interface FactRecord {
  readonly words: Writing
  /** The rest of its sentences. */
  readonly context: Writing
  /** Its headers, picture or lead-in. */
  readonly belongs: Writing
  /** The rest of the graf, the other cells of the row: whether these count as written is not said. */
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
  /** `isBehind`: this person had not heard of all that others did. */
  edit(by: string, page: Page, moved: ReadonlyMap<string, string> = new Map(), isBehind = false): void {
    this.step++
    this.#hands.note(by, this.page, page, moved, isBehind)
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
    const rest = [sentence.leadInGraf, sentence.overTable, sentence.graf, sentence.row].join('\n')
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
    const into = source?.mergedInto === undefined ? undefined : this.sources.get(source.mergedInto)
    const read = [source, into].map((one) => (one ? commitmentOf(one) : '')).join(' ')
    return { item, commitment: read }
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
    const traces = new Traces(this.page, this.#hands, person, fact)
    if (surely === 'no')
      return traces.isBlurred() || traces.isCrossed() || traces.touched() || traces.tookBeside() || traces.typedFirst()
        ? 'either'
        : 'no'
    const wrote = traces.inWords() && !traces.isBlurred() ? surely : 'either'
    const others = record.signOffs.filter(
      (one) => one.by !== person && one.status === 'verified' && one.seen.words === now.words && counts(one) !== 'no',
    )
    const frees = others.filter((one) => !one.withdrawn && one.step > record.answered && counts(one) === 'yes')
    // Whether a tick still frees a writer once somebody spoke against the same words is not said.
    const against = record.signOffs.filter(
      (one) => AGAINST.has(one.status) && !one.withdrawn && one.seen.words === now.words,
    )
    if (frees.some(({ step }) => against.every((one) => one.step < step))) return 'no'
    return others.length > 0 ? 'either' : wrote
  }

  /** Whether a person wrote what stands around, and nobody else has looked at it since. */
  wroteContext(person: string, fact: string): Truth {
    const [record, now] = [this.facts.get(fact), this.seen(fact)]
    if (!record || !now) return 'either'
    const { truth, why } = wroteContext(person, record, now, new Traces(this.page, this.#hands, person, fact))
    this.#whyOpen = why
    return truth
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
      const words = this.facts.get(fact)?.words.changersSince(latest.step) ?? NOBODY
      const changers = new Set([...words, ...this.#changersSince(latest.step, fact, now)])
      // Nor is it said whether what a split took out of the graf of a quotation is still around it.
      const then = latest.seen.context.graf
      const splitOff = QUOTE_LIKE.has(now.tag.type) && then !== now.context.graf && !now.context.graf.includes(then)
      // Nor whether whoever turned the graf round changed the sentence.
      const shownThen = JSON.stringify(latest.seen.context.readings.map(({ shown }) => shown))
      const isTurned = shownThen !== JSON.stringify(now.context.readings.map(({ shown }) => shown))
      const changed: Truth = splitOff || isTurned || changers.has(by) ? 'either' : 'no'
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
        : { ...signOff, withdrawn: true, withdrawnAlone: this.deskOfOne && !this.#mayTakeBack(by, signOff) },
    )
  }

  #mayTakeBack(by: string, { by: giver, status, accepts }: SignOff): boolean {
    const isAgainst = status !== 'verified' && status !== 'onAuthor' && status !== 'letStand'
    const isEditor = this.people.get(by)?.role === 'editor' && !this.isAuthor(by)
    return !isAgainst || giver === by || accepts.at(-1)?.by === by || isEditor
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
