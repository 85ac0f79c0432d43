import { languageNow } from '../catalogue/area'
import { isLanguage, learn, speakAtStart } from '../catalogue/language'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/App'
import { WindowBoundary } from './shell/frame/WindowBoundary'
import { firstFrame } from './state/firstFrame'
import { startWindow } from './state/startWindow'
import { beforeParts } from './ui/later'
import { WindowServicesProvider } from './state/windowServices'
import './styles/base.css'

// Not awaited: the scripts of later parts import from this one, and would wait for its end.
void show()

async function show(): Promise<void> {
  const { language } = window.stet
  if (isLanguage(language) && language !== languageNow()) {
    await speakAtStart(language)
    beforeParts(async () => {
      await firstFrame
      await learn(language)
    })
  } else beforeParts(async () => firstFrame)
  document.documentElement.lang = languageNow()

  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const page = createRoot(root)

  const services = await startWindow(window.stet, firstFrame)
  if (services.ok) {
    page.render(
      <StrictMode>
        <WindowServicesProvider services={services.value}>
          <WindowBoundary>
            <App />
          </WindowBoundary>
        </WindowServicesProvider>
      </StrictMode>,
    )
  } else {
    const { NotOpened } = await import('./shell/NotOpened')
    const tryAgain = (): void => void window.stet.call('startAgain', {})
    page.render(<NotOpened why={services.message} tryAgain={tryAgain} />)
  }
}
