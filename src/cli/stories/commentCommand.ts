import { count, required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const commentCommand: CliCommand = {
  name: 'comment',
  usage:
    'ID --text TEXT [--on WORDS [--nth N]] [--must-fix] [--assign NAME]  or  ID COMMENT [--on WORDS [--nth N]] [--reply TEXT] [--resolve | --reopen] [--must-fix] [--assign NAME]',
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
  },
  needs: 'write',
  about:
    'Comments on exact words or on the story; with a comment’s id answers, assigns, resolves or reopens it, or puts one whose words are gone on others (--on). Comments never leave in a public export.',
  prepare: (args) => {
    const [story = '', comment] = args.positionals
    const assignee = args.text('assign')
    const more = {
      ...(args.flag('must-fix') ? { mustFix: true } : {}),
      ...defined({ assignee }),
    }
    const on = args.text('on')
    const nth = count(args, 'nth')
    if (nth !== undefined && on === undefined) throw usage('--nth counts the places of --on.')
    const onWords = defined({ on, nth })
    if (comment === undefined) {
      const text = required(args, 'text')
      for (const name of ['reply', 'resolve', 'reopen'])
        if (args.text(name) !== undefined || args.flag(name)) throw usage(`--${name} needs the id of a comment.`)
      return async (ask) => {
        const answer = await ask('comment.add', { story, text, ...onWords, ...more })
        return { json: answer, text: `Commented as ${answer.id}.` }
      }
    }
    if (args.text('text') !== undefined) throw usage('--text makes a new comment; an answer is --reply.')
    const reply = args.text('reply')
    if (args.flag('resolve') && args.flag('reopen')) throw usage('A comment is resolved or reopened, not both.')
    const changes = {
      ...more,
      ...(args.flag('resolve') ? { resolved: true } : args.flag('reopen') ? { resolved: false } : {}),
    }
    if (reply === undefined && on === undefined && Object.keys(changes).length === 0)
      throw usage('Say what to do: --on, --reply, --resolve, --reopen, --must-fix or --assign.')
    return async (ask) => {
      const placed = on === undefined ? {} : await ask('comment.place', { story, comment, ...onWords })
      if (reply !== undefined) await ask('comment.reply', { story, comment, text: reply })
      if (Object.keys(changes).length > 0) await ask('comment.change', { story, comment, ...changes })
      return { json: placed, text: `Comment ${comment} is changed.` }
    }
  },
}
