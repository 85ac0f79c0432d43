import { cliText } from '../../../catalogue/rooms/cli'
import { count, required, usage, type Arguments } from '../../run/arguments'
import type { CliCommand } from '../../run/command'
import { defined } from '../../../story/text/defined'

export const commentCommand: CliCommand = {
  name: 'comment',
  get usage() {
    return cliText('comment.usage')
  },
  takes: [1, 2],
  options: {
    text: 'text',
    on: 'text',
    nth: 'text',
    'must-fix': 'flag',
    assign: 'text',
    reply: 'text',
    resolve: 'flag',
    reopen: 'flag',
    edit: 'text',
    delete: 'flag',
    restore: 'flag',
    answer: 'text',
  },
  needs: 'write',
  get about() {
    return cliText('comment.about')
  },
  prepare: (args) => {
    const [story = '', comment] = args.positionals
    const assignee = args.text('assign')
    const more = {
      ...(args.flag('must-fix') ? { mustFix: true } : {}),
      ...defined({ assignee }),
    }
    const on = args.text('on')
    const nth = count(args, 'nth')
    if (nth !== undefined && on === undefined) throw usage(cliText('commentCommand.nthCountsPlaces'))
    const onWords = defined({ on, nth })
    if (comment === undefined) {
      const text = required(args, 'text')
      for (const name of ['reply', 'resolve', 'reopen', 'edit', 'delete', 'restore', 'answer'])
        if (args.text(name) !== undefined || args.flag(name))
          throw usage(cliText('commentCommand.needsIdComment', { name }))
      return async (ask) => {
        const answer = await ask('comment.add', { story, text, ...onWords, ...more })
        return { json: answer, text: cliText('commentCommand.commented', { id: answer.id }) }
      }
    }
    if (args.text('text') !== undefined) throw usage(cliText('commentCommand.textIsNew'))
    const own = ownWords(args, story, comment)
    if (own) return own
    const reply = args.text('reply')
    if (reply?.trim() === '') throw usage(cliText('commentCommand.replyNeedsText'))
    if (args.flag('resolve') && args.flag('reopen')) throw usage(cliText('commentCommand.notBoth'))
    const changes = {
      ...more,
      ...(args.flag('resolve') ? { resolved: true } : args.flag('reopen') ? { resolved: false } : {}),
    }
    if (reply === undefined && on === undefined && Object.keys(changes).length === 0)
      throw usage(cliText('commentCommand.whatToDo'))
    return async (ask) => {
      // In this order a refusal leaves nothing that a second run would do twice.
      if (Object.keys(changes).length > 0) await ask('comment.change', { story, comment, ...changes })
      const placed = on === undefined ? {} : await ask('comment.place', { story, comment, ...onWords })
      if (reply !== undefined) await ask('comment.reply', { story, comment, text: reply })
      return { json: placed, text: cliText('commentCommand.commentChanged', { comment }) }
    }
  },
}

/** Edits, deletes or restores one's own words. Undefined: something else is asked for. */
function ownWords(args: Arguments, story: string, comment: string): ReturnType<CliCommand['prepare']> | undefined {
  const text = args.text('edit')
  const answer = count(args, 'answer')
  const chosen = [text !== undefined, args.flag('delete'), args.flag('restore')].filter(Boolean).length
  if (answer !== undefined && (chosen === 0 || args.flag('restore')))
    throw usage(cliText('commentCommand.answerCounts'))
  if (chosen === 0) return undefined
  const others = ['on', 'reply', 'assign'].some((name) => args.text(name) !== undefined)
  if (chosen > 1 || others || ['resolve', 'reopen', 'must-fix'].some((name) => args.flag(name)))
    throw usage(cliText('commentCommand.onlyOne'))
  const which = { story, comment, ...defined({ answer }) }
  if (text !== undefined)
    return async (ask) => {
      const json = await ask('comment.edit', { ...which, text })
      return { json, text: cliText('commentCommand.commentChanged', { comment }) }
    }
  if (args.flag('delete'))
    return async (ask) => ({ json: await ask('comment.delete', which), text: cliText('commentCommand.deleted') })
  return async (ask) => {
    const restored = await ask('comment.restore', { story, comment })
    return { json: restored, text: cliText('commentCommand.restored', { text: restored.text }) }
  }
}
