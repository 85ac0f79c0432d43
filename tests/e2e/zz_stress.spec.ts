import { test } from './fixtures'
test(`stress`, async ({ newsroom }) => {
  test.setTimeout(120_000)
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  await stet.newStory()
  await stet.focusPart('body')
  await page.evaluate(() => {
    const dom = document.querySelector('[aria-label="Story"]') as any
    const editor = dom.editor ?? dom.pmViewDesc?.view?.editor
    ;(globalThis as any).log = []
    const view = editor.view
    const log = (x: string) => (globalThis as any).log.push(performance.now().toFixed(1) + ' ' + x)
    const where = () => { const s = getSelection(); return `${s?.anchorNode?.nodeName}[${s?.anchorNode?.childNodes.length}] "${s?.anchorNode?.textContent}" ${s?.anchorOffset} inP=${(s?.anchorNode as any)?.outerHTML ?? (s?.anchorNode?.parentElement as any)?.outerHTML}` }
    const change = view.domObserver.handleDOMChange
    view.domObserver.handleDOMChange = (...a: any[]) => { log('domchange ' + a.slice(0, 3).join(',') + ' ' + where() + ' ' + (new Error().stack ?? '').split('\n').slice(2, 6).map((l: string) => l.trim().slice(0, 60)).join('|')); return change(...a) }
    const set = Selection.prototype.collapse
    for (const name of ['collapse', 'extend', 'addRange', 'removeAllRanges', 'setBaseAndExtent', 'setPosition']) { const f = (Selection.prototype as any)[name]; (Selection.prototype as any)[name] = function (...a: any[]) { log('Selection.' + name + ' ' + a.map((x) => x?.nodeName ?? x).join(',') + ' before ' + where() + ' ' + (new Error().stack ?? '').split('\n').slice(2, 7).map((l: string) => l.trim().slice(0, 50)).join('|')); return f.apply(this, a) } }
    document.addEventListener('beforeinput', () => log('beforeinput ' + where()), true)
    document.addEventListener('input', () => log('input ' + where()), true)
    editor.on('transaction', ({ transaction }: any) => {
      const sel = transaction.selection
      ;(globalThis as any).log.push(`${performance.now().toFixed(0)} changed=${transaction.docChanged} sel=${sel.anchor}/${sel.head} meta=${JSON.stringify(Object.keys(transaction.meta))} steps=${JSON.stringify(transaction.steps.map((s: any) => s.toJSON())).slice(0, 200)}`)
    })
    document.addEventListener('selectionchange', () => { const s = getSelection(); (globalThis as any).log.push(`${performance.now().toFixed(0)} selectionchange ${s?.anchorNode?.nodeName} ${s?.anchorNode?.textContent} ${s?.anchorOffset}`) })
    document.addEventListener('keydown', (e) => { (globalThis as any).log.push(`${performance.now().toFixed(0)} keydown ${e.key}`) }, true)
  })
  let shown = 0
  for (let round = 0; round < 60 && shown < 2; round++) {
    await stet.press('Control+Shift+7')
    await page.keyboard.type('second')
    await stet.press('Enter')
    await page.evaluate(() => { (globalThis as any).log.length = 0 })
    await stet.press('Enter')
    await page.keyboard.type('Done.')
    const log = await page.evaluate(() => (globalThis as any).log.slice())
    await stet.press('Enter')
    const texts = await stet.part('body').allTextContents()
    if (texts.at(-2) !== 'Done.') { shown++; console.log(JSON.stringify(texts.slice(-3)), '\n' + log.join('\n')); await stet.caretAtEnd() }
    else if (round === 0) console.log('good', '\n' + log.join('\n'))
  }
})
