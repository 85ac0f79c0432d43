/**
 * A reporter writes on a train and hands over; an editor and a checker work at one time on two copies; everything comes
 * back in three orders: by mouse, by keys alone, by command line. All three read the same, and the story is published.
 */
import { join } from 'node:path'
import { expect, test, type Newsroom } from '../fixtures'
import { ExportPanel } from '../pages/exportPanel'
import { ImportPanel } from '../pages/importPanel'
import { machineOf, trust, type Machine } from './machines'

const PEOPLE = { Kim: 'reporter', Ana: 'editor', Cho: 'checker' } as const
type Person = keyof typeof PEOPLE

/** Each machine trusts the keys of the other two. */
async function acquainted(newsroom: Newsroom): Promise<Readonly<Record<Person, Machine>>> {
  const machines = {
    Kim: await machineOf(newsroom, 'Kim'),
    Ana: await machineOf(newsroom, 'Ana'),
    Cho: await machineOf(newsroom, 'Cho'),
  }
  for (const here of Object.values(machines))
    for (const person of Object.keys(PEOPLE) as Person[])
      if (person !== here.person) await trust(newsroom, here, machines[person], PEOPLE[person])
  return machines
}

interface Shown {
  readonly stage: string
  readonly facts: readonly { readonly id: string; readonly text: string; readonly status: string }[]
}

/** What each machine notes of what it did itself. */
const OWN = new Set(['merged', 'exported', 'lapsed'])

/** What a machine reads of the story: words, statuses, tray, and the history without such notes. */
async function readOf({ run, json }: Machine, id: string): Promise<object> {
  const { facts, stage } = await json<Shown>('show', id)
  const history = await json<{ readonly entries: readonly { readonly kind: string; readonly hash: string }[] }>(
    'history',
    id,
  )
  return {
    stage,
    facts: facts.map(({ id: fact, text, status }) => `${fact} ${text}: ${status}`),
    copy: (await run('show', id)).split('\n').filter((line) => line.startsWith('The ') || line.startsWith('Trade')),
    tray: await json('tray', id),
    history: history.entries.flatMap(({ kind, hash }) => (OWN.has(kind) ? [] : [hash])).sort(),
  }
}

