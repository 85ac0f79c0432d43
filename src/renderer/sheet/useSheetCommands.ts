import { sheetText } from '../../catalogue/writing/sheet'
import { factSelected, mendTag, tagSelection } from '../../editor/facts/factCommands'
import { makeParagraph, toggleList, toggleQuote, toggleSubhead } from '../../editor/keys/blockCommands'
import { toggleBold, toggleItalic } from '../../editor/keys/markCommands'
import { usePenCommands } from '../pen/usePenCommands'
import { useCommand, useNotice, useStory, useStoryReadOnly, type StoryPart } from '../state'
import { useStep } from '../verdicts/useStep'
import { placeOfWords } from '../comments/place/placeOfWords'
import { caretBehind } from '../facts/retag'
import { useWindowServices } from '../state/windowServices'
import { runInSheet } from '../state/session/runEditor'
import { useSuggestionCommands } from '../suggestions/useSuggestionCommands'
import { focusOn } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { laterPart } from '../ui/later'

/** Few comments lose their words. */
const placing = laterPart(async () => import('../comments/place/placeComment'))

/**
 * Registers the commands on the words of the open story for menu and palette. The sheet's own keymap has their keys.
 */
export function useSheetCommands(story: StoryPart<'id' | 'editor' | 'session'>): void {
  const services = useWindowServices()
  const { act } = services.newsroom
  const readOnly = useStoryReadOnly()
  const { check, say } = useNotice()
  const { open, setFinding, showTab } = useWindowServices().panels
  const { step } = useStep()
  const { panels } = useWindowServices()
  const { editor, session } = story
  const hasComments = useStory(({ story: { comments = [] } }) => comments.length > 0) === true
  const writable = readOnly === undefined && editor?.isEditable === true
  const run = (command: Parameters<typeof runInSheet>[1]) => (): void => void runInSheet(editor, command)

  /** The current fact, else the one at the caret. Never one outside the selected words. */
  const factHere = (): string | undefined => {
    const { current } = session.store.getState()
    const here = editor ? factSelected(editor.state, current ?? undefined) : undefined
    if (editor?.view.hasFocus() === true && !editor.state.selection.empty) return here
    return current ?? here
  }
  const withFact = (then: (fact: string) => void) => (): void => {
    const fact = factHere()
    if (fact !== undefined) return then(fact)
    // What is typed next was meant for a form. It must not replace selected words.
    if (editor?.view.hasFocus() === true) caretBehind(editor)
    say(sheetText('facts.pickOne'))
  }

  const wordsOf = (fact: string): string => {
    const { text = '', words = '' } = session.store.getState().view.assessments.find(({ id }) => id === fact) ?? {}
    return text || words
  }

  useSuggestionCommands(story, writable)
  usePenCommands(readOnly === undefined)
  useCommand('edit.find', () => setFinding(true))
  useCommand('edit.replace', () => {
    setFinding(true)
    // Find begins with the selected words. Without any, they are typed first.
    focusOn(PLACES.replacement, {
      unless: () => {
        const at = document.activeElement
        return at instanceof HTMLInputElement && at.name === 'query' && at.value === ''
      },
    })
  })
  useCommand('format.bold', run(toggleBold), writable)
  useCommand('format.italic', run(toggleItalic), writable)
  useCommand('format.paragraph', run(makeParagraph), writable)
  useCommand('format.subhead', run(toggleSubhead(2)), writable)
  useCommand('format.quote', run(toggleQuote), writable)
  useCommand('format.bulletList', run(toggleList('bullet')), writable)
  useCommand('format.orderedList', run(toggleList('ordered')), writable)
  useCommand(
    'fact.tag',
    () => {
      if (!runInSheet(editor, tagSelection())) say(sheetText('facts.selectWords'))
    },
    writable,
  )
  useCommand(
    'fact.untag',
    withFact((fact) =>
      open({
        kind: 'reason',
        about: `${story.id} ${fact}`,
        words: wordsOf(fact),
        title: sheetText('facts.removeTag'),
        label: sheetText('facts.whyNoTag'),
        action: sheetText('facts.removeTag'),
        submit: async (reason) => check(await act('fact.untag', { story: story.id, fact, reason })) !== undefined,
      }),
    ),
    writable,
  )
  useCommand(
    'fact.mend',
    withFact((fact) => {
      if (!runInSheet(editor, mendTag(fact))) say(sheetText('facts.noGap'))
    }),
    writable,
  )
  useCommand(
    'fact.evidence',
    withFact((fact) => {
      showTab('facts')
      open({ kind: 'evidence', fact })
    }),
    readOnly === undefined,
  )
  useCommand(
    'comment.add',
    () => {
      const place = editor ? placeOfWords(editor.state) : undefined
      if (editor && !editor.state.selection.empty && !place) {
        // What is typed next was meant for the comment. It must not replace the words.
        caretBehind(editor)
        return say(sheetText('comment.oneParagraphOrNone'))
      }
      showTab('comments')
      panels.store.setState({ commenting: { story: story.id, place } })
    },
    writable,
  )
  useCommand(
    'comment.place',
    () => void placing.load().then(({ placeOnlyComment }) => placeOnlyComment(services, story)),
    writable && hasComments,
  )
  useCommand('fact.next', () => step(1))
  useCommand('fact.previous', () => step(-1))
}
