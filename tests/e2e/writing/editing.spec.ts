/** Facts under real keys: what each edit does to them in the list, the sheet and the command line. */
import type { CDPSession, Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import type { FactStatus } from '../../../src/story/ledger/facts/fact'
import { expect, oneWindow, test as base, type Launched, type Newsroom } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'
import { Standing } from '../pages/standing'

const FERRY = 'The ferry carried 100 people on Monday. The minister said: “We never gave up,” in Busan.'
/** The first sentence with its space: both facts, and the context that was signed. */
const SENTENCE = 'The ferry carried 100 people on Monday. '
const CREW = 'The crew rested.'
const CAFE = 'Café 🚢🇰🇷 ran 12 knots.'
const ARABIC = 'غادرت القافلة وعلى متنها 12 سفينة محملة بالقمح.'
const KOREAN = '승객은 3천200명이었다.'

const TAGS = {
  figure: ['100', 'figure'],
  event: ['carried 100 people', 'event'],
  quote: ['“We never gave up,”', 'quote'],
  place: ['Busan', 'place'],
  cafe: ['Café 🚢🇰🇷 ran 12', 'event'],
  arabic: ['12 سفينة', 'figure'],
  korean: ['3천200명', 'figure'],
} as const
type Name = keyof typeof TAGS

const ALL_VERIFIED = Object.fromEntries(Object.keys(TAGS).map((name) => [name, 'verified'])) as Record<Name, FactStatus>
/** All facts verified except these. */
const but = (changes: Partial<Record<Name, FactStatus>>): Record<Name, FactStatus> => ({ ...ALL_VERIFIED, ...changes })
/** The words in the first sentence changed, and with them the sentence beside the quote's. */
const FIRST_CHANGED = { figure: 'reCheck', event: 'reCheck', quote: 'reCheck' } as const

interface Prepared {
  readonly story: string
  readonly names: Readonly<Record<string, string>>
}

interface Desk extends Launched {
  readonly standing: Standing
  readonly newsroom: Newsroom
}

const theWindow = oneWindow({ user: 'Reporter' })
let stories = 0

/** A story with its own headline and seven verified facts. */
async function prepare(newsroom: Newsroom, headline: string): Promise<Prepared> {
  if (stories === 0) {
    await newsroom.act('roster.add', { name: 'Editor' })
    await newsroom.act('source.add', { name: 'Notes', kind: 'document', groundRules: 'onTheRecord', protected: false })
  }
  const text = [headline, '', FERRY, CREW, CAFE, ARABIC, KOREAN].join('\n\n')
  const { id: story } = await newsroom.act('story.import', { name: 'ferry.txt', bytes: new TextEncoder().encode(text) })
  const [notes] = (await newsroom.act('source.list', {})).filter(({ name }) => name === 'Notes')
  const names: Record<string, string> = {}
  for (const [name, [words, type]] of Object.entries(TAGS)) {
    const { id: fact } = await newsroom.act('fact.tag', { story, text: words, type })
    const seen = (await newsroom.act('story.show', { story })).facts.find(({ id }) => id === fact)?.seen ?? ''
    await newsroom.act(
      'fact.sign',
      {
        story,
        fact,
        seen,
        status: 'verified',
        evidence: { source: notes?.id ?? '', locator: 'p. 1', stance: 'supports' },
      },
      'Editor',
    )
    names[name] = fact
  }
  return { story, names }
}

const test = base.extend<{ desk: Desk }>({
  desk: async ({}, use) => {
    const launched = await theWindow()
    const headline = `Ferry ${stories + 1} sails again`
    const { story, names } = await prepare(launched.newsroom, headline)
    stories++
    await new LibraryPane(launched.page).open(headline)
    await expect(launched.stet.part('headline')).toHaveText(headline)
    await use({ ...launched, standing: new Standing(launched.newsroom, launched.stet, story, names) })
  },
})

test('a digit at the edge of a tag lapses the facts whose number it changes; removing it restores them', async ({
  desk: { stet, page, standing },
}) => {
  await standing.expect(ALL_VERIFIED)
  await stet.caretAfter('carried 100', 0)
  await page.keyboard.type('0')
  await standing.expect(but(FIRST_CHANGED))
  await stet.press('Backspace')
  await standing.expect(ALL_VERIFIED)
  await stet.caretBefore('100')
  await page.keyboard.type('-')
  await standing.expect(but(FIRST_CHANGED))
  await stet.press('Backspace')
  await standing.expect(ALL_VERIFIED)
  // Closing punctuation belongs to the sentence, not to the words.
  await stet.caretAfter('Busan', 0)
  await page.keyboard.type(',')
  await standing.expect(but({ place: 'reCheck', quote: 'reCheck' }))
  expect(await standing.reasonsOf('place')).toEqual(['context'])
  await stet.press('Backspace')
  await standing.expect(ALL_VERIFIED)
})

test('overtyping keeps the tag on the new words as re-check; the old words typed again are verified again', async ({
  desk: { stet, page, standing },
}) => {
  await stet.select('Busan')
  await page.keyboard.type('Ulsan')
  await standing.expect(but({ place: 'reCheck', quote: 'reCheck' }))
  expect(await standing.textOf('place')).toBe('Ulsan')
  await stet.select('Ulsan')
  await page.keyboard.type('Busan')
  await standing.expect(ALL_VERIFIED)
  expect(await standing.textOf('place')).toBe('Busan')
})

test('words pasted into a tag make it re-check until undone', async ({ desk: { stet, standing } }) => {
  await stet.caretAfter('carried', 0)
  await stet.pasteText(' about')
  await expect(stet.part('body').first()).toContainText('carried about 100 people')
  await standing.expect(but(FIRST_CHANGED))
  await stet.undo()
  await standing.expect(ALL_VERIFIED)
})

test('undo and redo take statuses with the words', async ({ desk: { stet, page, standing } }) => {
  await stet.select('100')
  await page.keyboard.type('90')
  await standing.expect(but(FIRST_CHANGED))
  await stet.undoUntil('carried 100 people')
  await standing.expect(ALL_VERIFIED)
  await stet.press('Control+Shift+z')
  await expect(stet.part('body').first()).not.toContainText('100')
  await standing.expect(but(FIRST_CHANGED))
})

test('find and replace lapses facts, and replacing back restores them', async ({ desk: { stet, standing } }) => {
  await stet.replace('100', '120')
  await standing.expect(but(FIRST_CHANGED))
  expect(await standing.textOf('figure')).toBe('120')
  await stet.replace('120', '100')
  await standing.expect(ALL_VERIFIED)
})

test('straight quotation marks for curly ones lapse nothing', async ({ desk: { stet, standing } }) => {
  await stet.replace('“', '"')
  await stet.replace('”', '"')
  await expect(stet.part('body').first()).toContainText('"We never gave up,"')
  await standing.expect(ALL_VERIFIED)
})

test('bold and italic alone lapse nothing', async ({ desk: { stet, standing } }) => {
  await stet.select('carried 100 people')
  await stet.press('Control+b')
  await stet.select('never')
  await stet.press('Control+i')
  await expect(stet.sheet.bold.first()).toBeVisible()
  await expect(stet.sheet.italic).toHaveText('never')
  await standing.expect(ALL_VERIFIED)
})

test('a paragraph split and joined between sentences lapses nothing; split inside a fact’s sentence it does', async ({
  desk: { stet, standing },
}) => {
  await stet.caretAfter('on Monday.', 0)
  await stet.press('Enter')
  await expect(stet.part('body')).toHaveCount(6)
  await standing.expect(ALL_VERIFIED)
  await stet.press('Backspace')
  await expect(stet.part('body')).toHaveCount(5)
  await standing.expect(ALL_VERIFIED)
  await stet.caretAfter('carried 10', 0)
  await stet.press('Enter')
  await standing.expect(but({ figure: 'reCheck', event: 'reCheck' }))
  await stet.press('Backspace')
  await standing.expect(ALL_VERIFIED)
})

test('a fact cut and pasted with its sentence stays the same fact; a second paste makes a new one', async ({
  desk: { stet, standing },
}) => {
  await stet.select(SENTENCE)
  await stet.press('Control+x')
  await standing.expect(but({ figure: 'cut', event: 'cut', quote: 'reCheck' }))
  await stet.caretBefore(CREW)
  await stet.press('Control+v')
  await expect(stet.part('body').nth(1)).toHaveText(`${SENTENCE}${CREW}`)
  // The quote that it stood beside has another neighbour.
  await standing.expect(but({ quote: 'reCheck' }))
  expect((await standing.facts()).length).toBe(7)
  await stet.caretBefore(KOREAN)
  await stet.press('Control+v')
  await expect(stet.facts.getByRole('listitem')).toHaveCount(9)
  await standing.expect(but({ quote: 'reCheck' }))
  expect((await standing.facts()).filter(({ text }) => text === '100').map(({ status }) => status)).toEqual([
    'verified',
    'toCheck',
  ])
})

test('a copy of a fact is a new fact to check, beside the first', async ({ desk: { stet, standing } }) => {
  await stet.select('100 people')
  await stet.press('Control+c')
  await stet.caretAfter('The crew rested.', 0)
  await stet.press('Control+v')
  await expect(stet.part('body').nth(1)).toHaveText('The crew rested.100 people')
  await standing.expect(ALL_VERIFIED)
  expect(
    (await standing.facts())
      .filter(({ status }) => status === 'toCheck')
      .map(({ type, text }) => [type, text])
      .sort(),
  ).toEqual([
    ['event', '100 people'],
    ['figure', '100'],
  ])
})

test('a fact dragged with its sentence to another graf stays the same fact', async ({
  desk: { stet, page, standing },
}) => {
  await stet.select(SENTENCE)
  const from = await boxOf(page, 'ferry')
  const to = await boxOf(page, 'The crew')
  await page.mouse.move(from.x + 8, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x + 1, to.y, { steps: 12 })
  await page.mouse.up()
  await expect(stet.part('body').nth(1)).toHaveText(`${SENTENCE}${CREW}`)
  await expect(stet.part('body').first()).not.toContainText('100')
  await standing.expect(but({ quote: 'reCheck' }))
  expect((await standing.facts()).length).toBe(7)
  await stet.undo()
  await expect(stet.part('body').first()).toHaveText(FERRY)
  await standing.expect(ALL_VERIFIED)
})

test('letters typed right after Enter keep their order', async ({ desk: { stet, page } }) => {
  await stet.caretAtEnd()
  const rounds = Array.from({ length: 15 }, (_, round) => [`Item ${round}`, `Done ${round}.`, `Next ${round}`])
  for (const [item = '', done = '', next = ''] of rounds) {
    await stet.press('Enter')
    await stet.press('Control+Shift+7')
    await page.keyboard.type(item)
    await stet.press('Enter')
    await stet.press('Enter')
    await page.keyboard.type(done)
    await stet.press('Enter')
    await page.keyboard.type(next)
  }
  expect(await stet.part('body').allTextContents()).toEqual([FERRY, CREW, CAFE, ARABIC, KOREAN, ...rounds.flat()])
})

test('deleted words make a fact cut, and undo restores it, also with its whole paragraph', async ({
  desk: { stet, standing },
}) => {
  await stet.select('carried 100 people ')
  await stet.press('Delete')
  await standing.expect(but({ figure: 'cut', event: 'cut', quote: 'reCheck' }))
  await stet.undo()
  await standing.expect(ALL_VERIFIED)
  await stet.select(FERRY)
  await stet.press('Backspace')
  await stet.press('Backspace')
  await standing.expect(but({ figure: 'cut', event: 'cut', quote: 'cut', place: 'cut' }))
  await stet.undoUntil(FERRY)
  await standing.expect(ALL_VERIFIED)
})

/** Composes as an input method does: each step replaces the one before, the last is committed. */
async function compose(cdp: CDPSession, steps: readonly string[]): Promise<void> {
  for (const text of steps)
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await cdp.send('Input.insertText', { text: steps.at(-1) ?? '' })
}

test('words of an input method count once composed: beside a tag, inside one, over one', async ({
  desk: { stet, page, standing },
}) => {
  const cdp = await page.context().newCDPSession(page)
  await stet.caretAfter('The crew rested', 0)
  await compose(cdp, ['ㅎ', '하', '한'])
  await compose(cdp, ['ㄱ', '구', '국'])
  await expect(stet.part('body').nth(1)).toHaveText('The crew rested한국.')
  await standing.expect(ALL_VERIFIED)

  await stet.caretAfter('Bus', 0)
  await compose(cdp, ['ㄱ', '가'])
  await standing.expect(but({ place: 'reCheck', quote: 'reCheck' }))
  await stet.press('Backspace')
  await standing.expect(ALL_VERIFIED)

  await stet.select('Busan')
  await compose(cdp, ['ㅂ', '부', '붓', '부사', '부산'])
  await expect(stet.part('body').first()).toContainText('in 부산.')
  await standing.expect(but({ place: 'reCheck', quote: 'reCheck' }))
  expect(await standing.textOf('place')).toBe('부산')

  await stet.caretAfter('3천200', 0)
  await compose(cdp, ['ㅁ', '마', '만'])
  await standing.expect(but({ place: 'reCheck', quote: 'reCheck', korean: 'reCheck' }))
  await stet.press('Backspace')
  await standing.expect(but({ place: 'reCheck', quote: 'reCheck' }))
})

test('what another person changes in the same words waits while an input method composes', async ({
  desk: { stet, page, standing },
}) => {
  const cdp = await page.context().newCDPSession(page)
  await stet.caretAfter('The crew rested', 0)
  await cdp.send('Input.imeSetComposition', { text: '비', selectionStart: 1, selectionEnd: 1 })
  await expect(stet.part('body').nth(1)).toHaveText('The crew rested비.')
  const { newsroom, story } = standing
  await newsroom.act('copy.replace', { story, replace: 'The crew', with: 'The whole crew' }, 'Editor')
  await cdp.send('Input.imeSetComposition', { text: '빙', selectionStart: 1, selectionEnd: 1 })
  await cdp.send('Input.insertText', { text: '빙' })
  await expect(stet.part('body').nth(1)).toHaveText('The whole crew rested빙.')
})

test('emoji and combining marks are whole characters of a fact', async ({ desk: { stet, page, standing } }) => {
  // The same letter in two characters is the same letter.
  await stet.replace('Café', 'Cafe\u0301')
  await standing.expect(ALL_VERIFIED)
  await stet.caretAfter('🇰🇷', 0)
  await stet.press('Backspace')
  await standing.expect(but({ cafe: 'reCheck' }))
  await page.keyboard.insertText('🇰🇷')
  await expect(stet.part('body').nth(2)).toContainText('🚢🇰🇷 ran 12 knots.')
  const typedAt = await page.evaluate(() => performance.now())
  await standing.expect(ALL_VERIFIED)
  await stet.caretAfter('🚢', 0)
  // What is typed within half a second is one step of undo.
  await page.waitForFunction((before) => performance.now() - before > 600, typedAt)
  await page.keyboard.insertText('👩🏽‍✈️')
  await standing.expect(but({ cafe: 'reCheck' }))
  await stet.undo()
  await standing.expect(ALL_VERIFIED)
  // Letters that are not Latin use faces that are fetched when needed.
  const facesInUse = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family, unicodeRange }) => `${family.replaceAll(/["']/g, '')} ${unicodeRange.split(',')[1]?.trim()}`),
    )
  const cyrillic = 'Source Serif 4 Variable beyond Latin U+400-45F'
  expect(await facesInUse()).not.toContain(cyrillic)
  await page.keyboard.insertText('Пусан')
  await expect.poll(facesInUse).toContain(cyrillic)
})

