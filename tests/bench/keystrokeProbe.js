/**
 * Runs in the page of both subjects. A keystroke starts with the event's time stamp, when the browser process got it:
 * the delay of a busy page or main process counts. It is *applied* when ProseMirror's outermost dispatch of a changed
 * document has returned. It is *on the frame* when the next frame has been laid out and painted.
 */
window.keystrokeProbe = (() => {
  const samples = []
  let waiting = null
  let current = null
  let depth = 0
  const channel = new MessageChannel()

  const sheet = () => [...document.querySelectorAll('.ProseMirror')].find((element) => element.editor)

  channel.port1.onmessage = () => {
    const done = current
    current = null
    if (!done) return
    samples.push([done.applied - done.from, performance.now() - done.from])
    waiting?.(samples.length)
    waiting = null
  }

  return {
    /** Puts the caret into the middle of the middle paragraph and starts to listen. Returns that paragraph's text. */
    begin() {
      const { editor } = sheet()
      const { view } = editor
      const { doc } = view.state
      let position = 0
      let place = 0
      doc.forEach((block, offset, index) => {
        if (place === 0 && index >= Math.floor(doc.childCount / 2) && block.textContent.length > 80) {
          place = offset + 1 + Math.floor(block.content.size / 2)
          position = offset
        }
      })
      editor.commands.setTextSelection(place)
      view.nodeDOM(position).scrollIntoView({ block: 'center' })
      view.focus()
      const dispatch = view.dispatch
      view.dispatch = (transaction) => {
        const before = view.state.doc
        depth++
        try {
          dispatch(transaction)
        } finally {
          depth--
          if (depth === 0 && current && view.state.doc !== before) current.applied = performance.now()
        }
      }
      window.addEventListener(
        'keydown',
        (event) => {
          current = { from: event.timeStamp, applied: Number.NaN }
          requestAnimationFrame(() => channel.port2.postMessage(null))
        },
        true,
      )
      return doc.resolve(place).parent.textContent
    },
    /** Resolves when `count` keystrokes are on the screen. */
    shown: (count) => (samples.length >= count ? samples.length : new Promise((done) => (waiting = done))),
    take: () => samples.splice(0),
    text: () => sheet().editor.state.doc.textContent,
    blockOfCaret: () => sheet().editor.state.selection.$head.parent.textContent,
  }
})()
