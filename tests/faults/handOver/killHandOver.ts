/**
 * Kills a process while it writes bundles of a story and merges them into another library. Afterwards each library is
 * as before the merge or as after it, nothing that was acknowledged is gone, and no bundle is half under its name.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import { readCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { messageOf } from '../../../src/story/text/messageOf'
import { dice, type Options, type Row } from '../campaign'
import { untilKilled } from '../untilKilled'
import { EDITOR, openSide, SIDES, wholeOf, type Said, type Side, type Whole } from './twoLibraries'

/** Kills in the same libraries, so that damage that adds up is found too. */
const KILLS_PER_FOLDER = 20
const LONGEST = 2000

/** What the writer said last. */
interface Known {
  story: string
  readonly whole: Map<Side, Whole>
  /** A merge that was begun and after which nothing was said of the library. */
  readonly merge: Map<Side, { readonly bundle: string; readonly isDone: boolean }>
  readonly wrote: Set<string>
  readonly undoing: Set<Side>
  /** Words that one side took out, by undoing a merge. A merge brings that to the other side, as it brings any edit. */
  readonly takenOut: Set<string>
  merged: number
}

interface Counted {
  runs: number
  bundles: number
  merges: number
  before: number
  after: number
  lost: number
  unopenable: number
}

export async function killHandOver(options: Options): Promise<Row> {
  const counted = options.notebook.load<Counted>({
    ...{ runs: 0, bundles: 0, merges: 0, before: 0, after: 0, lost: 0, unopenable: 0 },
  })
  let [folder, story] = ['', '']
  let takenOut = new Set<string>()
  while (counted.runs < options.runs && !options.stopped()) {
    const seed = options.seed + counted.runs
    if (folder === '' || counted.runs % KILLS_PER_FOLDER === 0) {
      if (folder !== '') await rm(folder, { recursive: true, force: true })
      folder = join(options.scratch, `handOver-${counted.runs}`)
      await mkdir(folder)
      story = ''
      takenOut = new Set()
    }
    const command = [options.program('handOverWriter'), folder, String(seed), story]
    const known = await workUntilKilled(command, story, seed, takenOut)
    story = known.story
    const why = await judged(folder, known, counted).catch((error: unknown) => {
      counted.unopenable++
      return [error instanceof Error ? (error.stack ?? error.message) : messageOf(error)]
    })
    counted.runs++
    counted.lost += why.length
    for (const line of why) options.say(`  run ${counted.runs}: ${line}`)
    if (counted.runs % 10 === 0) options.notebook.save(counted)
    if (counted.runs % 50 === 0) options.say(`  ${counted.runs} of ${options.runs}: ${counted.lost} lost`)
  }
  if (folder !== '') await rm(folder, { recursive: true, force: true })
  options.notebook.save(counted)
  const { runs, bundles, merges, before, after, lost, unopenable } = counted
  return {
    fault: 'kill -9, handing over and merging',
    runs,
    acknowledged: bundles + merges,
    lost,
    unopenable,
    more: { bundles, merges, 'cut, as before': before, 'cut, as after': after },
  }
}

async function workUntilKilled(
  command: readonly string[],
  story: string,
  seed: number,
  takenOut: Set<string>,
): Promise<Known> {
  const known: Known = {
    ...{ story, whole: new Map(), merge: new Map(), wrote: new Set(), undoing: new Set(), takenOut, merged: 0 },
  }
  // Two libraries begin before the first kill: a library half begun is of another campaign.
  const roll = dice(seed)
  const whileOpening = story !== '' && roll(6) === 0
  await untilKilled(command, (line, killIn) => {
    const said = JSON.parse(line) as Said
    if (said.say === 'merged') known.merged++
    if (said.say === (whileOpening ? 'opening' : 'ready')) killIn(roll(whileOpening ? 200 : LONGEST))
    if (said.say === 'begun') known.story = said.story
    else if (said.say === 'has') {
      if (known.undoing.has(said.side))
        for (const word of gone(known.whole.get(said.side), said.whole)) takenOut.add(word)
      known.whole.set(said.side, said.whole)
      known.merge.delete(said.side)
      known.undoing.delete(said.side)
    } else if (said.say === 'undoes') known.undoing.add(said.side)
    else if (said.say === 'wrote') known.wrote.add(said.bundle)
    else if (said.say === 'merges' || said.say === 'merged')
      known.merge.set(said.side, { bundle: said.bundle, isDone: said.say === 'merged' })
  })
  return known
}

/** The words of the writer that were there and are there no more. */
const gone = (before: Whole | undefined, now: Pick<Whole, 'text'>): readonly string[] =>
  (before?.text.match(/\bw\d+x\d+\b/g) ?? []).filter((word) => !now.text.includes(word))

/** What is wrong after a kill. */
async function judged(
  folder: string,
  { story, whole, merge, wrote, undoing, takenOut, merged }: Known,
  counted: Counted,
): Promise<string[]> {
  const why: string[] = []
  const outbox = join(folder, 'outbox')
  const names = await readdir(outbox).catch((): string[] => [])
  for (const path of wrote) if (!names.some((name) => join(outbox, name) === path)) why.push(`${path} is gone`)
  for (const name of names.filter((one) => one.endsWith('.stet')))
    await readBundle(join(outbox, name), name, {
      check: checkSignature,
      readCard: (text) => readCard(text, checkSignature),
    })
      .then((bundle) => bundle.close())
      .catch((error: unknown) => why.push(`${name} is no whole bundle: ${messageOf(error)}`))
  counted.bundles += wrote.size
  counted.merges += merged
  for (const side of SIDES) {
    const on = await openSide(folder, side)
    try {
      const [before, now] = [whole.get(side), await wholeOf(on, story)]
      const kept = new Set(now.entries)
      if (before) {
        const missing = before.entries.filter((hash) => !kept.has(hash))
        if (missing.length > 0) why.push(`${side}: ${missing.length} entries are gone`)
        for (const word of gone(before, now))
          if (undoing.has(side)) takenOut.add(word)
          else if (!merge.has(side) || !takenOut.has(word)) why.push(`${side}: ${word} is gone`)
      }
      const cut = merge.get(side)
      if (cut) {
        const bytes = readFileSync(cut.bundle)
        const { stories } = await on.act(EDITOR[side], 'story.previewMerge', { name: 'a.stet', bytes })
        const isAfter = stories[0]?.outcome === 'nothing'
        if (!cut.isDone) counted[isAfter ? 'after' : 'before']++
        if (!isAfter && cut.isDone) why.push(`${side}: a merge that was acknowledged is gone`)
        if (!isAfter && now.hash !== before?.hash) why.push(`${side}: a merge is half there`)
      }
      const { losses = [] } = (await on.room.story(story)).value()
      if (losses.length > 0 || on.room.library.losses.length > 0) why.push(`${side}: something is told as lost`)
      const { problems } = await on.act(EDITOR[side], 'library.doctor', { repair: false })
      why.push(...problems.map(({ path, what }) => `${side}: ${path}: ${what}`))
    } finally {
      await on.room.close()
    }
  }
  await rm(outbox, { recursive: true, force: true })
  return why
}
