import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, oneWindow, ROOT, test } from './fixtures'

/** The security items, one test for each. npm run mutants:security switches each off and expects its test to fail. */
const webPreferences = (app: ElectronApplication): Promise<Record<string, unknown>> =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })

/** A shared window for tests that change nothing in it, or write in a story of their own. */
const theWindow = oneWindow({ user: 'Reporter' })

test('the renderer is sandboxed', async () => {
  const { app } = await theWindow()
  expect((await webPreferences(app))['sandbox']).toBe(true)
})

test('the renderer has a context of its own and no Node', async () => {
  const { app, page } = await theWindow()
  const { contextIsolation, nodeIntegration } = await webPreferences(app)
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
  )
  const bridge = await page.evaluate(() => Object.keys((globalThis as unknown as { stet: object }).stet).sort())
  expect({ contextIsolation, nodeIntegration, globals, bridge }).toEqual({
    contextIsolation: true,
    nodeIntegration: false,
    globals: [],
    bridge: ['call', 'language', 'on'],
  })
})

test('the page comes from app:// with a policy that names no remote origin and no inline script', async () => {
  const { app, page } = await theWindow()
  // Fetched in main: the policy forbids the page to fetch anything.
  const policy = await app.evaluate(
    async ({ net }) => (await net.fetch('app://stet/index.html')).headers.get('content-security-policy') ?? 'none: *',
  )
  const inline = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.broken = true'
    document.body.append(script)
    return 'broken' in globalThis
  })
  // The driver's own evaluation may always use eval. A task of the page may not.
  const evaluated = await page.evaluate(
    () =>
      new Promise<boolean>((done) =>
        setTimeout(() => {
          try {
            const { Function: Maker } = globalThis
            done(Boolean(new Maker('return true')()))
          } catch {
            done(false)
          }
        }),
      ),
  )
  expect([page.url(), inline, evaluated, /https?:|unsafe|\*/.test(policy)]).toEqual([
    'app://stet/index.html',
    false,
    false,
    false,
  ])
})

test('WebAssembly runs in the spelling worker alone, and Chromium’s own spell-checker is off', async () => {
  const { app, page } = await theWindow()
  const compiled = await page.evaluate(
    () =>
      new Promise<boolean>((done) =>
        setTimeout(() => {
          // The smallest module: its magic number and version.
          WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
            () => done(true),
            () => done(false),
          )
        }),
      ),
  )
  const policies = await app.evaluate(
    async ({ net }, scripts) => {
      const policyOf = async (path: string) =>
        (await net.fetch(path)).headers.get('content-security-policy') ?? 'none: *'
      return Promise.all(scripts.map(policyOf))
    },
    await scriptsOfWindow(),
  )
  const unsafe = policies.filter((policy) => policy.includes('unsafe'))
  expect({ compiled, unsafe, spellcheck: (await webPreferences(app))['spellcheck'] === true }).toEqual({
    compiled: false,
    unsafe: ["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'"],
    spellcheck: false,
  })
})

/** Every script of the built window, the pages' and the workers'. */
const scriptsOfWindow = async (): Promise<string[]> =>
  (await readdir(join(ROOT, 'out', 'renderer', 'assets')))
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => `app://stet/assets/${name}`)

test('app:// serves the window’s own files by list, and nothing beside them', async () => {
  const { app } = await theWindow()
  const statuses = await app.evaluate(async ({ net }) => {
    const paths = [
      'app://stet/index.html',
      'app://stet/../package.json',
      'app://stet/%2e%2e/%2e%2e/package.json',
      'app://stet//etc/passwd',
      'app://other/index.html',
      'app://stet/%zz',
      'app://stet/',
    ]
    return Promise.all(paths.map(async (path) => (await net.fetch(path)).status))
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404])
})

