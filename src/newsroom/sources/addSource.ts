import type { Source } from '../../story/desk/source'
import { withOriginIds } from './findSource'
import {
  freePseudonym,
  given,
  readName,
  refusePseudonym,
  refuseTakenName,
  refuseUnknownOrigins,
  tidied,
} from './sourceWords'
import type { Action } from '../state/action'

export const addSource: Action<'source.add'> = (
  room,
  by,
  { name, kind, groundRules = 'onTheRecord', protected: guarded = false, aliases = [], ...more },
) =>
  room.changeDesk(by, (facts) => {
    for (const one of [name, ...aliases]) refusePseudonym(one)
    const words = tidied({
      name: readName(name),
      kind,
      groundRules,
      protected: guarded,
      aliases,
      ...given(withOriginIds(more, facts.sources)),
    })
    const id = room.ids.next('source', (taken) => facts.sources.some((source) => source.id === taken))
    const source: Source = {
      ...words,
      id,
      groundRulesVersion: 1,
      ...(guarded ? { pseudonym: freePseudonym(facts.sources) } : {}),
    }
    refuseTakenName(facts.sources, source)
    refuseUnknownOrigins(facts.sources, source)
    return {
      facts: { ...facts, sources: [...facts.sources, source] },
      answer: { id },
      events: [{ kind: 'sourceAdded', source: id, protected: guarded, groundRules }],
    }
  })
