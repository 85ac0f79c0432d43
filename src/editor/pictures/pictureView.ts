/**
 * Shows a picture in the sheet: the image by its hash through the app's own protocol (never a path, never the network),
 * the editable cutline, and the credit as printed. A picture of unknown or unreasonable size is named, not drawn.
 */
import { editorText } from '../../catalogue/writing/editor'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { NodeViewConstructor } from '@tiptap/pm/view'
import { MOST_PIXELS, pictureAddress, pictureOf, type Picture } from '../../story/copy/picture'
import { formatInteger } from '../../story/text/format/formatInteger'

export function pictureView(onDescribe?: () => void): Plugin {
  const view: NodeViewConstructor = (node, sheet, position) => {
    const frame = document.createElement('div')
    frame.contentEditable = 'false'
    frame.className = 'picture-frame'
    const cutline = document.createElement('figcaption')
    cutline.dir = 'auto'
    const credit = document.createElement('div')
    credit.contentEditable = 'false'
    credit.className = 'picture-credit'
    const dom = document.createElement('figure')
    dom.dataset['part'] = 'body'
    dom.dataset['role'] = 'picture'
    dom.append(frame, cutline, credit)
    // A click makes the picture current: its cutline gets the caret. The browser would put it into the nearest text.
    const makeCurrent = (): void => {
      const at = position()
      const picture = at === undefined ? null : sheet.state.doc.nodeAt(at)
      if (at === undefined || picture === null) return
      sheet.dispatch(sheet.state.tr.setSelection(TextSelection.create(sheet.state.doc, at + 1 + picture.content.size)))
      sheet.focus()
    }
    frame.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      makeCurrent()
    })
    frame.addEventListener('dblclick', () => {
      if (!sheet.editable) return
      makeCurrent()
      onDescribe?.()
    })
    let shown: Picture | undefined
    const show = (next: SheetNode): void => {
      const picture = pictureOf(next.attrs)
      if (shown?.file !== picture.file || shown.width !== picture.width || shown.height !== picture.height)
        frame.replaceChildren(imageOf(picture))
      const image = frame.querySelector('img')
      if (image) image.alt = picture.alt
      credit.textContent = picture.credit === '' ? editorText('picture.noCredit') : picture.credit
      credit.dataset['lacks'] = String(picture.credit.trim() === '')
      cutline.dataset['empty'] = String(next.content.size === 0)
      shown = picture
    }
    show(node)
    return {
      dom,
      contentDOM: cutline,
      update(next) {
        if (next.type !== node.type) return false
        show(next)
        return true
      },
      stopEvent: (event) =>
        (event.type === 'mousedown' || event.type === 'dblclick') &&
        event.target instanceof Node &&
        frame.contains(event.target),
      ignoreMutation: (mutation) =>
        (mutation.type !== 'selection' && !cutline.contains(mutation.target)) ||
        (mutation.type === 'attributes' && mutation.target === cutline),
    }
  }
  return new Plugin({ key: new PluginKey('pictureView'), props: { nodeViews: { picture: view } } })
}

function imageOf(picture: Picture): HTMLElement {
  const { file, width, height } = picture
  if (file === '') return missing(editorText('picture.noFile'))
  if (width === 0 || height === 0) return missing(editorText('picture.noSize'))
  if (width * height > MOST_PIXELS)
    return missing(editorText('picture.tooLarge', { width: formatInteger(width), height: formatInteger(height) }))
  const image = document.createElement('img')
  // Reserves the room before the image loads, so that nothing moves.
  image.width = width
  image.height = height
  image.decoding = 'async'
  image.draggable = false
  image.addEventListener('error', () => image.replaceWith(missing(editorText('picture.fileGone'))))
  image.src = pictureAddress(file)
  return image
}

function missing(why: string): HTMLElement {
  const note = document.createElement('p')
  note.className = 'picture-missing'
  note.textContent = why
  return note
}