test('evidence:// serves kept files by their hash, in parts, and never as something that runs', async () => {
  const { app, page } = await theWindow()
  const sha256 = await page.evaluate(async () => {
    const { stet } = globalThis as unknown as {
      stet: { call(name: string, request: unknown): Promise<{ value: { upload: string; sha256: string } }> }
    }
    const act = async (action: string, request: unknown) => (await stet.call('act', { action, request })).value
    const { upload } = await act('file.begin', { name: 'page.html' })
    await act('file.write', { upload, bytes: new TextEncoder().encode('<html><script>hit()</script>') })
    return (await act('file.keep', { upload })).sha256
  })
  const seen = await app.evaluate(async ({ net }, hash) => {
    const whole = await net.fetch(`evidence://file/${hash}`)
    const part = await net.fetch(`evidence://file/${hash}`, { headers: { range: 'bytes=1-4' } })
    const others = await Promise.all(
      [
        'evidence://file/../library.json',
        'evidence://file/%2e%2e/library.json',
        `evidence://other/${hash}`,
        'evidence://file/',
      ].map(async (address) => (await net.fetch(address)).status),
    )
    return [
      whole.status,
      whole.headers.get('content-type'),
      whole.headers.get('content-security-policy'),
      part.status,
      part.headers.get('content-range'),
      await part.text(),
      ...others,
    ]
  }, sha256)
  expect(seen).toEqual([
    200,
    'application/octet-stream',
    "default-src 'none'; sandbox",
    206,
    'bytes 1-4/28',
    'html',
    404,
    404,
    404,
    404,
  ])
  expect(await page.evaluate(async (hash) => (await fetch(`evidence://file/${hash}`)).text(), sha256)).toBe(
    '<html><script>hit()</script>',
  )
})

test('no page navigates anywhere', async ({ newsroom }) => {
  const { app, page } = await newsroom.launch({ user: 'Reporter' })
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'file:///etc/passwd'
    document.body.append(link)
    link.click()
  })
  // Read in main: the driver would wait for the end of a navigation that never ends.
  const seen = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return [
      contents?.getURL(),
      await contents?.executeJavaScript("document.querySelectorAll('button').length > 0"),
    ] as const
  })
  expect(seen).toEqual(['app://stet/index.html', true])
})

test('no page opens a window', async () => {
  const { app, page } = await theWindow()
  const opened = await page.evaluate(
    () => window.open('https://example.org/') === null && window.open('app://stet/index.html') === null,
  )
  expect([opened, app.windows().length]).toEqual([true, 1])
})

test('every permission is denied', async () => {
  const { page } = await theWindow()
  const outcomes = await page.evaluate(async () => {
    // Without a microphone the answer would be NotFoundError whatever the permission: ask for the clipboard, which
    // every machine has.
    const clipboard = await navigator.clipboard.readText().then(
      () => 'granted',
      (error: Error) => error.name,
    )
    const notification = await Notification.requestPermission()
    const place = await new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        (error) => done(error.code === 1 ? 'denied' : `code ${error.code}`),
      ),
    )
    return [clipboard, notification, place]
  })
  expect(outcomes).toEqual(['NotAllowedError', 'denied', 'denied'])
})

test('a call from anything but the main frame of a window is refused', async () => {
  const { app } = await theWindow()
  const outcome = await app.evaluate(
    async ({ BrowserWindow, ipcMain }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await stranger.loadURL('about:blank')
      const answer: unknown = await stranger.webContents.executeJavaScript("window.stet.call('startup', {})")
      stranger.destroy()
      void ipcMain
      return answer
    },
    `${import.meta.dirname}/../../out/preload/index.cjs`,
  )
  expect(outcome).toEqual({ ok: false, reason: 'refused', message: 'This request did not come from a Stet window.' })
})

test('a call of the wrong shape is refused before anything is done', async () => {
  const { newsroom, page } = await theWindow()
  const before = await newsroom.json(['list'])
  const call = (name: unknown, request: unknown): Promise<{ ok: boolean; reason?: string }> =>
    page.evaluate(
      ([n, r]) =>
        (
          globalThis as unknown as {
            stet: { call(name: unknown, request: unknown): Promise<{ ok: boolean; reason?: string }> }
          }
        ).stet.call(n, r),
      [name, request],
    )
  const outcomes = [
    await call('noSuchCall', {}),
    await call('__proto__', {}),
    await call('openStory', { story: '../../etc' }),
    await call('openStory', { story: 7 }),
    await call('act', { action: 'constructor', request: {} }),
    await call('act', { action: 'story.create', request: { extra: true } }),
    await call('pushUpdate', { story: 'x', update: 'not bytes' }),
    await call('setZoom', { zoom: 1e9 }),
  ]
  expect(outcomes.map(({ ok, reason }) => `${ok} ${reason ?? ''}`)).toEqual(outcomes.map(() => 'false usage'))
  expect(await newsroom.json(['list'])).toEqual(before)
})

