import { sheetText } from '../../catalogue/writing/sheet'
import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { useStore } from 'zustand'
import { Button } from '../ui'
import { HeldKeys } from '../ui/HeldKeys'
import { later } from '../ui/later'
import {
  shortcutOf,
  pick,
  runCommand,
  useNewsroom,
  usePanels,
  useStory,
  type StoryPart,
  type OpenStoryView,
} from '../state'
import { scrollBack } from '../state/stores/scrollPlace'
import { usePosition } from '../state/hooks/usePosition'
import { useIssueCommands } from '../checks/groups/useIssues'
import { useSuggesting } from '../pen/useSuggesting'
import { isOver } from '../../story/ledger/leaving/afterKill'
import { FactStrip } from './FactStrip'
import { SlugLine } from './slug/SlugLine'
import { ToolStrip } from './tools/ToolStrip'
import { bylineLine } from './slug/slugLineText'
import { useChangedGrafs } from './useChangedGrafs'
import { useSheetAtRest } from './useSheetAtRest'
import { useSheetCommands } from './useSheetCommands'
import { useSheetMenu } from './menu/useSheetMenu'
import { useSpelling } from '../spelling/useSpelling'
import { useTks } from './tk/useTks'
import { useWindowServices } from '../state/windowServices'
import { useWordsStay } from './useWordsStay'
import { afterDrawing, findPlace, focusIfLost, focusPlace, isFocusLost, registerPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { focusSheet } from '../state/session/sheet/focusSheet'
import './sheet.css'
import './copy.css'

// Beside the words: it moves none of them when it comes.
const MarginNotes = later(async () => (await import('../margin/MarginNotes')).MarginNotes)
// Few stories have one of these above their sheet, or a person asks for it first.
const EndedBanner = later(async () => (await import('./banner/EndedBanner')).EndedBanner)
const EmbargoStrip = later(async () => (await import('./banner/EmbargoStrip')).EmbargoStrip)
const ReadOnlyStrip = later(async () => (await import('./banner/ReadOnlyStrip')).ReadOnlyStrip)
const VersionStrip = later(async () => (await import('./banner/VersionStrip')).VersionStrip)
const FindBar = later(async () => (await import('./find/FindBar')).FindBar, FindOpens)
/** It comes once a selection rests, or after the key that tags. */
const TypeBar = later(async () => (await import('./tools/TypeBar')).TypeBar, TypeBarOpens)
const SheetMenu = later(async () => (await import('./menu/SheetMenu')).SheetMenu)

function FindOpens() {
  const { setFinding } = useWindowServices().panels
  const editor = useStory(({ editor }) => editor)
  const leave = (): void => {
    setFinding(false)
    focusSheet(editor)
  }
  return <HeldKeys onEscape={leave} />
}

/** A letter that names a type is not written over the selected words. */
function TypeBarOpens() {
  const story = useStory(pick('session'))
  return story ? <TypeKeys session={story.session} /> : null
}

function TypeKeys({ session }: StoryPart<'session'>) {
  const choosing = useStore(session.store, (state) => state.choosing)
  return choosing ? <HeldKeys onEscape={() => session.store.setState({ choosing: null })} /> : null
}

/** The middle of the window: the open story, or what to do if none is open. */
export function SheetRoom() {
  const story = useStory(pick('id', 'guarded', 'editor', 'session'))
  if (!story) return <EmptySheet />
  return story.guarded ? <GuardedStory guarded={story.guarded} /> : <OpenSheet key={story.id} story={story} />
}

function OpenSheet({ story }: { readonly story: StoryPart<'id' | 'editor' | 'session'> }) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const { suggesting } = useSuggesting()
  const finding = usePanels(({ finding }) => finding)
  const column = useRef<HTMLDivElement>(null)
  useSheetCommands(story)
  useIssueCommands()
  useMountedEditor(story, column, scroller)
  usePosition(scroller)
  useWordsStay(scroller, story.editor)
  useSheetAtRest(scroller, story.editor)
  useSpelling(story)
  useTks()
  useChangedGrafs()
  const [menuAt, closeMenu] = useSheetMenu(story.editor)
  const byline = useStory(({ fields }) => bylineLine(fields)) ?? ''
  const language = useStory(({ fields }) => fields.language)
  const stage = useStory(({ story }) => story.ledger.standing.stage)
  useTopOnceOver(scroller, stage !== null && isOver(stage))
  return (
    <div className="sheet-room" data-mode={suggesting ? 'suggesting' : 'editing'} data-stage={stage}>
      <EndedBanner />
      <ReadOnlyStrip />
      <VersionStrip />
      <EmbargoStrip />
      {stage !== null && isOver(stage) ? null : <ToolStrip story={story} />}
      {finding ? <FindBar story={story} /> : null}
      <div className="sheet-frame">
        <div className="sheet-scroll" ref={setScroller}>
          <div className="sheet-column" lang={language || undefined}>
            <SlugLine />
            <div className="sheet-words">
              <div
                ref={column}
                className="sheet-copy"
                data-byline={byline !== ''}
                style={{ '--byline': JSON.stringify(byline) } as CSSProperties}
              />
              <MarginNotes story={story} scroller={scroller} />
            </div>
          </div>
        </div>
        <FactStrip scroller={scroller} />
        <TypeBar story={story} scroller={scroller} />
        {menuAt ? <SheetMenu story={story} at={menuAt} onClosed={closeMenu} /> : null}
      </div>
    </div>
  )
}

