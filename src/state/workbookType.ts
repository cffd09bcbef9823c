/** What the browser calls an XLSX file. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
