/** Kills the real app's main process with kill -9 while somebody types, tags and moves a story in its window. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadDoc } from '../../src/document/createStoryDoc'
import { StoryReader } from '../../src/document/reading/storyReader'
import { openLibrary } from '../../src/storage/openLibrary'
import type { AppTools } from './appTools'
import { BODY, READY } from './appWriting'
import { dice, quantile, type Options, type Row } from './campaign'
import { NOW } from './writing'

interface Counted {
  runs: number
  acknowledged: number
  lost: number
  unopenable: number
  reopening: number[]
  tags: number
  moves: number
  why: string[]
}
interface Said {
  body: string
  readonly tags: Set<string>
  moves: number
  count: number
}

const KILLS_PER_LIBRARY = 25

/** Prints what the window calls saved, in the same task, and puts the caret at the end. */
const prepare = (): string => `(() => {
  const status = document.querySelector('[role=status]');
  const note = () => { if (status.textContent === 'Saved') console.log('said: body ' + ${BODY}); };
  new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  const graf = [...document.querySelectorAll('[data-part=body]')].at(-1);
  document.querySelector('[contenteditable=true]').focus();
  getSelection().selectAllChildren(graf);
  getSelection().collapseToEnd();
})()`
const act = (action: string, request: unknown, said: string): string =>
  `window.stet.call('act', ${JSON.stringify({ action, request })}).then((outcome) => {
    if (outcome.ok) console.log('said: ${said} ' + (outcome.value.id ?? outcome.value.stage))
    return outcome.ok
  })`

export async function killApp(options: Options): Promise<Row> {
  const counted = options.notebook.load<Counted>({
    runs: 0,
    acknowledged: 0,
    lost: 0,
    unopenable: 0,
    reopening: [],
    tags: 0,
    moves: 0,
    why: [],
  })
  let library = ''
  let story = ''
  let said: Said = { body: '', tags: new Set(), moves: 0, count: 0 }
  while (counted.runs < options.runs && !options.stopped()) {
    if (library === '' || counted.runs % KILLS_PER_LIBRARY === 0) {
      if (library !== '') await rm(library, { recursive: true, force: true })
      library = join(options.scratch, `app-${counted.runs}`, 'library')
      story = await options.app.seed(library)
      said = { body: '', tags: new Set(), moves: 0, count: 0 }
    }
    const before = { count: said.count, tags: said.tags.size, moves: said.moves }
    await oneRun(options.scratch, options.app, library, story, said, dice(options.seed + counted.runs))
    counted.acknowledged += said.count - before.count
    counted.tags += said.tags.size - before.tags
    counted.moves += said.moves - before.moves
    await lookInto(library, story, said, counted)
    counted.runs += 1
    options.notebook.save(counted)
    if (counted.runs % 10 === 0)
      options.say(
        `  ${counted.runs} of ${options.runs}: ${counted.acknowledged} acknowledged ` +
          `(${counted.tags} tags, ${counted.moves} moves), ${counted.lost} lost, ${counted.unopenable} unopenable`,
      )
  }
  const { runs, acknowledged, lost, unopenable, tags, moves, reopening } = counted
  return {
    fault: 'kill -9, the app’s main process',
    runs,
    acknowledged,
    lost,
    unopenable,
    more: {
      tags,
      moves,
      'reopening ms p50': quantile(reopening, 0.5),
      p99: quantile(reopening, 0.99),
      most: Math.max(0, ...reopening),
    },
  }
}

async function oneRun(
  scratch: string,
  tools: AppTools,
  library: string,
  story: string,
  said: Said,
  roll: (below: number) => number,
): Promise<void> {
  const app = await tools.launch(join(scratch, 'profile'), story, library)
  app.on('Runtime.consoleAPICalled', ({ args }: { readonly args: readonly { readonly value?: unknown }[] }) => {
    const [, kind, what = ''] = /^said: (\w+) ([\s\S]*)$/.exec(String(args[0]?.value ?? '')) ?? []
    if (kind === undefined) return
    said.count += 1
    if (kind === 'body') said.body = what
    if (kind === 'tag') said.tags.add(what)
    if (kind === 'move') said.moves += 1
  })
  await app.send('Runtime.enable')
  await app.until(READY, 60, 20)
  await app.evaluate(prepare())
  let alive = true
  const whileAlive = async (work: () => Promise<unknown>): Promise<void> => {
    // The kill interrupts any request to the window.
    try {
      while (alive) await work()
    } catch (error) {
      if (alive) throw error
    }
  }
  let stage = 'draft'
  const typing = whileAlive(async () => {
    for (const letter of ` q${roll(1e6)}x`) await app.press(letter)
  })
  const acting = whileAlive(async () => {
    await new Promise((later) => setTimeout(later, 60 + roll(160)))
    const words = String(await app.evaluate(BODY)).match(/q\d+x(?= )/g) ?? []
    if (roll(3) > 0 && words.length > 0) {
      await app.evaluate(act('fact.tag', { story, text: words[roll(words.length)], type: 'figure' }, 'tag'))
      return
    }
    const to = stage === 'draft' ? 'filed' : 'draft'
    if (await app.evaluate(act('story.move', { story, to, ...(to === 'draft' ? { reason: 'again' } : {}) }, 'move')))
      stage = to
    else stage = to === 'filed' ? 'filed' : 'draft'
  })
  await new Promise((later) => setTimeout(later, 300 + roll(2200)))
  alive = false
  await app.kill()
  await Promise.all([typing, acting])
}

async function lookInto(library: string, story: string, said: Said, counted: Counted): Promise<void> {
  const began = performance.now()
  try {
    const store = await openLibrary({ folder: library, now: () => NOW, newId: (kind) => kind })
    const stored = await store.loadStory(story)
    const { copy, tags } = new StoryReader(loadDoc(stored.updates)).read()
    counted.reopening.push(Math.round(performance.now() - began))
    await store.close()
    const body = copy
      .filter(({ role }) => role !== 'headline' && role !== 'deck')
      .map(({ text }) => text)
      .join('\n')
    const moves = stored.ledger.filter(({ kind }) => kind === 'moved').length
    const lost = [
      ...(body.startsWith(said.body)
        ? []
        : [`the body does not begin as it was saved: …${said.body.slice(-40)} / …${body.slice(-40)}`]),
      ...[...said.tags].filter((id) => !tags.has(id)).map((id) => `the tag ${id} is gone`),
      ...(moves < said.moves ? [`${said.moves} moves were said, ${moves} are there`] : []),
    ]
    counted.lost += lost.length
    counted.why = [...counted.why, ...lost].slice(-20)
    // Unacknowledged writes that reached the disk count from now on.
    said.body = body
    said.moves = moves
  } catch (error) {
    counted.unopenable += 1
    counted.why = [...counted.why, String(error)].slice(-20)
  }
}
