import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/App'
import { openRoom } from './state/openRoom'
import { RoomProvider } from './state/room'
import './styles/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const page = createRoot(root)

const room = await openRoom(window.stet)
if (room.ok) {
  page.render(
    <StrictMode>
      <RoomProvider room={room.value}>
        <App />
      </RoomProvider>
    </StrictMode>,
  )
} else {
  page.render(
    <main className="empty">
      <h1 className="empty-title">The library could not be opened</h1>
      <p role="alert">{room.message}</p>
    </main>,
  )
}
