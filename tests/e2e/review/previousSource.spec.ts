/** The key of the previous source: it finds the words, shows their place, and signs only what was looked at. */
import { pdfFrom } from '../../builders/files/pdfFrom'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import { graveFindings } from '../axe'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { openStory } from '../openStory'
import { ReviewRoom } from '../pages/reviewRoom'

const PICTURES = process.env['STET_PICTURES']
const AGREEMENT = [
  'Agreement of 4 November. The parties agree on 4.8 percent more pay.',
  'The stoppage lasted 17 hours, from 15:40 to 08:40.',
  'Signed by Bae Jung-ho. Another stoppage lasted 17 hours in 2017.',
]
const COPY =
  '\n\nA deck\n\nPay rises by 4.8 percent. It ended after 29 hours at sea.\n\nThe strike lasted 17 ' +
  'hours in all.\n\nThe union led by Bae Jung-ho met 412 workers in 3 halls.'

interface Desk extends Launched {
  readonly newsroom: Newsroom
  readonly story: string
  readonly facts: Readonly<Record<string, string>>
}

const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'], 'Editor')
  await newsroom.json(['roster', 'add', 'Reporter'], 'Editor')
  await newsroom.json(['source', 'add', '--name', 'Wage agreement', '--kind', 'document'])
})
let stories = 0

/** A story of its own by Reporter, in review; Editor has verified its first fact with a captured PDF. */
async function deskWith(
  tags: readonly (readonly [text: string, type: FactType])[],
  pages: readonly string[] = AGREEMENT,
): Promise<Desk> {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  if (stories > 0) await page.getByRole('tab', { name: 'Write' }).click()
  const headline = `Crews end strike ${++stories}`
  const story = await openStory(window, headline, { name: 'a.txt', text: headline + COPY })
  const [source] = await newsroom.act('source.list', {})
  const { upload } = await newsroom.act('file.begin', { name: 'agreement.pdf' }, 'Editor')
  await newsroom.act('file.write', { upload, bytes: pdfFrom(pages) }, 'Editor')
  const { sha256 } = await newsroom.act('file.keep', { upload }, 'Editor')
  const facts: Record<string, string> = {}
  for (const [text, type] of [['4.8 percent', 'figure'] as const, ...tags])
    facts[text] = (await newsroom.act('fact.tag', { story, text, type })).id
  await newsroom.act(
    'fact.sign',
    {
      story,
      fact: facts['4.8 percent'] ?? '',
      status: 'verified',
      evidence: {
        source: source?.id ?? '',
        locator: 'p. 1',
        stance: 'supports',
        file: sha256,
        fileName: 'agreement.pdf',
      },
    },
    'Editor',
  )
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(1)
  await stet.reviewWithList()
  return { ...window, story, facts }
}

test('words in a captured PDF take two keys: their place is marked first, then it is the locator', async () => {
  const { newsroom, stet, page, story } = await deskWith(
    [['29 hours', 'figure']],
    [AGREEMENT[0] ?? '', 'The ships waited 29 hours at sea.'],
  )
  const room = new ReviewRoom(page)
  await expect(room.words).toHaveText('29 hours')
  await stet.press('.')
  await expect(room.found).toContainText('Found in Wage agreement, p. 2: “29 hours”.')
  await expect(room.mark).toBeInViewport()
  expect(
    await graveFindings(
      page,
      'found',
      async (theme) => PICTURES && page.screenshot({ path: `${PICTURES}/found-${theme}.png` }),
    ),
  ).toEqual([])
  await expect(room.dock.getByRole('button', { name: 'Verify on page 2' })).toBeVisible()
  await stet.press('.')
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(2)
  const shown = await newsroom.json<{
    facts: { text: string; evidence: { locator: string; excerpt?: string; file?: string }[] }[]
  }>(['show', story])
  const [evidence] = shown.facts.find(({ text }) => text === '29 hours')?.evidence ?? []
  expect(evidence).toMatchObject({ locator: 'p. 2', excerpt: 'The ships waited 29 hours at sea.' })
  expect(evidence?.file).toMatch(/^[0-9a-f]{64}$/)
})