test('a forged sign-off is refused: the owner of the library compares the view and knows who asks', async () => {
  const { newsroom, stet, page } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'It ran 100 minutes')
  const stories = await newsroom.json<{ id: string; headline: string }[]>(['list'])
  const story = stories.find(({ headline }) => headline === 'It ran 100 minutes')
  const { id: fact } = await newsroom.json<{ id: string }>([
    'tag',
    story?.id ?? '',
    '--text',
    '100 minutes',
    '--type',
    'figure',
  ])
  const sign = (request: object): Promise<{ ok: boolean; reason?: string; message?: string }> =>
    page.evaluate(
      (r) =>
        (
          globalThis as unknown as {
            stet: { call(name: string, request: unknown): Promise<{ ok: boolean; reason?: string; message?: string }> }
          }
        ).stet.call('act', { action: 'fact.sign', request: r }),
      { story: story?.id, fact, ...request },
    )
  const forgedWords = await sign({ status: 'wrong', seen: '0'.repeat(64) })
  const forgedName = await sign({ status: 'verified', by: 'Editor' })
  const [now] = (await newsroom.json<{ facts: { seen: string }[] }>(['show', story?.id ?? ''])).facts
  const ownCopy = await sign({
    status: 'verified',
    seen: now?.seen,
    evidence: { source: 'x', locator: 'p. 1', stance: 'supports' },
  })
  expect([forgedWords.reason, forgedName.reason, ownCopy.ok]).toEqual(['refused', 'usage', false])
  const shown = await newsroom.json<{ facts: { status: string }[] }>(['show', story?.id ?? ''])
  expect(shown.facts.map((one) => one.status)).toEqual(['toCheck'])
})

test('a link opens http, https and mailto only, and only after the address was shown', async () => {
  const { app, page } = await theWindow()
  await app.evaluate(({ dialog, shell }) => {
    const seen: unknown[] = []
    ;(globalThis as unknown as { seen: unknown[] }).seen = seen
    dialog.showMessageBox = (async (_window: unknown, options: { detail: string }) => {
      seen.push(['asked', options.detail])
      return { response: options.detail.includes('example.org') ? 0 : 1, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    shell.openExternal = async (href: string) => void seen.push(['opened', href])
  })
  const open = (href: string): Promise<unknown> =>
    page.evaluate(
      (address) =>
        (globalThis as unknown as { stet: { call(name: string, request: unknown): Promise<unknown> } }).stet.call(
          'openLink',
          { href: address },
        ),
      href,
    )
  for (const href of [
    'https://example.org/a',
    'https://example.com/b',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/x',
    'vbscript:x',
    'not an address',
  ])
    await open(href)
  const seen = await app.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen)
  expect(seen).toEqual([
    ['asked', 'https://example.org/a'],
    ['opened', 'https://example.org/a'],
    ['asked', 'https://example.com/b'],
  ])
})

test('pasted hostile HTML becomes words: no script, no handler, no tag of a fact, no foreign link', async () => {
  const { stet, page } = await theWindow()
  await stet.newStory()
  await stet.focusPart('body')
  await stet.pasteHtml(
    '<p onclick="globalThis.hit=1">One <b>bold</b><script>globalThis.hit=1</script><img src=x onerror="globalThis.hit=1"> <a href="javascript:globalThis.hit=1">link</a> <span data-fact-id="f1" data-fact-status="verified">tick</span></p><iframe src="https://example.org"></iframe><style>*{display:none}</style>',
  )
  const story = stet.story
  await expect(story).toContainText('One bold')
  await expect(story).toContainText('tick')
  expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false)
  expect(
    await story.locator('script, img, iframe, style, [onclick], [data-fact-id], a[href^="javascript"]').count(),
  ).toBe(0)
})