test('in right-to-left copy a digit at the edge of a tag lapses the fact too', async ({
  desk: { stet, page, standing },
}) => {
  await stet.select('12 سفينة')
  // In right-to-left copy the left arrow goes to the end of the selection, and the right arrow back.
  await stet.press('ArrowLeft')
  for (let step = 0; step < ' سفينة'.length; step++) await stet.press('ArrowRight')
  await page.keyboard.type('0')
  await expect(stet.part('body').nth(3)).toContainText('متنها 120 سفينة')
  await standing.expect(but({ arabic: 'reCheck' }))
  await stet.undoUntil('متنها 12 سفينة')
  await standing.expect(ALL_VERIFIED)
})

/** The point on the screen where some words begin, at half the height of their line. */
const boxOf = (page: Page, words: string): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector('[role="textbox"][aria-label="Story"]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + text.length)
      const box = range.getBoundingClientRect()
      return { x: box.x, y: box.y + box.height / 2 }
    }
    throw new Error(`${text} is not on the screen`)
  }, words)

test('a typed letter keeps the browser’s marks on the other words of its run', async ({ desk: { stet, page } }) => {
  const marked = (step: 'mark' | 'read') =>
    page.evaluate((now) => {
      const crew = [...document.querySelectorAll('.ProseMirror > [data-part="body"]')][1]?.firstChild
      const kept = window as unknown as { marked: Range }
      if (now === 'mark' && crew) {
        kept.marked = document.createRange()
        kept.marked.setStart(crew, 'The crew '.length)
        kept.marked.setEnd(crew, 'The crew rested'.length)
      }
      return [kept.marked.toString(), kept.marked.startContainer === crew]
    }, step)
  await stet.caretAfter('The crew', -5)
  expect(await marked('mark')).toEqual(['rested', true])
  await page.keyboard.type(' old')
  await expect(stet.part('body').nth(1)).toHaveText('The old crew rested.')
  expect(await marked('read')).toEqual(['rested', true])
})

