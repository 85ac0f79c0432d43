/**
 * The main job, end to end, without a mouse: import, tag, evidence, file, review by keys, lapse and restore, what the
 * gate blocks, clear, publish, export, next version as a correction. On the real story; on the sample story where that
 * is not there.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, ROOT, SHARED, test, type Newsroom } from '../fixtures'
import { Seat } from '../pages/seat'

interface Day {
  readonly name: string
  readonly file: string
  readonly headline: string
  readonly facts: readonly { readonly text: string; readonly nth?: number; readonly letter: string }[]
  /** A verified figure's sentence, for the "not" before it. */
  readonly before: string
}

const QUOTES = [
  'very successful meeting',
  'encouraging progress',
  'solid foundation, sound atmosphere',
  'already agreed to a lot of things',
]

const BUSAN: Day = {
  name: 'the Busan story',
  file: join(SHARED, 'seed', 'busan-summit.txt'),
  headline: 'Trump and Xi hold first talks in six years',
  facts: [
    { text: 'first talks in six years', letter: 's' },
    { text: 'six years', letter: 'f' },
    { text: 'first face-to-face talks in six years', letter: 's' },
    { text: 'six years', nth: 2, letter: 'f' },
    ...QUOTES.map((text) => ({ text: `“${text}”`, letter: 'q' })),
    { text: '“a very tough negotiator,”', letter: 'q' },
    { text: '“very substantial”', letter: 'q' },
    { text: 'two largest economies', letter: 's' },
    { text: 'meeting lasted about 100 minutes', letter: 'e' },
    { text: 'about 100 minutes', letter: 'f' },
    { text: 'two days', letter: 'f' },
    { text: 'three-nation', letter: 'f' },
    { text: 'He Lifeng', letter: 'n' },
  ],
  before: 'lasted about',
}
const SAMPLE: Day = {
  name: 'the sample story',
  file: join(ROOT, 'resources', 'sample-story.md'),
  headline: 'Trump and Xi sit down for the first time in six years',
  facts: [
    { text: 'first time in six years', letter: 's' },
    { text: 'six years', letter: 'f' },
    { text: 'first face-to-face talks in six years', letter: 's' },
    { text: 'six years', nth: 2, letter: 'f' },
    ...QUOTES.map((text) => ({ text: `“${text}”`, letter: 'q' })),
    { text: '“a very tough negotiator.”', letter: 'q' },
    { text: '“very substantial.”', letter: 'q' },
    { text: 'two largest economies', letter: 's' },
    { text: 'meeting lasted about 100 minutes', letter: 'e' },
    { text: 'about 100 minutes', letter: 'f' },
    { text: 'Two days', letter: 'f' },
    { text: 'the last stop', letter: 's' },
    { text: 'three-nation', letter: 'f' },
    { text: 'He Lifeng', letter: 'n' },
  ],
  before: 'lasted about',
}

interface Shown {
  readonly stage: string
  readonly version: number
  readonly facts: readonly {
    readonly id: string
    readonly type: string
    readonly status: string
    readonly text: string
    readonly reasons: readonly string[]
  }[]
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
}
interface Gate {
  readonly blocks: readonly { readonly rule: string; readonly message: string }[]
}

/** The story as the command line shows it. */
class ShownStory {
  constructor(
    readonly newsroom: Newsroom,
    readonly id: string,
  ) {}
  shown(): Promise<Shown> {
    return this.newsroom.json(['show', this.id])
  }
  async statuses(): Promise<Record<string, string>> {
    return Object.fromEntries((await this.shown()).facts.map((fact) => [fact.id, fact.status]))
  }
  async blocks(): Promise<string[]> {
    return (await this.newsroom.json<Gate>(['gate', this.id, '--door', 'clear'])).blocks.map(
      ({ rule, message }) => `${rule}: ${message}`,
    )
  }
}

const day = existsSync(BUSAN.file) ? BUSAN : SAMPLE

