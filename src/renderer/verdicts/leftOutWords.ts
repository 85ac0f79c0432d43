import { factsPanelText } from '../../catalogue/window/factsPanel'
import type { Assessment } from '../../story/assessment/assessment'
import { shownWords } from '../../story/assessment/shownWords'
import { saidTo } from '../../story/desk/saidTo'
import type { LeftOut } from '../../story/requests/requests'

/** The facts that an act on several left out, by their words, each with the reason. '' if it left out none. */
export const leftOutWords = (
  refused: readonly LeftOut[],
  facts: readonly Assessment[],
  person: string | undefined,
): string =>
  refused
    .map(({ fact: id, why }) => {
      const fact = facts.find((one) => one.id === id)
      return factsPanelText('useVerdicts.leftOutFact', {
        words: fact ? shownWords(fact) : id,
        why: saidTo(person, why),
      })
    })
    .join(' ')
