import { useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { libraryText } from '../../../catalogue/window/library'
import { listWords } from '../../../story/text/words/listWords'
import { windowText } from '../../../catalogue/window/window'
import { Button } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useNewsroom, usePanels, useStory } from '../../state'
import { WRITTEN_IN, type WrittenDraft } from '../../state/stores/drafts'
import { useWindowServices } from '../../state/windowServices'
import { hasLostPlace, placeOfDraft } from './draftPlace'
import { stayOpen } from './stayOpen'
import './closing.css'

/**
 * Asks before the window closes: words in forms that are neither sent nor cancelled go with it, and recovery words that
 * nobody has marked as written down. Says in which story the words are, and which ones can only be copied.
 */
export function ClosingQuestion() {
  const { panels, newsroom } = useWindowServices()
  const stay = (): void => stayOpen({ panels, newsroom })
  const owners = usePanels(({ recoveryWords }) => recoveryWords)
  const [written] = useState(panels.drafts.written)
  const { elsewhere, stories, several, lost } = useByPlace(written)
  const isWriting = written.length > 0
  /** Has the keyboard again if the window stays. */
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    },
    [before],
  )
  return (
    <Dialog
      title={windowText('closing.title')}
      description={windowText(isWriting ? 'closing.description' : 'closing.recoveryWordsNote')}
      asks
      onClose={stay}
      foot={
        <>
          <Button look="danger" onClick={panels.leave}>
            {windowText(isWriting ? 'closing.close' : 'closing.closeWindow')}
          </Button>
          <Button autoFocus data-first-focus="" onClick={stay}>
            {windowText(isWriting ? 'closing.stay' : 'closing.stayOpen')}
          </Button>
        </>
      }
    >
      {elsewhere.length + several.length + owners.size > 0 ? (
        <ul>
          <Forms drafts={elsewhere} />
          {several.map(({ draft, headlines, more }) => (
            <li key={`${draft.person} ${draft.key}`} dir="auto">
              {windowText('closing.bulkOf', {
                headlines: more > 0 ? headlines.join(', ') : listWords(headlines),
                more,
              })}
            </li>
          ))}
          {[...owners.keys()].map((person) => (
            <li key={`recovery words of ${person}`}>{windowText('closing.recoveryWords', { person })}</li>
          ))}
        </ul>
      ) : null}
      {stories.map(({ id, headline, drafts }) => (
        <Group key={id} title={headline || libraryText('shared.untitled')}>
          <Forms drafts={drafts} />
        </Group>
      ))}
      {lost.length > 0 ? (
        <Group title={windowText('closing.gone')}>
          {lost.map((draft) => (
            <LostWords key={`${draft.form} ${draft.person} ${draft.key}`} draft={draft} />
          ))}
        </Group>
      ) : null}
    </Dialog>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="closing-group" aria-labelledby={id}>
      <h3 id={id} className="panel-title" dir="auto">
        {title}
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

/** Which forms these are, and how many of each kind. */
const Forms = ({ drafts }: { readonly drafts: readonly WrittenDraft[] }) =>
  WRITTEN_IN.map((form) => {
    const count = drafts.filter((draft) => draft.form === form).length
    return count === 0 ? null : <li key={form}>{windowText(`closing.${form}`, { count })}</li>
  })

/** Words that no form can send any more. Only their writer sees and copies them. */
function LostWords({ draft: { form, person, words } }: { readonly draft: WrittenDraft }) {
  const { panels, newsroom } = useWindowServices()
  const isOwn = useNewsroom((state) => state.person) === person
  const [done, setDone] = useState<'copied' | 'failed'>()
  const copy = async (): Promise<void> => {
    const outcome = await newsroom.clipboard.copyText(words)
    // The words name a protected source: that question is in the window behind this one.
    if (outcome === 'asked') stayOpen({ panels, newsroom })
    else setDone(outcome)
  }
  return (
    <li>
      {windowText(`closing.${form}`, { count: 1 })}
      {isOwn && words !== '' ? (
        <>
          <p className="quoted-words" dir="auto">
            {words}
          </p>
          <Button onClick={() => void copy()}>{windowText('closing.copy')}</Button>{' '}
          <span aria-live="polite" className="soft">
            {done === undefined ? '' : windowText(done === 'copied' ? 'closing.copied' : 'closing.copyFailed')}
          </span>
        </>
      ) : null}
    </li>
  )
}

/** How many stories of a form for several are named. */
const NAMED = 3
const NO_PROFILES: readonly { readonly name: string }[] = []

interface ByPlace {
  /** They belong to no story, or to one whose headline is not known. */
  readonly elsewhere: readonly WrittenDraft[]
  /** The open story first. */
  readonly stories: readonly { readonly id: string; readonly headline: string; readonly drafts: WrittenDraft[] }[]
  /** Forms for several stories. `more`: stories that are not named. */
  readonly several: readonly {
    readonly draft: WrittenDraft
    readonly headlines: readonly string[]
    readonly more: number
  }[]
  /** What they belong to is gone. */
  readonly lost: readonly WrittenDraft[]
}

function useByPlace(written: readonly WrittenDraft[]): ByPlace {
  const sources = useNewsroom(({ desk }) => desk.sources)
  const profiles = useNewsroom(({ desk }) => desk.settings.profiles) ?? NO_PROFILES
  const open = useStory((view) => view) ?? undefined
  const placed = useMemo(
    () => written.map((draft) => ({ draft, place: placeOfDraft(draft, sources) })),
    [written, sources],
  )
  const headlines = useHeadlines(
    placed.flatMap(({ draft, place: { story } }) => [
      ...(story === undefined ? [] : [story]),
      ...draft.stories.slice(0, NAMED),
    ]),
  )
  const openHeadline = open?.copy.find(({ role }) => role === 'headline')?.text.trim() ?? ''
  const elsewhere: WrittenDraft[] = []
  const several: ByPlace['several'][number][] = []
  const lost: WrittenDraft[] = []
  const stories = new Map<string, ByPlace['stories'][number]>()
  if (open) stories.set(open.story.id, { id: open.story.id, headline: openHeadline, drafts: [] })
  for (const { draft, place } of placed) {
    const headline = place.story === undefined ? undefined : headlines.get(place.story)
    if (hasLostPlace(place, { open, sources, profiles, isGone: (story) => headlines.get(story) === null }))
      lost.push(draft)
    else if (draft.stories.length > 0) {
      const named = draft.stories.slice(0, NAMED).flatMap((id) => {
        const headline = headlines.get(id)
        return headline == null ? [] : [`“${headline || libraryText('shared.untitled')}”`]
      })
      if (named.length === 0) elsewhere.push(draft)
      else several.push({ draft, headlines: named, more: draft.stories.length - named.length })
    } else if (place.story !== undefined && place.story === open?.story.id) stories.get(place.story)?.drafts.push(draft)
    else if (place.story === undefined || headline == null) elsewhere.push(draft)
    else {
      const group = stories.get(place.story) ?? { id: place.story, headline, drafts: [] }
      group.drafts.push(draft)
      stories.set(place.story, group)
    }
  }
  return { elsewhere, lost, several, stories: [...stories.values()].filter(({ drafts }) => drafts.length > 0) }
}

/** The headlines of these stories, as they become known. Null: the story is not in the library. */
function useHeadlines(stories: readonly string[]): ReadonlyMap<string, string | null> {
  const { storyList } = useWindowServices().newsroom
  const [headlines, setHeadlines] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [asked] = useState(() => new Set(stories))
  useEffect(() => {
    for (const id of asked)
      void storyList.lookUp(id).then((row) => {
        if (row !== undefined) setHeadlines((known) => new Map(known).set(id, row?.headline.trim() ?? null))
      })
  }, [asked, storyList])
  return headlines
}