test(`the day on ${day.name}, by keyboard alone`, async ({ newsroom }) => {
  await newsroom.stet(['roster', 'add', 'Reporter', '--role', 'reporter'])
  await newsroom.stet(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.stet(['roster', 'add', 'Checker', '--role', 'checker'], 'Editor')
  await newsroom.json(['source', 'add', '--name', 'Pool report 3', '--kind', 'pool'])

  // The reporter imports, tags, attaches evidence and files.
  const morning = await newsroom.launch({ user: 'Reporter' })
  const reporter = new Seat(morning.stet, 'Reporter')
  await reporter.importFile(morning, day.file)
  const [story] = await newsroom.json<{ id: string; headline: string }[]>(['list'])
  expect(story?.headline).toBe(day.headline)
  const desk = new ShownStory(newsroom, story?.id ?? '')
  await newsroom.json(['set', desk.id, 'slug', 'busan-summit'])
  for (const { text, letter, nth } of day.facts) await reporter.tag(text, letter, nth)
  await reporter.stet.settled()
  expect((await desk.shown()).facts.map((fact) => fact.status)).toEqual(day.facts.map(() => 'toCheck'))
  await reporter.stet.select('He Lifeng')
  await reporter.attach({ source: 'Pool report 3', locator: '¶ 7' })
  await expect(reporter.stet.fact('He Lifeng')).toContainText('To check')
  await reporter.stet.settled()
  await reporter.stet.nextMove('File to desk')
  await expect.poll(async () => (await desk.shown()).stage).toBe('filed')
  const [first] = (await desk.shown()).facts
  const backup = ['--evidence', 'Pool report 3', '--locator', '¶ 1']
  expect(await newsroom.stet(['fact', desk.id, first?.id ?? '', '--status', 'verified', ...backup])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('Someone else must verify this'),
  })
  await morning.app.close()

  // The editor reviews by keys alone: one source, then V or the same source again, and on to the next.
  const noon = await newsroom.launch({ user: 'Editor' })
  const editor = noon.stet
  const seat = new Seat(editor, 'Editor')
  await expect(editor.story).toContainText('about 100 minutes')
  await editor.nextMove('Start review')
  await expect.poll(async () => (await desk.shown()).stage).toBe('inReview')
  await editor.reviewWithList()
  await editor.verifyAllByKeys('Pool report 3', '¶ 2')
  await expect.poll(async () => (await desk.shown()).facts.every((fact) => fact.status === 'verified')).toBe(true)
  expect(await desk.blocks()).toEqual([])
  await editor.press('Escape')

  // 100 → 90 lapses exactly the facts with these words, and by its context the quote whose sentence stands beside
  // them; undo restores them.
  const verified = await desk.statuses()
  const before = (await desk.shown()).facts
  const touched = before.filter((fact) => fact.text.includes('100 minutes'))
  const beside = before.filter((fact) => fact.text.includes('already agreed to a lot of things'))
  expect([touched.length, beside.length]).toEqual([2, 1])
  await editor.replace('100 minutes', '90 minutes')
  await editor.settled()
  expect(await desk.statuses()).toEqual({
    ...verified,
    ...Object.fromEntries([...touched, ...beside].map((fact) => [fact.id, 'reCheck'])),
  })
  const why = Object.fromEntries((await desk.shown()).facts.map((fact) => [fact.id, fact.reasons]))
  for (const fact of touched) expect(why[fact.id], fact.text).toContain('words')
  for (const fact of beside) expect(why[fact.id], fact.text).toEqual(['context'])
  await expect(editor.sheet.tagged('reCheck').first()).toBeVisible()
  await editor.undo()
  await editor.settled()
  expect(await desk.statuses()).toEqual(verified)

  // A “not” before a verified figure, in its sentence: the words are as signed, the context is not.
  const copy = await editor.words()
  await editor.caretBefore(day.before)
  await editor.page.keyboard.type('not ')
  await editor.settled()
  expect((await desk.blocks()).filter((block) => block.startsWith('context')).length).toBeGreaterThanOrEqual(1)
  await editor.undoTo(copy)
  await editor.settled()
  expect(await desk.blocks()).toEqual([])

  // Each rule that blocks clearing, once.
  const figure = touched.find((fact) => fact.text === 'about 100 minutes')
  const blocked = async (
    what: string,
    spoil: () => Promise<void>,
    rule: RegExp,
    mend: () => Promise<void> = () => editor.undo(),
  ): Promise<void> => {
    await spoil()
    await editor.settled()
    const found = await desk.blocks()
    expect(
      found.some((block) => rule.test(block)),
      `${what}: ${found.join(' | ')}`,
    ).toBe(true)
    await mend()
    await editor.settled()
    await expect.poll(() => desk.blocks(), { message: `after ${what}` }).toEqual([])
  }
  await blocked(
    'a wrong fact overtyped',
    async () => {
      await newsroom.json(
        ['fact', desk.id, figure?.id ?? '', '--status', 'wrong', '--reason', 'the pool says 90'],
        'Editor',
      )
      await editor.select('about 100 minutes')
      await editor.page.keyboard.type('about 90 minutes')
      await editor.settled()
      expect((await desk.statuses())[figure?.id ?? '']).toBe('reCheck')
    },
    /factStatus.*90 minutes/,
    async () => {
      await editor.undoUntil('about 100 minutes')
      // A verdict against these words is its giver's to take back. Then somebody else verifies them.
      await newsroom.json(['withdraw', desk.id, figure?.id ?? '', '--reason', 'the pool says 100'], 'Editor')
      await newsroom.json(
        ['fact', desk.id, figure?.id ?? '', '--status', 'verified', '--evidence', 'Pool report 3', '--locator', '¶ 2'],
        'Checker',
      )
    },
  )
  await blocked(
    'a digit at the tag’s edge',
    async () => {
      await editor.caretAfter('three-nation', -'three-nation'.length)
      await editor.page.keyboard.type('1')
    },
    /factStatus/,
  )
  await blocked(
    'a hole in a tag',
    async () => {
      await editor.caretAfter('encouraging', 0)
      await editor.pasteText(' and steady')
    },
    /hole|factStatus/,
  )
  await blocked(
    'an untagged quote',
    async () => {
      await editor.caretAtEnd()
      await editor.page.keyboard.type(' He called it “a new page”.')
    },
    /untaggedQuote.*a new page/,
    () => editor.undoTo(copy),
  )
  await blocked(
    'a fact removed with its words left standing',
    async () => {
      await editor.select('three-nation')
      await editor.press('Delete')
      await editor.page.keyboard.type('three-nation')
    },
    /factLeftStanding.*three-nation/,
    async () => {
      // Typing is undone in one step or more, depending on its pauses.
      for (let step = 0; step < 20 && (await desk.blocks()).length > 0; step++) {
        await editor.undo()
        await editor.settled()
      }
    },
  )
  await blocked(
    'a tag taken off a figure',
    async () => {
      const nation = (await desk.shown()).facts.find((fact) => fact.text === 'three-nation')
      await newsroom.json(['untag', desk.id, nation?.id ?? '', '--reason', 'not needed'], 'Editor')
    },
    /untaggedFigure.*three-nation/,
    async () => {
      const { id } = await newsroom.json<{ id: string }>(['tag', desk.id, '--text', 'three-nation', '--type', 'figure'])
      await newsroom.json(
        ['fact', desk.id, id, '--status', 'verified', '--evidence', 'Pool report 3', '--locator', '¶ 2'],
        'Checker',
      )
    },
  )

  // The story is cleared, published, and exported as ninjs and HTML.
  await seat.move(/^Clear/)
  await expect.poll(async () => (await desk.shown()).stage).toBe('cleared')
  await seat.move(/^Publish/)
  await expect.poll(async () => (await desk.shown()).stage).toBe('published')
  for (const [format, extension] of [
    ['ninjs', 'json'],
    ['Web page', 'html'],
  ] as const) {
    const path = join(newsroom.scratch, `out.${extension}`)
    await seat.saveExport(noon, new RegExp(format, 'i'), path)
    const text = await readFile(path, 'utf8')
    expect(text).toContain(day.headline)
    expect(text).not.toContain(desk.id)
    for (const { id } of (await desk.shown()).facts) expect(text).not.toContain(id)
  }

  // The next version, as a correction.
  await seat.move(/^New version/, { kind: /^Correction/ })
  await expect
    .poll(async () => {
      const { stage, version } = await desk.shown()
      return `${stage} ${version}`
    })
    .toBe('inReview 2')
})
