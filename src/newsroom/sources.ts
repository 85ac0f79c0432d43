import { NewsroomError } from '../story/requests'
import type { Source } from '../story/source'
import type { Action } from './action'

export const addSource: Action<'source.add'> = (room, _by, { name, kind, groundRules = 'onTheRecord', protected: guarded = false, aliases = [], contact }) =>
  room.changeDesk((facts) => {
    const source: Source = {
      id: room.ids.next('source', (taken) => facts.sources.some(({ id }) => id === taken)),
      name: readName(name), kind, groundRules, groundRulesVersion: 1, protected: guarded, aliases,
      ...(contact === undefined ? {} : { contact })
    }
    if (facts.sources.some((other) => other.name === source.name)) throw new NewsroomError('usage', `The source book has a source named “${source.name}” already.`)
    return { facts: { ...facts, sources: [...facts.sources, source] }, answer: { id: source.id } }
  })

/** Changes a source. Other ground rules raise their version, which sends every fact that rests on it to re-check. */
export const editSource: Action<'source.edit'> = (room, _by, { source: id, name, ...changes }) =>
  room.changeDesk((facts) => {
    const before = facts.sources.find((source) => source.id === id)
    if (!before) throw new NewsroomError('usage', `The source book has no source ${id}.`)
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Source>
    const renewed = given.groundRules !== undefined && given.groundRules !== before.groundRules
    const source: Source = {
      ...before, ...given, ...(name === undefined ? {} : { name: readName(name) }),
      groundRulesVersion: before.groundRulesVersion + (renewed ? 1 : 0)
    }
    return { facts: { ...facts, sources: facts.sources.map((other) => (other.id === id ? source : other)) }, answer: source }
  })

export const listSources: Action<'source.list'> = (room) => Promise.resolve(room.library.sources)

function readName(name: string): string {
  if (name.trim() === '') throw new NewsroomError('usage', 'A source needs a name.')
  return name.trim()
}
