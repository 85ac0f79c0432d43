/** The calls that write a file where a person chooses. */
export { saveCopy } from './saveCopy'
export { saveExport, saveExportAgain, saveProfile, saveToProfile } from './saveExport'
export { saveHistory } from './saveHistory'
export { saveNotice } from './saveNotice'
