import { area } from './area'
import en from './en/ledger.json'

export const ledgerText = area('ledger', en)
