/**
 * Runs in the page of both subjects. Times a key from when the browser process got it to the next frame, laid out and
 * painted, and the longest task of the page until somebody asks.
 */
window.frameProbe = (() => {
  const channel = new MessageChannel()
  let from = Number.NaN
  let shown = Promise.resolve(0)
  let tell = () => undefined
  let longest = 0
  channel.port1.onmessage = () => tell(performance.now() - from)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  }).observe({ entryTypes: ['longtask'] })
  const heard = (event) => {
    if (event.key === 'Control' || !Number.isNaN(from)) return
    from = event.timeStamp
    requestAnimationFrame(() => channel.port2.postMessage(null))
  }
  window.addEventListener('keydown', heard, true)
  const sheet = () => [...document.querySelectorAll('.ProseMirror')].find((element) => element.editor)
  return {
    /** Call before a key. */
    arm() {
      from = Number.NaN
      longest = 0
      shown = new Promise((done) => (tell = done))
    },
    /** Resolves to the milliseconds of the key since `arm`. */
    shown: () => shown,
    /** Milliseconds of the longest task since `arm`; 0 if none was longer than 50 ms. */
    longest: () => longest,
    /** Puts the caret into the first paragraph of the body and lets the sheet show it. */
    atStart() {
      const { editor } = sheet()
      const { doc } = editor.state
      editor.commands.setTextSelection(doc.child(0).nodeSize + doc.child(1).nodeSize + 5)
      editor.view.dom.children[0].scrollIntoView({ block: 'start' })
      editor.view.focus()
    },
    /** The number of selected characters of the sheet. */
    selected() {
      const { from: start, to } = sheet().editor.state.selection
      return to - start
    },
    size: () => sheet().editor.state.doc.content.size,
    currentFact: () => document.querySelector('.review-head:has(.review-line)')?.textContent ?? '',
  }
})()
