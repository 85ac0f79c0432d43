import { ledgerText } from '../../catalogue/story/ledger'
import { settingsText } from '../../catalogue/window/settings'
import { useRef, useState } from 'react'
import { roleOf } from '../../story/desk/roster'
import { DEFAULT_TEXTS, LONGEST_DEFAULT, type DefaultText, type StoryDefaults } from '../../story/desk/storyDefaults'
import { Dialog } from '../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom, useNotice } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useWindowServices } from '../state/windowServices'
import { embargoZones, newsroomZone } from '../fields/embargoTime'
import { useRefusal } from '../fields/saving/useRefusal'
import { useSaveWhenRemoved } from '../fields/saving/useSaveWhenRemoved'
import { focusPlace } from '../ui/focus/focusService'
import { OptionRow, Switch } from './OptionRow'
import { Problem } from '../ui'

/** What new stories begin with, for everyone at this desk. */
export function NewStories() {
  const close = useClose()
  const { act, undoList } = useWindowServices().newsroom
  const { check } = useNotice()
  const { desk, person, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const { defaults = {} } = desk.settings
  const [problem, setProblem] = useState<string>()
  const isEditor = person !== undefined && roleOf(person, desk.roster) === 'editor'
  const locked = readOnly !== undefined || !isEditor

  /** Sends one default and offers to undo it. Resolves to why it was refused. */
  const set = async <N extends keyof StoryDefaults>(
    name: N,
    value: NonNullable<StoryDefaults[N]>,
  ): Promise<string | undefined> => {
    const none = typeof value === 'string' ? '' : false
    const before = defaults[name] ?? none
    const outcome = await act('library.settings', { defaults: { [name]: value } })
    const why = outcome.ok ? undefined : outcome.message
    setProblem(why)
    if (!outcome.ok) return why
    // As it was stored: “asia/seoul” is “Asia/Seoul”.
    const after = outcome.value.defaults?.[name] ?? none
    undoList.offer(
      settingsText('settings.defaultChanged', { name: ledgerText(`default.${name}`) }),
      async () => check(await act('library.settings', { defaults: { [name]: before } })),
      async () => {
        const now = check(await act('library.settings', {}))
        return now && (now.defaults?.[name] ?? none) === after
      },
    )
    return why
  }

  return (
    <Dialog
      title={settingsText('settings.newStories')}
      description={settingsText(isEditor ? 'settings.newStoriesNote' : 'settings.editorsOnly')}
      onClose={close}
    >
      <div className="options">
        <OptionRow name={ledgerText('default.byline')} about={settingsText('settings.bylineNote')}>
          {(ids) => (
            <Switch
              {...ids}
              on={defaults.byline === true}
              onSwitch={(byline) => !locked && void set('byline', byline)}
            />
          )}
        </OptionRow>
        {DEFAULT_TEXTS.filter((name) => name !== 'zone').map((name) => (
          <DefaultRow
            key={name}
            name={name}
            text={defaults[name] ?? ''}
            locked={locked}
            onSet={(text) => set(name, text)}
          />
        ))}
        <OptionRow name={ledgerText('default.zone')} about={settingsText('settings.default.zone')}>
          {(ids) => (
            <select
              className="control option-zone"
              value={defaults.zone ?? ''}
              disabled={locked}
              {...ids}
              onChange={(event) => void set('zone', event.target.value)}
            >
              <option value="">{settingsText('settings.ownZone')}</option>
              {embargoZones(newsroomZone(defaults)).map(({ zone, label }) => (
                <option key={zone} value={zone}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </OptionRow>
      </div>
      <Problem text={problem} />
    </Dialog>
  )
}

/**
 * Saves when the field is left or removed, or with Enter. A change from elsewhere shows at once unless something else
 * is being typed here.
 */
function DefaultRow({
  name,
  text,
  locked,
  onSet,
}: {
  readonly name: DefaultText
  readonly text: string
  readonly locked: boolean
  /** Resolves to why it was refused. */
  readonly onSet: (text: string) => Promise<string | undefined>
}) {
  const noteRefusal = useRefusal(ledgerText(`default.${name}`))
  const [typed, setTyped] = useState<string>()
  const [seen, setSeen] = useState(text)
  /** What is on its way, or was stored. Enter and then leaving the field is one save. */
  const sent = useRef<string>(undefined)
  if (seen !== text) {
    setSeen(text)
    if (typed === seen || typed === text) setTyped(undefined)
  }

  const save = async (): Promise<void> => {
    const next = typed?.trim()
    if (next === undefined || locked) return
    setTyped(next)
    if (next === text || next === sent.current) return
    sent.current = next
    const why = await onSet(next)
    if (why !== undefined) sent.current = undefined
    noteRefusal(next, why)
  }
  useSaveWhenRemoved(PLACES.storyDefault(name), () => void save())
  return (
    <OptionRow name={ledgerText(`default.${name}`)} about={settingsText(`settings.default.${name}`)}>
      {(ids) => (
        <input
          ref={focusPlace(PLACES.storyDefault(name))}
          type="text"
          className="control option-text"
          maxLength={LONGEST_DEFAULT}
          value={typed ?? text}
          readOnly={locked}
          {...ids}
          onChange={(event) => {
            setTyped(event.target.value)
            sent.current = undefined
            noteRefusal('', undefined)
          }}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
          }}
        />
      )}
    </OptionRow>
  )
}