test('of several places one is chosen; none is chosen beforehand', async () => {
  const { newsroom, stet, page, story } = await deskWith([['17 hours', 'figure']])
  const room = new ReviewRoom(page)
  await stet.press('.')
  await expect(room.found).toContainText('“17 hours” is in 2 places in Wage agreement.')
  await expect(room.found.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(room.found.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(room.found.getByRole('radio', { checked: true })).toHaveCount(1)
  await expect(room.mark).toBeInViewport()
  await stet.press('.')
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(2)
  const shown = await newsroom.json<{ facts: { text: string; evidence: { locator: string }[] }[] }>(['show', story])
  expect(shown.facts.find(({ text }) => text === '17 hours')?.evidence.map(({ locator }) => locator)).toEqual(['p. 3'])
})

test('where the words are not found, the locator is asked for, and it has to be there', async () => {
  const { stet, page } = await deskWith([['412 workers', 'figure']])
  const room = new ReviewRoom(page)
  await stet.press('.')
  await expect(room.found).toContainText('“412 workers” is not in Wage agreement.')
  const where = page.getByLabel('Where in Wage agreement?')
  await expect(where).toBeFocused()
  expect(await graveFindings(page, 'asked')).toEqual([])
  for (const [typed, said] of [
    ['x', 'Say where in the source'],
    ['p. 9', 'There is no page 9: the captured file has 3 pages.'],
  ] as const) {
    await where.fill(typed)
    await where.press('Enter')
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText(said)
    await expect(stet.factsPanel.statuses('Verified')).toHaveCount(1)
  }
  await where.fill('p. 3')
  await where.press('Enter')
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(2)
})

test('it never signs a fact with a verdict against it or an open query', async () => {
  const { newsroom, stet, page, story, facts } = await deskWith([['17 hours', 'figure']])
  const fact = facts['17 hours'] ?? ''
  const notices = page.getByRole('region', { name: 'Notices' })
  for (const [status, said] of [
    ['queried', 'A query is open. Answer it first.'],
    ['wrong', 'This fact is marked Wrong.'],
  ] as const) {
    await newsroom.act('fact.sign', { story, fact, status, reason: 'Check the hours' }, 'Editor')
    await expect(stet.factsPanel.row('17 hours').status).toHaveText(status === 'wrong' ? 'Wrong' : 'Queried')
    await stet.press('.')
    await expect(notices).toContainText(said)
    await expect(new ReviewRoom(page).found).toHaveCount(0)
  }
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(1)
})

test('of keys that are hammered the first one counts, and nothing is signed', async () => {
  const { stet, page } = await deskWith([
    ['17 hours', 'figure'],
    ['Bae Jung-ho', 'name'],
    ['412 workers', 'figure'],
  ])
  const room = new ReviewRoom(page)
  await expect(room.words).toHaveText('17 hours')
  await expect(room.region).toHaveAttribute('data-looked-at', 'true')
  // Pressed within the page: a slow driver would leave the time between two keys that a person takes.
  await page.evaluate(() => {
    const at = document.activeElement ?? document.body
    for (let count = 0; count < 100; count++) {
      const [key, code] = [['.', 'Period'] as const, ['v', 'KeyV'] as const, ['a', 'KeyA'] as const][count % 3] ?? []
      at.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true } as KeyboardEventInit),
      )
    }
  })
  await expect(room.found).toContainText('“17 hours” is in 2 places in Wage agreement.')
  await expect(stet.factsPanel.statuses('Verified')).toHaveCount(1)
  await expect(stet.factsPanel.statuses('On author')).toHaveCount(0)
  await expect(room.words).toHaveText('17 hours')
  // A person who looks can sign right after.
  await stet.press('j')
  await expect(room.words).toHaveText('Bae Jung-ho')
  await stet.press('a')
  await expect(stet.factsPanel.statuses('On author')).toHaveCount(1)
})

test('a key on a fact that has only just come up signs nothing', async () => {
  const { stet, page } = await deskWith([
    ['17 hours', 'figure'],
    ['412 workers', 'figure'],
  ])
  const room = new ReviewRoom(page)
  await expect(room.region).toHaveAttribute('data-looked-at', 'true')
  // Pressed within the page: the answers of a slow driver would give the time to look.
  await page.evaluate(async () => {
    for (const [key, code] of [
      ['j', 'KeyJ'],
      ['a', 'KeyA'],
    ]) {
      const at = document.activeElement ?? document.body
      at.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true } as KeyboardEventInit),
      )
      await new Promise((done) => setTimeout(done, 50))
    }
  })
  await expect(room.words).toHaveText('412 workers')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('This has only just appeared.')
  await expect(stet.factsPanel.statuses('On author')).toHaveCount(0)
})