test('a story goes over three machines and comes back in three orders', async ({ newsroom }) => {
  const { Kim, Ana, Cho } = await acquainted(newsroom)
  const bundle = (name: string): string => join(newsroom.scratch, `${name}.stet`)

  // On the train, by keys alone.
  const train = await newsroom.launch({ user: 'Kim', library: Kim.library, profile: 'train' })
  await train.stet.newStory()
  await train.page.keyboard.type('Talks in Busan end')
  await train.page.keyboard.press('Enter')
  await train.page.keyboard.press('Enter')
  await train.page.keyboard.type('The talks lasted about 100 minutes, officials said.')
  await train.page.keyboard.press('Enter')
  await train.page.keyboard.type('Trade rose by 30 percent in the year.')
  await train.stet.settled()
  const [{ id } = { id: '' }] = await Kim.json<readonly { readonly id: string }[]>('list')
  for (const words of ['about 100 minutes', '30 percent']) await Kim.run('tag', id, '--text', words, '--type', 'figure')
  for (const [field, value] of [
    ['slug', 'busan-talks'],
    ['byline', 'Kim'],
    ['dateline', 'BUSAN'],
  ] as const)
    await Kim.run('set', id, field, value)
  await Kim.run('source', 'add', '--name', 'Council minutes', '--kind', 'document')
  for (const { id: fact } of (await Kim.json<Shown>('show', id)).facts)
    await Kim.run('fact', id, fact, '--evidence', 'Council minutes', '--locator', 'p. 3')
  await handOver(train, bundle('from the train'))

  // At the desk by mouse, at home by command line.
  const desk = await newsroom.launch({ user: 'Ana', library: Ana.library, profile: 'desk' })
  await takeIn(desk, bundle('from the train'), { isNew: true })
  await expect(desk.stet.story).toContainText('officials said')
  await Cho.run('merge', bundle('from the train'), '--yes')

  // All three at one time.
  await train.stet.caretAfter('in the year.', 0)
  await train.page.keyboard.type(' The ministry gave the figure on Monday.')
  await train.stet.settled()
  await desk.stet.replace('officials said', 'diplomats said')
  await desk.stet.settled()
  const { facts } = await Cho.json<Shown>('show', id)
  const factOf = (words: string): string => facts.find(({ text }) => text === words)?.id ?? ''
  const evidence = ['--evidence', 'Council minutes', '--locator', 'p. 4']
  await Cho.run('fact', id, factOf('about 100 minutes'), '--status', 'verified', ...evidence)
  await Ana.run('fact', id, factOf('30 percent'), '--status', 'verified', ...evidence)
  const { id: comment } = await Cho.json<{ readonly id: string }>(
    'comment',
    id,
    '--on',
    'lasted',
    '--text',
    'Until when?',
  )
  await handOver(train, bundle('Kim'))
  await Ana.run('export', id, '--format', 'bundle', '--out', bundle('Ana'))
  await Cho.run('export', id, '--format', 'bundle', '--out', bundle('Cho'))

  // Three orders, three ways.
  await takeInByKeys(train, bundle('Cho'))
  await takeInByKeys(train, bundle('Ana'))
  await takeIn(desk, bundle('Kim'))
  await takeIn(desk, bundle('Cho'))
  await Cho.run('merge', bundle('Ana'), '--yes')
  await Cho.run('merge', bundle('Kim'), '--yes')
  await expect(train.stet.story).toContainText('diplomats said')
  await expect(desk.stet.story).toContainText('The ministry gave the figure on Monday.')
  const read = await readOf(Ana, id)
  expect(await readOf(Kim, id)).toEqual(read)
  expect(await readOf(Cho, id)).toEqual(read)
  // Cho saw what officials said, and Ana changed it meanwhile.
  expect(read).toMatchObject({
    stage: 'draft',
    facts: [expect.stringMatching(/about 100 minutes: reCheck$/), expect.stringMatching(/30 percent: verified$/)],
  })

  // Cho looks again, and the desk finishes it.
  await Cho.run('fact', id, factOf('about 100 minutes'), '--status', 'verified', ...evidence)
  await Cho.run('comment', id, comment, '--resolve')
  await Cho.run('export', id, '--format', 'bundle', '--out', bundle('looked again'))
  await takeIn(desk, bundle('looked again'))
  for (const stage of ['filed', 'inReview', 'cleared', 'published']) await Ana.run('move', id, stage)
  await Ana.run('export', id, '--format', 'bundle', '--out', bundle('published'))
  await takeInByKeys(train, bundle('published'))
  expect((await Kim.json<Shown>('show', id)).stage).toBe('published')
})

type Window = Awaited<ReturnType<Newsroom['launch']>>

/** Writes a bundle of the open story, by keys. */
async function handOver({ app, page }: Window, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.keyboard.press('Control+e')
  const { panel } = new ExportPanel(page)
  await panel.getByRole('radio', { name: /^Stet bundle/ }).press('Space')
  await panel.getByRole('button', { name: 'Save as…' }).press('Enter')
  await expect(panel.getByRole('status')).toContainText(path)
  await page.keyboard.press('Escape')
}

/** Takes a bundle in, by mouse. */
async function takeIn(
  { app, page }: Window,
  path: string,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<void> {
  const imports = new ImportPanel(app, page)
  await imports.open()
  await imports.choose(path)
  await imports.importAll()
  await expect(imports.panel).toBeHidden()
  if (!isNew) await lookAtWhatCame(page)
}

/** What came back since it was handed over is shown at once, and waits. */
async function lookAtWhatCame(page: Window['page']): Promise<void> {
  const since = page.getByRole('dialog', { name: 'Since you handed it over' })
  await expect(since.getByRole('listitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(since).toBeHidden()
}

/** The same by keys alone. */
async function takeInByKeys({ app, page }: Window, path: string): Promise<void> {
  const imports = new ImportPanel(app, page)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await page.keyboard.press('Control+o')
  await imports.panel.getByRole('button', { name: 'Choose files…' }).press('Enter')
  await imports.panel
    .getByRole('button', { name: /^(?:Import|Merge|Import and merge) (?:story|\d+ stories)$/ })
    .press('Enter')
  await expect(imports.panel).toBeHidden()
  await lookAtWhatCame(page)
}
