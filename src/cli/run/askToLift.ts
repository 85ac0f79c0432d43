import { cliText } from '../../catalogue/rooms/cli'
import { NewsroomError, type AnswerOf, type RequestOf } from '../../story/requests/requests'
import type { Ask } from './command'
import { usage } from './arguments'

/**
 * Asks for a move or an export. An override that does not say what was seen is told what it would lift, and the option
 * that names exactly that.
 */
export async function askToLift<A extends 'story.move' | 'story.export'>(
  ask: Ask,
  action: A,
  request: RequestOf<A>,
): Promise<AnswerOf<A>> {
  try {
    return await ask(action, request)
  } catch (error) {
    if (!(error instanceof NewsroomError) || error.reason !== 'usage' || error.verdict?.seen === undefined) throw error
    const { blocks, seen } = error.verdict
    const lines = blocks.map(({ message }) => cliText('storyCommands.blocks', { message }))
    throw usage(cliText('askToLift.unseen', { count: blocks.length, blocks: lines.join('\n'), seen }))
  }
}