test('a letter that Find looks for is typed once at the end of a run', async ({ desk: { stet, page, standing } }) => {
  await stet.caretAfter('The crew rested.', 0)
  await stet.press('Control+f')
  await page.getByRole('search').getByLabel('Find', { exact: true }).fill('z')
  await stet.story.focus()
  await page.keyboard.type('zz!')
  await expect(stet.part('body').nth(1)).toHaveText('The crew rested.zz!')
  await expect(stet.sheet.matches).toHaveText(['z', 'z'])
  await stet.press('Backspace')
  await stet.press('Backspace')
  await expect(stet.part('body').nth(1)).toHaveText('The crew rested.z')
  expect((await standing.bodies())[1]).toBe('The crew rested.z')
  await page.getByRole('button', { name: 'Close find' }).click()
})

test('a letter of an input method goes to the caret on the screen, also right after an arrow key', async ({
  desk: { stet, page, standing },
}) => {
  await stet.caretAfter('The crew rested.', 0)
  const driver = await page.context().newCDPSession(page)
  // Keeps the window busy, so that all keys are waiting when it is free.
  await page.evaluate(
    () =>
      void setTimeout(() => {
        for (const until = performance.now() + 500; performance.now() < until;);
      }),
  )
  const arrow = { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37 }
  await Promise.all([
    driver.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...arrow }),
    driver.send('Input.dispatchKeyEvent', { type: 'keyUp', ...arrow }),
    driver.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 }),
    driver.send('Input.dispatchKeyEvent', { type: 'char', key: 'é', text: 'é' }),
  ])
  await expect(stet.part('body').nth(1)).toHaveText('The crew restedé.')
  expect((await standing.bodies())[1]).toBe('The crew restedé.')
})

