import { hashText } from '../../story/ledger/hash'

/** Returns the name of the profile folder of a library. */
export const keyOfLibrary = (folder: string): string => hashText(folder).slice(0, 16)
