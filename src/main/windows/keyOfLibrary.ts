import { hashText } from '../../story/ledger/hash'

/** Name of a library's own folder for what the app remembers of it. */
export const keyOfLibrary = (folder: string): string => hashText(folder).slice(0, 16)