/** Keeps the window busy. What a test does meanwhile waits until it is free, and then a letter of another person. */
const keepBusy = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      void setTimeout(() => {
        const { view } = (document.querySelector('.ProseMirror') as unknown as { editor: Editor }).editor
        setTimeout(() => view.dispatch(view.state.tr.insertText('!', view.state.doc.content.size - 1)))
        for (const until = performance.now() + 500; performance.now() < until;);
      }),
  )

test('a caret that a key or a click moved stays there, although the sheet is drawn again at that moment', async ({
  desk: { stet, page, standing },
}) => {
  await stet.select('crew')
  const driver = await page.context().newCDPSession(page)
  await keepBusy(page)
  const arrow = { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 }
  await driver.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...arrow })
  await driver.send('Input.dispatchKeyEvent', { type: 'keyUp', ...arrow })
  await page.keyboard.type('s')
  await expect(stet.part('body').nth(1)).toHaveText('The crews rested.')

  await stet.select('rested')
  const { x, y, height } = await stet
    .part('body')
    .nth(1)
    .evaluate((graf) => graf.getBoundingClientRect().toJSON())
  const place = { x: x + 1, y: y + height / 2, button: 'left', clickCount: 1 } as const
  await keepBusy(page)
  await driver.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...place })
  await page.keyboard.type('“')
  await driver.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...place })
  await expect(stet.part('body').nth(1)).toHaveText('“The crews rested.')
  expect((await standing.bodies())[1]).toBe('“The crews rested.')
})

