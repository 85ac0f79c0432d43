/** The real newsroom and the oracle, side by side: each step is done in both, then every fact is compared. */
import * as Y from 'yjs'
import { createStoryState } from '../../src/document/createStoryDoc'
import { runAction } from '../../src/newsroom/runAction'
import type { OpenStory } from '../../src/newsroom/replica/openStory'
import type { Assessment } from '../../src/story/assessment/assessment'
import type { ActionName, AnswerOf, FactView, RequestOf } from '../../src/story/requests/requests'
import { NewsroomError } from '../../src/story/requests/requests'
import { MemoryStore } from '../builders/library/memoryStore'
import { newsDesk, NOW, type NewsDesk } from '../newsroom/newsDesk'
import { compareContexts } from './judge/context'
import { readPage } from './judge/readPage'
import type { Seen, SeenEvidence, SignOff, Truth } from './judge/model'
import { counts, evidenceChange, isSupported, judge, type Standing } from './judge/standing'
import { OracleStory } from './judge/story'
import { observerOf } from './drawing'
import { speakerOf, startingCopy, typeOfId } from './page'
import { Window } from './window'

/** What the captured file says. */
export const FILE_WORDS = 'The meeting lasted 100 minutes.'

/** Ada writes. Eve edits. Cal checks. Rob is another reporter. */
export const PEOPLE = ['Ada', 'Eve', 'Cal', 'Rob'] as const
const ROLES = { Ada: 'reporter', Eve: 'editor', Cal: 'checker', Rob: 'reporter' } as const

export interface Tally {
  steps: number
  refused: number
  readonly steady: Record<string, number>
  readonly standings: Record<string, number>
  open: number
  /** Comparisons that the specification leaves open, by why. */
  readonly openBy: Record<string, number>
  decided: number
}

export const newTally = (): Tally => ({
  steps: 0,
  refused: 0,
  steady: {},
  standings: {},
  open: 0,
  openBy: {},
  decided: 0,
})

const OTHER = { blocks: 'yes', warns: 'no' } as const

interface Proposal {
  readonly fact: string
  readonly by: string
  readonly old: string
  readonly words: string
  readonly seen: Seen
  /** What it rests on. */
  readonly evidence: readonly SeenEvidence[]
  /** Whether the proposer wrote the old words. */
  readonly wrote: Truth
  /** Whether the proposer may verify the fact. */
  readonly may: Truth
  /** When it was made. */
  readonly step: number
}

/** A library in memory that can lose captured files. */
class ForgetfulStore extends MemoryStore {
  readonly gone = new Set<string>()

  override async checkFile(sha256: string): ReturnType<MemoryStore['checkFile']> {
    return this.gone.has(sha256) ? { is: 'gone' } : super.checkFile(sha256)
  }
  override async openFile(sha256: string): ReturnType<MemoryStore['openFile']> {
    return this.gone.has(sha256) ? undefined : super.openFile(sha256)
  }
  override async claimFile(sha256: string): Promise<boolean> {
    return !this.gone.has(sha256) && super.claimFile(sha256)
  }
}

async function keepFile({ act }: NewsDesk, words: string): Promise<string> {
  const { upload } = await act('Cal', 'file.begin', { name: 'notes.txt' })
  await act('Cal', 'file.write', { upload, bytes: new TextEncoder().encode(words) })
  return (await act('Cal', 'file.keep', { upload })).sha256
}

/** The app and the oracle do not agree. */
export class Difference extends Error {
  constructor(
    readonly kind: string,
    readonly trace: readonly string[],
  ) {
    super(trace.join('\n'))
  }
}

export class World {
  readonly oracle = new OracleStory()
  readonly windows: Window[] = []
  readonly trace: string[] = []
  /** Hashes of captured files. */
  readonly files: string[] = []
  readonly replaced: { readonly old: string; readonly text: string }[] = []
  /** Right words that somebody proposed for wrong ones, by suggestion. */
  readonly proposals = new Map<string, Proposal>()
  /** Changes of the copy. */
  #edits = 0
  readonly counting = (signOff: SignOff): Truth => counts(this.oracle, signOff)

