/**
 * Pictures of every part of the window, for people: test-results/screenshots/, and the README's in docs/screenshots/.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fillDesk, type FilledDesk } from '../filledDesk'
import { expect, ROOT, test, type Launched } from '../fixtures'
import { FactsPanel } from '../pages/factsPanel'
import { ExportPanel } from '../pages/exportPanel'

const FOLDER = process.env['STET_SCREENSHOTS'] ?? join(ROOT, 'test-results', 'screenshots')
const DOCS = join(ROOT, 'docs', 'screenshots')
/** Pictures that the README shows, by the name they get there. */
const IN_README: Readonly<Record<string, string>> = {
  '1280/writing-light': 'writing-light',
  '1280/writing-dark': 'writing-dark',
  '1280/review-light': 'review',
  '1280/export-html-light': 'export',
}
const THEMES = ['light', 'dark'] as const

/** A window of one size, in CSS pixels of the page at a zoom of 1. */
interface Frame {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly zoom?: number
}
const FRAMES: readonly Frame[] = [
  { name: '1280', width: 1280, height: 800 },
  { name: '1920', width: 1920, height: 1080 },
  { name: '900', width: 900, height: 800 },
  { name: '1280-at-200', width: 1280, height: 800, zoom: 2 },
]

class Camera {
  constructor(
    readonly launched: Launched,
    readonly frame: Frame,
  ) {}

  async setUp(): Promise<void> {
    const { width, height, zoom = 1 } = this.frame
    await this.launched.app.evaluate(
      ({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.setMenuBarVisibility(false)
        window?.setContentSize(size.width, size.height)
        window?.webContents.setZoomFactor(size.zoom)
      },
      { width, height, zoom },
    )
    await expect
      .poll(() => this.launched.page.evaluate(() => [innerWidth, innerHeight]))
      .toEqual([width / zoom, height / zoom])
  }

  async shoot(name: string): Promise<void> {
    const { app, page } = this.launched
    for (const theme of THEMES) {
      await useTheme(page, theme)
      const path = join(FOLDER, this.frame.name, `${name}-${theme}.png`)
      // The driver's own screenshot ignores the zoom of the window.
      const picture = await app.evaluate(async ({ BrowserWindow }) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
      )
      await writeFile(path, Buffer.from(picture ?? '', 'base64'))
      const shown = IN_README[`${this.frame.name}/${name}-${theme}`]
      if (shown) await copyFile(path, join(DOCS, `${shown}.png`))
    }
    await useTheme(page, 'light')
  }
}

async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  // Two frames: one to style, one to paint.
  await page.evaluate(() =>
    document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
  )
}

/** Opens a story by the palette, which works in every width of window. */
async function open({ page, stet }: Launched, headline: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette.getByRole('combobox').fill(headline)
  await palette.getByRole('option').filter({ hasText: headline }).first().click()
  await expect(stet.part('headline')).toContainText(headline)
  await stet.settled()
}