/** A story that ends while it is open is shown from its top, under the banner that says so. */
function useTopOnceOver(scroller: HTMLDivElement | null, over: boolean): void {
  const was = useRef(over)
  useEffect(() => {
    if (over && !was.current) afterDrawing(() => scroller?.scrollTo({ top: 0 }))
    was.current = over
  }, [scroller, over])
}

/** Mounts the editor's element, restores the person's position, and unmounts it. */
function useMountedEditor(
  story: StoryPart<'editor' | 'session'>,
  column: React.RefObject<HTMLDivElement | null>,
  scroller: HTMLDivElement | null,
): void {
  const { editor, session } = story
  useEffect(() => {
    const place = column.current
    if (!editor || !place || !scroller) return
    const { dom } = editor.view
    place.append(dom)
    const back = session.navigation.takePlace()
    if (back) {
      const size = editor.state.doc.content.size
      editor.commands.setTextSelection({
        from: Math.min(back.anchor, back.head, size),
        to: Math.min(Math.max(back.anchor, back.head), size),
      })
      scrollBack(scroller, dom, back.scroll)
    }
    session.navigation.shown()
    if (isFocusLost()) focusSheet(editor)
    const unregister = [PLACES.sheet, PLACES.paneStart('sheet')].map((name) => registerPlace(name, () => dom))
    return () => {
      for (const done of unregister) done()
      dom.remove()
    }
  }, [editor, session, column, scroller])
}

function GuardedStory({ guarded }: { readonly guarded: NonNullable<OpenStoryView['guarded']> }) {
  return (
    <section className="sheet-room" aria-label={sheetText('sheet.story')}>
      <div className="sheet-guarded">
        <h1>{sheetText('guarded.title')}</h1>
        <p role="alert">{sheetText('guarded.why', { why: guarded.why })}</p>
        <pre className="sheet-guarded-text serif" dir="auto" tabIndex={0}>
          {guarded.text}
        </pre>
      </div>
    </section>
  )
}

const registerStart = focusPlace(PLACES.startStory)

function EmptySheet() {
  const { panels } = useWindowServices()
  const { hasStories, readOnly } = useNewsroom(pick('hasStories', 'readOnly'))
  const canStart = readOnly === undefined
  // In an empty library nothing else takes the keyboard. A panel gives it back when it closes.
  useEffect(() => {
    if (hasStories) return
    focusIfLost(() => (panels.store.getState().overlay === null ? findPlace(PLACES.startStory) : undefined))
  }, [hasStories, panels])
  return (
    <section className="sheet-empty" aria-label={sheetText('empty.name')}>
      <h1 className="serif">{sheetText(canStart ? 'empty.title' : 'empty.pick')}</h1>
      <p>{sheetText('empty.note')}</p>
      {canStart ? (
        <p className="sheet-empty-actions">
          <Button
            ref={registerStart}
            look="primary"
            keys={shortcutOf('story.new')}
            onClick={() => runCommand('story.new')}
          >
            {sheetText('empty.start')}
          </Button>
          <Button keys={shortcutOf('story.import')} onClick={() => runCommand('story.import')}>
            {sheetText('empty.import')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}