  private constructor(
    readonly desk: NewsDesk,
    readonly store: ForgetfulStore,
    readonly story: OpenStory,
  ) {}

  static async open(variant: number): Promise<World> {
    const store = new ForgetfulStore('Reporter')
    const desk = await newsDesk(store)
    for (const name of PEOPLE) await desk.act('Editor', 'roster.add', { name, role: ROLES[name] })
    const file = await keepFile(desk, FILE_WORDS)
    const copy = startingCopy(variant, await keepFile(desk, 'a picture'))
    const ids = new Set(copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : []))))
    const tags = [...ids].map((id) => {
      const speaker = speakerOf(id)
      return { id, type: typeOfId(id), by: 'Ada', at: NOW, ...(speaker === undefined ? {} : { attributedTo: speaker }) }
    })
    const story = await desk.room.createStory('Ada', { kind: 'created', origin: 'new' }, (_id, client) =>
      createStoryState({ copy, fields: { author: 'Ada', slug: 'vote' }, tags }, client, 'Ada'),
    )
    const world = new World(desk, store, story)
    const { oracle } = world
    for (const { name, role = 'reporter' } of desk.room.library.roster) oracle.people.set(name, { name, role })
    oracle.addAuthor('Ada')
    oracle.edit('Ada', readPage(story.doc))
    for (const name of ['Ada', 'Eve', 'Cal'])
      world.windows.push(new Window(name, await story.join(name), story.state()))
    await world.#addSources()
    world.files.push(file)
    return world
  }

  async #addSources(): Promise<void> {
    const add = async (request: RequestOf<'source.add'>): Promise<void> => {
      const { id } = await this.desk.act('Eve', 'source.add', request)
      this.readSource(id, request.name)
    }
    await add({ name: 'Pool report 3', kind: 'pool' })
    await add({ name: 'Harbour office', kind: 'document' })
    await add({ name: 'A clerk', kind: 'person' })
    await add({ name: 'Own notes', kind: 'observation' })
    await add({ name: 'Register', kind: 'official' })
  }

  /** Tells the oracle of a source as the book has it. `called`: the name that counts. */
  readSource(id: string, called?: string): void {
    const source = this.desk.room.library.sources.find((one) => one.id === id)
    if (!source) throw new Error(`No source ${id}`)
    this.oracle.sources.set(id, {
      id,
      called: called ?? this.oracle.sources.get(id)?.called ?? source.name,
      kind: source.kind,
      groundRules: `${source.groundRules} ${source.wording ?? ''}`,
      description: `${source.description ?? ''} ${source.officialRecord === true ? 'official' : ''}`,
      derivedFrom: source.derivedFrom ?? [],
      ...(source.mergedInto === undefined ? {} : { mergedInto: source.mergedInto }),
    })
  }

  /** Runs an action of a person. Undefined when a rule refuses it; any other error ends the run. */
  async act<A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A> | undefined> {
    try {
      const answer = await runAction(this.desk.room, by, action, request)
      this.trace.push(`${by} ${action} ${brief(request)}`)
      return answer
    } catch (error) {
      const expected = error instanceof NewsroomError && (error.reason !== 'failed' || this.store.gone.size > 0)
      if (!expected) throw error
      this.trace.push(`${by} ${action} ${brief(request)} REFUSED: ${error.message}`)
      return undefined
    }
  }

  /** Reads the owner's copy into the oracle, as changed by one person. `isBehind`: who had not heard of all before. */
  async noteEdit(by: string, moved?: ReadonlyMap<string, string>, isBehind = false): Promise<void> {
    await this.desk.room.storyNow(this.story.id)
    this.oracle.edit(by, readPage(this.story.doc), moved, isBehind)
    this.#edits++
  }

  /** Brings the owner's state to a window. */
  hear(window: Window): void {
    Y.applyUpdate(window.doc, this.story.state())
    window.heard = this.#edits
  }

  /** Sends a window's typing to the owner, and brings the owner's state to the window. */
  async sync(window: Window): Promise<void> {
    const update = window.update(this.story.doc)
    try {
      await this.story.applyWindowUpdate(update, window.by, `window-${window.client}`)
      await this.noteEdit(window.by, new Map(window.moved), window.heard < this.#edits)
      window.moved.clear()
      window.isAway = false
      this.hear(window)
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error
      this.trace.push(`${window.by}'s typing REFUSED: ${error.message}`)
      window.reload(this.story.state(), await this.story.join(window.by))
      window.isAway = false
      window.heard = this.#edits
    }
  }

  /** Takes over evidence that the last act added for a fact. */
  readEvidence(fact: string, by: string): void {
    const known = new Set(this.oracle.facts.get(fact)?.evidence.map(({ id }) => id))
    for (const item of this.story.assessment(fact).record.evidence) {
      if (known.has(item.id)) continue
      const { id, source, locator, excerpt = '', stance, file = '' } = item
      this.oracle.addEvidence(fact, { id, source, locator, excerpt, stance, file, by, observer: observerOf(locator) })
    }
  }

  /**
   * After somebody accepted the right words that another person had proposed: they stand verified, if that person may
   * verify. Where the specification leaves that open, the app's answer is taken.
   */
  noteAccepted(
    by: string,
    { fact, by: proposer, wrote, may, old, words, seen: then, evidence, step }: Proposal,
    stood: Seen | undefined,
  ): void {
    const { oracle, story } = this
    this.readEvidence(fact, proposer)
    const seen = oracle.seen(fact)
    const real = story.view().facts.find(({ id }) => id === fact)
    if (!seen || !real || seen.words !== words) return
    const isTick = real.status === 'verified' && real.signed?.words === real.words
    // The old words, or what stands around, are others since: whether the right words stand then is not said.
    const { blocks, warns } = stood ? compareContexts(stood.tag.type, then.context, stood.context) : OTHER
    const moved = stood?.words !== old || blocks !== 'no' || warns !== 'no'
    const lapsed = blocks === 'yes' || JSON.stringify(stood?.tag) !== JSON.stringify(then.tag)
    // The same when somebody said something else of the old words since. The proposer's own verdict takes it back.
    const last = oracle.latest(fact)
    const retracted = last?.step !== step
    const tookBack = retracted && last?.by === proposer
    // On a desk of one person an author's proposal may stand, as self-checked.
    const isAuthors = oracle.isAuthor(proposer) && !oracle.deskOfOne
    // Nor is it said of one who wrote the old words, of which some may stand in the right ones, whoever verified the
    // old ones, or of what was proposed before a line of the history was lost.
    const hasWritten = wrote !== 'no' || oracle.facts.get(fact)?.words.wrote(proposer) !== 'no'
    const isOpen = moved || retracted || hasWritten || oracle.isAuthor(proposer) || step < oracle.lineAccepted
    // Evidence that came since may support what that of the proposal did not.
    const added = may === 'no' && seen.evidence.length > evidence.length
    const rightful = added && isSupported(oracle, seen.evidence, proposer) !== 'no' ? 'either' : may
    const rests = evidenceChange(oracle, evidence, seen.evidence) === undefined
    const truth: Truth =
      by === proposer || isAuthors || !rests || lapsed || tookBack
        ? 'no'
        : isOpen || (may === 'no' && oracle.deskOfOne)
          ? 'either'
          : rightful
    // A tick that does not count now may count on a desk of one person later.
    const noted = story.assessment(fact).record.signOffs.at(-1)
    const isNoted = by !== proposer && noted?.by === proposer && noted.status === 'verified'
    if (truth !== 'yes' && !isNoted && !(truth === 'either' && isTick)) return
    const wroteContext = oracle.wroteContext(proposer, fact)
    oracle.sign(fact, {
      entry: 0,
      by: proposer,
      status: 'verified',
      seen,
      wrote: truth === 'no' ? 'yes' : truth === 'either' && !isTick ? 'either' : 'no',
      wroteContext,
      reason: true,
      // Some of the words that they wrote may stand in the right ones.
      alone:
        oracle.deskOfOne && (may !== 'yes' || hasWritten) ? 'either' : oracle.isAlone(proposer, 'no', wroteContext),
    })
  }

  differs(fact: string, what: string): Error {
    return new Difference(what.replace(/^\w+ /, ''), [...this.trace, ...this.#known(fact), `${fact}: ${what}.`])
  }

  /** What both know of a fact, for messages. */
  #known(fact: string): readonly string[] {
    const { current, refused, record } = this.story.assessment(fact)
    const { words, context, signOffs } = this.oracle.facts.get(fact) ?? {}
    const given = signOffs?.map(({ seen: _seen, accepts, ...signOff }) => ({
      ...signOff,
      accepts: accepts.map(({ context: _context, ...accept }) => accept),
    }))
    return [
      `Words: ${String(words)}; around: ${String(context)}`,
      `App: ${brief({ ...current, parts: undefined })}; refused: ${String(refused?.why)}; ${brief(record.wordings)}`,
      `Oracle: ${JSON.stringify(given)}; authors: ${[...this.oracle.authors.keys()].join(', ')}`,
    ]
  }

  facts(): readonly FactView[] {
    return this.story.view().facts
  }

  /** Compares every fact. Throws with the whole story so far when one differs. */
  check(tally: Tally): void {
    for (const view of this.facts()) {
      const { allowed, why } = judge(this.oracle, view.id)
      const real = standingOf(view, this.story.assessment(view.id))
      if (allowed.size > 1) {
        tally.open++
        const what = `${[...allowed].sort().join('|')}: ${why.replaceAll(/“.*?”|\b(?:Ada|Eve|Cal|Rob)\b/g, '…')}`
        tally.openBy[what] = (tally.openBy[what] ?? 0) + 1
      } else {
        tally.decided++
        const [only = 'no'] = allowed
        tally.standings[only] = (tally.standings[only] ?? 0) + 1
      }
      if (allowed.has(real)) continue
      throw new Difference(`${real} instead of ${[...allowed].join(' or ')}: ${why.replace(/“.*”/, '…')}`, [
        ...this.trace,
        `${view.id} (${view.type}) “${view.words}” is ${view.status} (${view.reasons.join(', ')}; context ${view.context}).`,
        `Sentence “${view.sentence}”; ${JSON.stringify(this.story.assessment(view.id).changes)}`,
        ...this.#known(view.id),
        `The oracle: ${[...allowed].join(' or ')}, because ${why}.`,
      ])
    }
  }
}

/** That a later verdict does not count is no lapse of this one. */
const AROUND = new Set(['context', 'headers', 'belongsTo', 'picture', 'notEntitled'])

/** What the app says of a fact, in the oracle's words. A re-check that only warns is a warning. */
export function standingOf({ status, context }: FactView, { reasons, changes, current }: Assessment): Standing {
  if (status === 'verified') return context === 'asSigned' && !current?.selfChecked ? 'verified' : 'warned'
  if (status !== 'reCheck' || current?.status !== 'verified' || !reasons.every((reason) => AROUND.has(reason)))
    return 'no'
  return changes.every(({ lapses, weight }) => !lapses || weight === 'warns') ? 'warned' : 'no'
}

const brief = (request: unknown): string => {
  const { story: _story, ...rest } = request as Record<string, unknown>
  return JSON.stringify(rest)
}