async function pictureAll(launched: Launched, camera: Camera, desk: FilledDesk, importFile: string): Promise<void> {
  const { page, app, stet } = launched
  void desk
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await camera.setUp()

  await open(launched, 'Trump and Xi sit down')
  await page.keyboard.press('Control+Home')
  await stet.caretBefore('six years')
  await page.keyboard.press('Control+1')
  await camera.shoot('writing')
  await stet.caretBefore('90 minutes')
  await camera.shoot('writing-recheck')
  for (const [key, tab] of [
    ['1', 'facts'],
    ['2', 'checks'],
    ['4', 'sources'],
    ['5', 'history'],
    ['6', 'fields'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`)
    await camera.shoot(`tab-${tab}`)
  }
  await page.keyboard.press('Control+1')

  await stet.story.focus()
  await page.keyboard.press('Control+f')
  await page.getByRole('search').getByLabel('Find', { exact: true }).fill('talks')
  await camera.shoot('find')
  await page.keyboard.press('Escape')
  await stet.select('peacemaking')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
  await camera.shoot('type-bar')
  await page.keyboard.press('Control+Shift+k')
  await camera.shoot('link')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+r')
  await page.keyboard.press('j')
  await camera.shoot('review')
  const evidence = page.getByRole('button', { name: 'Evidence pane' })
  if (await evidence.isEnabled()) {
    await evidence.click()
    await camera.shoot('drawer-evidence')
    await page.keyboard.press('j')
    await page.keyboard.press('Control+1')
    await page.keyboard.press('k')
  }
  await stet.press('q')
  await expect(new FactsPanel(page).question).toBeVisible()
  await camera.shoot('review-asks')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'Add evidence' })).toBeVisible()
  await camera.shoot('evidence')
  await close()
  await page.keyboard.press('Control+r')

  await page.keyboard.press('Control+e')
  const exporting = page.getByRole('dialog', { name: 'Export' })
  for (const [label, name] of [
    [/^Web page/, 'html'],
    [/^ninjs/, 'ninjs'],
    [/^Markdown/, 'markdown'],
    [/^Fact sheet/, 'factsheet'],
  ] as const) {
    await exporting.getByRole('radio', { name: label }).check()
    await expect(exporting.getByRole('region', { name: 'Checks and leak scan' })).toHaveAttribute('aria-busy', 'false')
    await expect(new ExportPanel(page).outcome).toBeVisible()
    await camera.shoot(`export-${name}`)
  }
  await close()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Checks of this move' })).toHaveAttribute(
    'aria-busy',
    'false',
  )
  await camera.shoot('move')
  await close()

  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, importFile)
  await page.keyboard.press('Control+o')
  await camera.shoot('import-empty')
  await page.getByRole('button', { name: 'Choose files…' }).click()
  await expect(page.getByRole('list', { name: 'Files to import' }).getByRole('listitem').first()).toContainText('Kelp')
  await camera.shoot('import')
  await close()

  await page.keyboard.press('Control+k')
  await camera.shoot('palette')
  await page.getByRole('dialog').getByRole('combobox').fill('talks')
  await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: 'Trump and Xi' })).toBeVisible()
  await camera.shoot('palette-search')
  await close()
  await page.keyboard.press('F1')
  await camera.shoot('keys')
  await close()

  const library = page.getByRole('button', { name: 'Library pane' })
  // In a wide window the library is beside the sheet already.
  if (await page.evaluate(() => matchMedia('(width < 900px)').matches)) {
    await library.click()
    await camera.shoot('drawer-library')
    await library.click()
  }
  await open(launched, 'Harbour crews in Busan')
  await camera.shoot('dense')
  await open(launched, '목포 여객선 협상')
  await camera.shoot('korean')
  await open(launched, 'Grain corridor reopens')
  await camera.shoot('arabic')
  await open(launched, 'What the tariff framework')
  await camera.shoot('long')
  await stet.story.focus()
  await page.keyboard.press('Control+End')
  // The last words are visible.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
        const sheet = document.querySelector('.sheet-scroll')?.getBoundingClientRect()
        return caret !== undefined && sheet !== undefined && caret.height > 0 && caret.bottom <= sheet.bottom
      }),
    )
    .toBe(true)
  await camera.shoot('long-end')
}

const KELP = `# Kelp farms spread along the south coast

A table comes first.

| Port | Farms |
| --- | --- |
| Wando | 412 |
| Goheung | 96 |

![A boat among the ropes](boat.jpg)

Growers in Wando sold 5,300 tons in the spring, “twice what the ice years gave us,” one of them said.[^1]

[^1]: By telephone.
`

test.beforeAll(async () => {
  for (const { name } of FRAMES) await mkdir(join(FOLDER, name), { recursive: true })
  await mkdir(DOCS, { recursive: true })
})

test('pictures show first run and an empty library in every size of window', async ({ newsroom }) => {
  const fresh = await newsroom.launch()
  await expect(fresh.page.getByRole('dialog', { name: 'Welcome to Stet' })).toBeVisible()
  for (const frame of FRAMES) {
    const camera = new Camera(fresh, frame)
    await camera.setUp()
    await camera.shoot('first-run')
  }
  await fresh.page.getByRole('radio', { name: 'An empty library' }).check()
  await fresh.page.getByLabel('Your name').fill('Reporter')
  await fresh.page.keyboard.press('Enter')
  await expect(fresh.page.getByRole('dialog')).toHaveCount(0)
  for (const frame of FRAMES) {
    const camera = new Camera(fresh, frame)
    await camera.setUp()
    await camera.shoot('empty')
  }
})

test('pictures show stories of every kind in every size of window', async ({ newsroom }) => {
  test.setTimeout(600_000)
  const desk = await fillDesk(newsroom)
  const importFile = join(newsroom.scratch, 'kelp.md')
  await writeFile(importFile, KELP)
  const launched = await newsroom.launch({ user: 'Editor' })
  for (const frame of FRAMES) await pictureAll(launched, new Camera(launched, frame), desk, importFile)
})

test('pictures show the window in Korean', async ({ newsroom }) => {
  await fillDesk(newsroom)
  const launched = await newsroom.launch({ user: 'Editor', env: { STET_LANGUAGE: 'ko' } })
  const { page } = launched
  const [frame] = FRAMES
  if (!frame) return
  const camera = new Camera(launched, frame)
  await camera.setUp()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('목포 여객선')
  await page.getByRole('dialog').getByRole('option').filter({ hasText: '목포 여객선' }).first().click()
  await expect(page.locator('[data-part="headline"]')).toContainText('목포 여객선')
  for (const key of ['1', '2', '3', '5', '6']) {
    await page.keyboard.press(`Control+${key}`)
    await camera.shoot(`ko-tab-${key}`)
  }
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+r')
  await camera.shoot('ko-review')
  await page.keyboard.press('Control+r')
  for (const [key, name] of [
    ['Control+e', 'export'],
    ['Control+,', 'settings'],
    ['Control+j', 'queue'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').locator('[aria-busy="true"]')).toHaveCount(0)
    await camera.shoot(`ko-${name}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
