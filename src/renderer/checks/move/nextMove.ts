import type { Move } from '../../../story/ledger/stages'
import { legalMoves } from '../../../story/ledger/stages'
import { mayBeOutside } from '../../../story/assessment/lostTrust'
import { isAuthorEver } from '../../../story/assessment/people/authors'
import { rightOfMove, whyNotMay, type People } from '../../../story/assessment/people/rights'
import type { Story } from '../../../story/assessment/story'
import type { Verdict } from '../../../story/assessment/finding'

/** The moves that the title bar offers: the most likely next one, and sending back. */
export interface OfferedMoves {
  readonly next: Move | undefined
  readonly sendBack: Move | undefined
  readonly spike: Move | undefined
  readonly kill: Move | undefined
}

export function offeredMoves(story: Story): OfferedMoves {
  const moves = legalMoves(story.ledger.standing, story.fields.kind, mayBeOutside(story))
  const sendBack = moves.find((move) => move.door === 'sendBack')
  return {
    next: moves.find((move) => move !== sendBack && move.to !== 'spiked' && move.to !== 'killed'),
    sendBack,
    spike: moves.find((move) => move.to === 'spiked' || move.from === 'spiked'),
    kill: moves.find((move) => move.to === 'killed'),
  }
}

/**
 * Whether a move is what this person does next: they may make it, and it does not take up their own story for them. A
 * move of others stays in its place, without fill; the panel says who makes it.
 */
export function isOwnMove(move: Move, person: string, story: Story, desk: People): boolean {
  if (whyNotMay(rightOfMove(move), person, { desk, story }) !== undefined) return false
  const takesUp = move.from === 'filed' && move.to === 'inReview'
  return !takesUp || desk.settings.deskOfOne || !isAuthorEver(story, person)
}

/** The number of issues that block a move. 0 where the gate is not asked. */
export const blocksOf = ({ door }: Move, clear: Verdict): number =>
  door === 'clear' || door === 'publish' ? clear.blocks.length : 0

/** The move's name. "Clear…": something is asked before it happens. */
export const moveWords = (move: Move): string => (isPlainMove(move) ? move.name : `${move.name.replace(/…$/, '')}…`)

/** Whether a move asks nothing and nothing can block it. Such a move is made at once; others open the move panel. */
export const isPlainMove = (move: Move): boolean => move.needs.length === 0 && move.door === 'file'
