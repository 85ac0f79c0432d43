/** Inserts pictures and edits their details. */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { NO_PICTURE, pictureOf, type Picture, type PictureDetail, type PictureFile } from '../../story/copy/picture'
import { placeBeside, putBeside } from '../clipboard/besideGrafs'
import { asOwnUndoStep } from '../copy/factRecords'

/**
 * Puts a picture beside what the selection ends in, and the caret into its cutline. The selected words stay. Not in
 * headline, deck or cells.
 */
export const insertPicture =
  (picture: NewPicture, cutline = ''): Command =>
  (state, dispatch) => {
    const place = placeBeside(state.selection.$to)
    if (place === undefined) return false
    if (dispatch) {
      const { tr } = state
      const node = pictureNode(state, picture, cutline)
      putBeside(tr, place, node)
      tr.doc.forEach((child, position) => {
        if (child === node) tr.setSelection(TextSelection.create(tr.doc, position + 1 + child.content.size))
      })
      dispatch(asOwnUndoStep(tr).scrollIntoView())
    }
    return true
  }

/** Puts a picture beside what stands at a place. The selection stays where it is. */
export const insertPictureAt =
  (picture: NewPicture, at: number): Command =>
  (state, dispatch) => {
    const place = placeBeside(state.doc.resolve(Math.min(at, state.doc.content.size)))
    if (place === undefined) return false
    if (dispatch) {
      const { tr } = state
      putBeside(tr, place, pictureNode(state, picture))
      dispatch(asOwnUndoStep(tr.setSelection(state.selection.map(tr.doc, tr.mapping))))
    }
    return true
  }

type NewPicture = Partial<Picture> & Pick<Picture, 'file' | 'mediaType'>

const pictureNode = ({ schema }: EditorState, picture: NewPicture, cutline = ''): SheetNode =>
  schema.node('picture', { ...NO_PICTURE, ...picture }, cutline === '' ? [] : schema.text(cutline))

export interface PictureInHand {
  /** Position before the picture. */
  readonly position: number
  readonly picture: Picture
}

/** The picture whose cutline has the caret, or that is selected. */
export function pictureInHand({ selection }: EditorState): PictureInHand | undefined {
  if (selection instanceof NodeSelection)
    return selection.node.type.name === 'picture'
      ? { position: selection.from, picture: pictureOf(selection.node.attrs) }
      : undefined
  const { $head } = selection
  return $head.parent.type.name === 'picture'
    ? { position: $head.before(), picture: pictureOf($head.parent.attrs) }
    : undefined
}

/** Changes the details of the picture at `position`, or its file; only what differs. */
export const describePicture =
  (position: number, details: Readonly<Partial<Record<PictureDetail, string>>> & Partial<PictureFile>): Command =>
  (state, dispatch) => {
    const node = state.doc.nodeAt(position)
    if (node?.type.name !== 'picture') return false
    const changes = Object.entries(details).filter(([name, value]) => node.attrs[name] !== value)
    if (dispatch && changes.length > 0) {
      const { tr } = state
      for (const [name, value] of changes) tr.setNodeAttribute(position, name, value)
      dispatch(asOwnUndoStep(tr))
    }
    return true
  }

/** The picture of this file nearest to a position: others may have typed before it. */
export function findPicture({ doc }: EditorState, file: string, near: number): PictureInHand | undefined {
  let found: PictureInHand | undefined
  doc.forEach((node, position) => {
    if (node.type.name !== 'picture' || pictureOf(node.attrs).file !== file) return
    if (!found || Math.abs(position - near) < Math.abs(found.position - near))
      found = { position, picture: pictureOf(node.attrs) }
  })
  return found
}
