/** Inserts pictures and edits their details. */
import type { Node as SheetNode, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { NO_PICTURE, pictureOf, type Picture, type PictureDetail } from '../../story/copy/picture'
import { insertBlocks } from '../clipboard/insertBlocks'
import { asOwnUndoStep } from '../copy/factRecords'

/**
 * Replaces the selection with a picture and puts the caret into its cutline. Not in headline, deck, cells or cutlines.
 */
export const insertPicture =
  (picture: NewPicture, cutline = ''): Command =>
  (state, dispatch) => {
    const { $head, from, to } = state.selection
    if (!isInBody($head)) return false
    if (dispatch) {
      const { tr } = state
      insertBlocks(tr, from, to, [pictureNode(state, picture, cutline)])
      dispatch(asOwnUndoStep(tr).scrollIntoView())
    }
    return true
  }

/** Puts a picture at a place in the body or between its blocks. The selection stays where it is. */
export const insertPictureAt =
  (picture: NewPicture, at: number): Command =>
  (state, dispatch) => {
    const $at = state.doc.resolve(Math.min(at, state.doc.content.size))
    const isBetween = $at.depth === 0 && $at.index(0) >= 2
    if (!isBetween && !isInBody($at)) return false
    if (dispatch) {
      const { tr } = state
      const node = pictureNode(state, picture)
      if (isBetween) tr.insert($at.pos, node)
      else insertBlocks(tr, $at.pos, $at.pos, [node])
      dispatch(asOwnUndoStep(tr.setSelection(state.selection.map(tr.doc, tr.mapping))))
    }
    return true
  }

type NewPicture = Partial<Picture> & Pick<Picture, 'file' | 'mediaType'>

const isInBody = ($at: ResolvedPos): boolean => $at.depth === 1 && $at.parent.type.name === 'block' && $at.index(0) >= 2

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

/** Changes the details of the picture at `position`, only those that differ. */
export const describePicture =
  (position: number, details: Readonly<Partial<Record<PictureDetail, string>>>): Command =>
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
