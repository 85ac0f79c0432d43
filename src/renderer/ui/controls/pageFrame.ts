import { createContext, useContext } from 'react'

/** What surrounds a dialog's contents when a page shows them: the page has the frame, the close button and the keys. */
const InPage = createContext(false)

export const PageProvider = InPage.Provider
export const useInPage = (): boolean => useContext(InPage)
