import { languageNow } from '../../catalogue/area'
import { settingsText } from '../../catalogue/window/settings'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../../catalogue/language'
import type { WindowLook, Theme } from '../../ipc/windowChoices'
import { Button } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom } from '../state'
import { startAgain } from '../state/startAgain'
import { useWindowServices } from '../state/windowServices'
import { Choices, OptionRow, Switch } from './OptionRow'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
/** How the window looks and what helps while writing, on this machine. Everything is saved at once. */
export function AppearanceAndWriting() {
  const close = useClose()
  return (
    <Dialog title={settingsText('settings.appearance')} onClose={close}>
      <h3 className="option-title">{settingsText('settings.look')}</h3>
      <div className="options">
        <LanguageRow />
        <ThemeRow />
        <LookRows />
      </div>
      <h3 className="option-title">{settingsText('settings.writing')}</h3>
      <div className="options">
        <WritingRows />
      </div>
    </Dialog>
  )
}

function LanguageRow() {
  const { language: chosen, startLanguage } = useNewsroom(pick('language', 'startLanguage'))
  const services = useWindowServices()
  const { newsroom } = services
  // The window goes on in the language in which it started, however often this page is left.
  const isLater = chosen === 'system' ? startLanguage !== 'system' : chosen !== languageNow()
  return (
    <>
      <OptionRow name={settingsText('settings.language')} about={settingsText('settings.languageNote')}>
        {(ids) => (
          <Choices<LanguageChoice>
            {...ids}
            value={chosen}
            // Each language is named in itself.
            values={LANGUAGE_CHOICES.map((value) => ({
              value,
              label: settingsText(`settings.language.${value}`),
              ...(value === 'system' ? {} : { lang: value }),
            }))}
            onChoose={newsroom.setLanguage}
          />
        )}
      </OptionRow>
      {isLater ? (
        <div className="option" role="status">
          <span className="option-about">{settingsText('settings.languageLater')}</span>
          <Button onClick={() => startAgain(services)}>{settingsText('settings.startAgain')}</Button>
        </div>
      ) : null}
    </>
  )
}

function ThemeRow() {
  const { newsroom } = useWindowServices()
  const theme = useNewsroom(({ theme }) => theme)
  return (
    <OptionRow name={settingsText('settings.theme')}>
      {(ids) => (
        <Choices<Theme>
          {...ids}
          value={theme}
          values={THEMES.map((value) => ({ value, label: settingsText(`settings.theme.${value}`) }))}
          onChoose={newsroom.setTheme}
        />
      )}
    </OptionRow>
  )
}

function LookRows() {
  const { newsroom } = useWindowServices()
  const { size = 'normal', width = 'normal', underlines = 'all' } = useNewsroom(({ look }) => look)
  return (
    <>
      <OptionRow name={settingsText('settings.size')} about={settingsText('settings.sizeNote')}>
        {(ids) => (
          <Choices<NonNullable<WindowLook['size']>>
            {...ids}
            value={size}
            values={(['small', 'normal', 'large', 'largest'] as const).map((value) => ({
              value,
              label: settingsText(`settings.size.${value}`),
            }))}
            onChoose={(to) => newsroom.setLook({ size: to })}
          />
        )}
      </OptionRow>
      <OptionRow name={settingsText('settings.width')} about={settingsText('settings.widthNote')}>
        {(ids) => (
          <Choices<NonNullable<WindowLook['width']>>
            {...ids}
            value={width}
            values={(['narrow', 'normal', 'wide'] as const).map((value) => ({
              value,
              label: settingsText(`settings.width.${value}`),
            }))}
            onChoose={(to) => newsroom.setLook({ width: to })}
          />
        )}
      </OptionRow>
      <OptionRow name={settingsText('settings.underlines')} about={settingsText('settings.underlinesNote')}>
        {(ids) => (
          <Choices<NonNullable<WindowLook['underlines']>>
            {...ids}
            value={underlines}
            values={(['all', 'open', 'none'] as const).map((value) => ({
              value,
              label: settingsText(`settings.underlines.${value}`),
            }))}
            onChoose={(to) => newsroom.setLook({ underlines: to })}
          />
        )}
      </OptionRow>
    </>
  )
}

function WritingRows() {
  const { newsroom } = useWindowServices()
  const { spelling, smartQuotes, look } = useNewsroom(pick('spelling', 'smartQuotes', 'look'))
  const { toolbar = 'afterPause', suggestToOthers = false } = look
  return (
    <>
      <OptionRow name={settingsText('settings.toolbar')} about={settingsText('settings.toolbarNote')}>
        {(ids) => (
          <Choices<NonNullable<WindowLook['toolbar']>>
            {...ids}
            value={toolbar}
            values={(['atOnce', 'afterPause', 'byKey'] as const).map((value) => ({
              value,
              label: settingsText(`settings.toolbar.${value}`),
            }))}
            onChoose={(to) => newsroom.setLook({ toolbar: to })}
          />
        )}
      </OptionRow>
      <OptionRow name={settingsText('settings.spelling')} about={settingsText('settings.spellingNote')}>
        {(ids) => <Switch {...ids} on={spelling} onSwitch={newsroom.setSpelling} />}
      </OptionRow>
      <OptionRow name={settingsText('settings.quotes')} about={settingsText('settings.quotesNote')}>
        {(ids) => <Switch {...ids} on={smartQuotes} onSwitch={(quotes) => newsroom.setTyping({ quotes })} />}
      </OptionRow>
      <OptionRow name={settingsText('settings.suggest')} about={settingsText('settings.suggestNote')}>
        {(ids) => <Switch {...ids} on={suggestToOthers} onSwitch={(on) => newsroom.setLook({ suggestToOthers: on })} />}
      </OptionRow>
    </>
  )
}
