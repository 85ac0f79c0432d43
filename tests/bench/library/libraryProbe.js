/**
 * Runs in the page of Stet. Times what happens in the list, from when the browser process got the key or the press to
 * the frame that shows the answer, laid out and painted.
 */
window.libraryProbe = (() => {
  const scroller = () => document.querySelector('.library-list')
  const channel = new MessageChannel()
  let from = Number.NaN
  let isThere = () => false
  let tell = () => undefined
  let frames
  channel.port1.onmessage = () => tell(performance.now() - from)

  const heard = (event) => {
    if (event.key !== 'Control') from = event.timeStamp
  }
  window.addEventListener('keydown', heard, true)
  window.addEventListener('pointerdown', heard, true)

  const look = () => {
    if (!Number.isNaN(from) && isThere()) channel.port2.postMessage(null)
    else requestAnimationFrame(look)
  }
  const wait = (condition) => {
    from = Number.NaN
    isThere = condition
    const shown = new Promise((done) => (tell = done))
    requestAnimationFrame(look)
    return shown
  }
  let shown

  const results = () => scroller().querySelector('ul[aria-busy]')
  const searching = () => document.querySelector('.library input[type=search]')
  const box = (element) => element.getBoundingClientRect()

  return {
    /** Call before the press on a row or the last key of a word; `shown` resolves to milliseconds. */
    untilOpened(headline) {
      shown = wait(() =>
        [...document.querySelectorAll('.ProseMirror')].some(
          (sheet) => sheet.editor && sheet.querySelector('[data-part=headline]')?.textContent.trim() === headline,
        ),
      )
    },
    /** The results are those of this word, or it is said that there are none. */
    untilFound(word) {
      shown = wait(() => {
        if (searching().value !== word) return false
        const list = results()
        if (list) return list.getAttribute('aria-busy') === 'false'
        return scroller().textContent.startsWith('No ') || scroller().textContent.startsWith('Nothing')
      })
    },
    shown: () => shown,
    found: () => scroller().querySelectorAll('.story-row').length,
    search() {
      searching().focus()
      searching().select()
    },
    leaveSearch() {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
      set.call(searching(), '')
      searching().dispatchEvent(new Event('input', { bubbles: true }))
    },
    /** Scrolls to a share of the list. */
    scrollTo(share) {
      const list = scroller()
      list.scrollTop = share * (list.scrollHeight - list.clientHeight)
    },
    middle() {
      const { left, top, width, height } = box(scroller())
      return { x: left + width / 2, y: top + height / 2 }
    },
    isLoaded: () => scroller().querySelector('.story-open[aria-busy=true]') === null,
    /** Rows that are whole on the screen: middle of the headline, the headline, whether they are open. */
    rows() {
      const { top, bottom } = box(scroller())
      return [...scroller().querySelectorAll('.story-row')].flatMap((row) => {
        const words = row.querySelector('.story-headline')
        const place = box(row)
        if (!words || place.top < top || place.bottom > bottom) return []
        const { left, width, top: wordsTop, height } = box(words)
        return [
          {
            x: left + width / 2,
            y: wordsTop + height / 2,
            headline: words.textContent.trim(),
            isOpen: row.dataset.open === 'true',
          },
        ]
      })
    },
    /** Begins to note the time of each frame. */
    beginFrames() {
      frames = []
      const own = frames
      const note = (time) => {
        own.push(time)
        if (frames === own) requestAnimationFrame(note)
      }
      requestAnimationFrame(note)
    },
    /** Milliseconds of each frame since then. */
    takeFrames() {
      const times = frames
      frames = undefined
      return times.slice(1).map((time, at) => time - times[at])
    },
  }
})()