const PLACES = [
  'carried',
  '100',
  'people',
  'Monday',
  'minister',
  '“We',
  'gave',
  'up',
  'Busan',
  'crew',
  'rested.',
  'Café',
  '🇰🇷',
  'knots',
  '12 سفينة',
  '3천200명',
] as const

for (const { mode, becomes } of [
  {
    mode: 'as copy',
    becomes: [
      'The ferry carriedxy 100xy peoplexy on Mondayxy. The ministerxy said: “Wexy never gavexy upxy,” in Busanxy.',
      'The crewxy rested.xy',
      'Caféxy 🚢🇰🇷xy ran 12 knotsxy.',
      'غادرت القافلة وعلى متنها xy12 سفينة محملة بالقمح.',
      '승객은 3천200명xy이었다.',
    ],
  },
  { mode: 'as proposals', becomes: [FERRY, CREW, CAFE, ARABIC, KOREAN] },
] as const) {
  test(`wherever letters are typed ${mode}, the sheet shows what the story has`, async ({
    desk: { stet, page, standing },
  }) => {
    await stet.select('minister')
    await stet.press('Control+b')
    await stet.select('gave')
    await stet.press('Control+i')
    if (mode === 'as proposals') await stet.press('Control+Shift+e')
    for (const place of PLACES) {
      await stet.caretAfter(place, 0)
      await page.keyboard.type('xy')
      const { has, shows } = await page.evaluate(() => {
        const sheet = document.querySelector('.ProseMirror') as Element & {
          readonly editor: {
            readonly state: { readonly doc: { readonly children: readonly { readonly textContent: string }[] } }
          }
        }
        return {
          has: sheet.editor.state.doc.children.map(({ textContent }) => textContent),
          shows: [...sheet.children].map(({ textContent }) => textContent),
        }
      })
      expect(shows).toEqual(has)
    }
    expect(await standing.bodies()).toEqual(becomes)
    // Restores the setting for the next story.
    if (mode === 'as proposals') await stet.press('Control+Shift+e')
  })
}
