/**
 * A newsroom at work: two people write, tag, sign, move and comment in several stories at once, while the roster and
 * the source book change. Everything is numbered and said once it is saved, as in writing.ts. After a crash all that
 * was said must be there, and nothing may be told as lost.
 */
import { runAction } from '../../src/newsroom/runAction'
import type { Newsroom } from '../../src/newsroom/state/newsroom'
import { protectedTerms } from '../../src/projection/scan/protectedTerms'
import type { FileLayer } from '../../src/storage/disk/fileLayer'
import { hasPins } from '../../src/story/desk/roster'
import type { ActionName, AnswerOf, RequestOf } from '../../src/story/requests/requests'
import { dice } from './campaign'
import { daysOf, isNamed, movesOf, openRoom } from './newsroomFinding'
import type { Say } from './writing'

export const END = 'Nothing more.'

export interface Work {
  readonly folder: string
  readonly seed: number
  /** Rounds of up to three acts at once. Infinity: until the process ends. */
  readonly rounds: number
  /** Absent: the real disk. */
  readonly files?: FileLayer
  readonly stories?: number
  /** The editor may set a PIN. From then on only the editor signs and moves. */
  readonly pin?: boolean
  /** The words of a new story, which end with a full stop. */
  readonly first?: string
  /** Called when the people are on the roster and the stories open. */
  readonly begun?: () => void
  /** Others delete stories meanwhile: then nobody writes all that are open at once. */
  readonly leaving?: boolean
}

const PIN = '271828'

type Act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>) => Promise<AnswerOf<A>>

/** Works without pause. Rejects with the first error. */
export async function workAway(say: Say, { folder, files, ...work }: Work): Promise<void> {
  const { room, trouble } = await openRoom(folder, files, 'take')
  await workIn(room, trouble, say, work)
}

/** The same in a newsroom that is open. Closes it at the end. */
export async function workIn(
  room: Newsroom,
  trouble: readonly string[],
  say: Say,
  { seed, rounds, stories = 3, pin = false, first = FIRST, begun, leaving = false }: Omit<Work, 'folder' | 'files'>,
): Promise<void> {
  const roll = dice(seed)
  const act: Act = (by, action, request) => runAction(room, by, action, request)
  if (hasPins(room.library.roster)) await room.pins.check('Editor', PIN)
  for (const [name, role] of [
    ['Editor', 'editor'],
    ['Reporter', 'reporter'],
  ] as const)
    if (room.onRoster(name)?.role !== role) await act('Editor', 'roster.add', { name, role })
  const pool =
    room.library.sources.find(({ name }) => name === 'Pool report')?.id ??
    (await act('Editor', 'source.add', { name: 'Pool report', kind: 'pool' })).id
  const file = await capture(act, 'Pool report. It was a number of km on every day.')
  say(`r library ${room.library.roster.length}`)
  say('ready')
  const desks: StoryDesk[] = []
  // Without deleted stories whose folder was put back.
  for (const id of (await room.store.listStories()).filter((one) => !room.deleted.has(one)).toSorted()) {
    const desk = await StoryDesk.of(act, say, id, { pool, file })
    // Others take these out of the library.
    if (desk.stage !== 'spiked') desks.push(desk)
  }
  begun?.()
  const library = new LibraryDesk(room, act, say, pin && roll(2) === 0)
  for (let round = 0; round < rounds; round++) {
    if (desks.length === 0 || (desks.length < stories && roll(12) === 0)) {
      const { id } = await act('Reporter', 'story.import', {
        name: 'diary.txt',
        bytes: new TextEncoder().encode(`${first} ${END}`),
      })
      desks.push(await StoryDesk.of(act, say, id, { pool, file }))
      say(`n library ${desks.length}`)
      continue
    }
    const chosen = desks.filter(() => roll(desks.length) < 2)
    const acts = [...chosen.map((desk) => desk.act(room, roll)), ...(roll(3) === 0 ? [library.act(roll)] : [])]
    await Promise.all(acts)
    if (roll(8) === 0 && !leaving) await room.settleAll()
  }
  await room.close()
  if (trouble.length > 0) throw new Error(trouble.join('; '))
}

const FIRST = 'Storm diary\n\nThe sea was rough.'

async function capture(act: Act, text: string): Promise<string> {
  const { upload } = await act('Editor', 'file.begin', { name: 'pool.txt' })
  await act('Editor', 'file.write', { upload, bytes: new TextEncoder().encode(text) })
  return (await act('Editor', 'file.keep', { upload })).sha256
}

interface Backup {
  readonly pool: string
  readonly file: string
}

/** One story, one act after the other. */
class StoryDesk {
  private constructor(
    private readonly act_: Act,
    private readonly say: Say,
    readonly id: string,
    private readonly backup: Backup,
    private days: number,
    private tagged: number,
    private signed: number,
    private comments: number,
    private versions: number,
    public stage: string,
  ) {}

  static async of(act: Act, say: Say, id: string, backup: Backup): Promise<StoryDesk> {
    const view = await act('Editor', 'story.show', { story: id })
    const signed = view.facts.filter(({ status }) => status !== 'toCheck').length
    const versions = (await act('Editor', 'version.list', { story: id })).versions.filter(isNamed).length
    const { length } = view.comments
    return new StoryDesk(act, say, id, backup, daysOf(view), view.facts.length, signed, length, versions, view.stage)
  }

  async act(room: Newsroom, roll: (below: number) => number): Promise<void> {
    const { act_: act, say, id: story } = this
    const choice = roll(100)
    if (choice < 40) {
      // Some go to the disk together.
      const days = Array.from({ length: 1 + roll(3) }, () => ++this.days)
      const writing = days.map(async (n) => {
        await act('Reporter', 'copy.replace', {
          story,
          replace: END,
          with: `It was ${7000 + n} km on day ${n}. ${END}`,
        })
        say(`u ${story} ${n}`)
      })
      await Promise.all(writing)
    } else if (choice < 58 && this.tagged < this.days) {
      const n = ++this.tagged
      await act('Reporter', 'fact.tag', { story, text: `${7000 + n} km`, type: 'figure' })
      say(`t ${story} ${n}`)
    } else if (choice < 76 && this.signed < this.tagged) await this.sign(roll)
    else if (choice < 84) {
      const n = ++this.comments
      await act('Editor', 'comment.add', { story, text: `Question ${n}?` })
      say(`k ${story} ${n}`)
    } else if (choice < 90) {
      const to = this.stage === 'draft' ? 'filed' : 'draft'
      await act(to === 'draft' || hasPins(room.library.roster) ? 'Editor' : 'Reporter', 'story.move', {
        story,
        to,
        ...(to === 'draft' ? { reason: 'Again.' } : {}),
      })
      this.stage = to
      say(`m ${story} ${movesOf((await room.story(story)).entries)}`)
    } else if (choice < 95) {
      const n = ++this.versions
      await act('Editor', 'version.keep', { story, name: `Kept ${n}` })
      say(`v ${story} ${n}`)
    } else await (await room.story(story)).saving.rewriteAll()
  }

  private async sign(roll: (below: number) => number): Promise<void> {
    const { act_: act, say, id: story } = this
    const { facts } = await act('Editor', 'story.show', { story })
    const fact = facts.find(({ status }) => status === 'toCheck')
    if (!fact) return
    const { pool: source, file } = this.backup
    const about = { story, fact: fact.id, seen: fact.seen ?? '' }
    if (roll(3) === 0) await act('Editor', 'fact.sign', { ...about, status: 'letStand', reason: 'As the pool has it.' })
    else {
      const wrong = roll(2) === 0
      await act('Editor', 'fact.sign', {
        ...about,
        status: wrong ? 'wrong' : 'verified',
        ...(wrong ? { reason: 'The pool has another number.' } : {}),
        evidence: { source, locator: '¶ 1', stance: wrong ? 'contradicts' : 'supports', file },
      })
    }
    say(`f ${story} ${++this.signed}`)
  }
}

/** Roster, source book and settings, one act after the other. */
class LibraryDesk {
  constructor(
    private readonly room: Newsroom,
    private readonly act_: Act,
    private readonly say: Say,
    private readonly setsPin: boolean,
  ) {}

  async act(roll: (below: number) => number): Promise<void> {
    const { room, act_: act, say } = this
    const { roster, sources, settings } = room.library
    if (this.setsPin && !hasPins(roster) && roll(6) === 0) {
      await act('Editor', 'pin.set', { pin: PIN })
      return say('p library 1')
    }
    switch (roll(4)) {
      case 0:
        await act('Editor', 'roster.add', { name: `Person ${roster.length}`, role: 'reporter' })
        return say(`r library ${room.library.roster.length}`)
      case 1:
        await act('Editor', 'source.add', { name: `Secret Name ${sources.length}`, kind: 'person', protected: true })
        return say(`x library ${protectedTerms(room.library.sources).length}`)
      case 2: {
        const source = sources.find(({ protected: is }) => is)
        if (!source) return
        await act('Editor', 'source.edit', {
          source: source.id,
          aliases: [...source.aliases, `Alias Person ${source.aliases.length}`],
        })
        return say(`x library ${protectedTerms(room.library.sources).length}`)
      }
      default:
        await act('Editor', 'library.settings', {
          historyLimit: 2_000_000 + (((settings.historyLimit ?? 0) + 1) % 1000),
        })
    }
  }
}
