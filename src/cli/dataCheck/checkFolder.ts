import type { Problem } from '../../model/problem.ts'
import { checkDirectory } from './checkDirectory.ts'
import { checkDocuments } from './checkDocuments.ts'
import { checkEntries } from './checkEntries.ts'
import { checkFigures } from './checkFigures.ts'
import { checkFormat } from './checkFormat.ts'
import { checkListing } from './checkListing.ts'
import { checkPlans } from './checkPlans.ts'
import { checkProvenance } from './checkProvenance.ts'
import { checkRuleSets } from './checkRuleSets.ts'
import { checkSubmissions } from './checkSubmissions.ts'
import { checkTables } from './checkTables.ts'
import { checkText } from './checkText.ts'
import { inOrder, passOn, takeDown } from './findings.ts'
import { type Files, indexFile, readFolder } from './readFolder.ts'

/**
 * Everything that must hold in a folder of published data: each file by its schema and lint, and the files
 * with each other. Files that cannot be read cause no further findings elsewhere.
 * @param files text by path relative to the folder
 * @param today ISO day nothing can have been checked after
 * @returns problems by file, errors first
 */
export function checkFolder(files: Files, today: string): readonly Problem[] {
  const { problems, on } = takeDown()
  if (!files.has(indexFile))
    on(indexFile).error('', 'file-missing', {
      vi: 'thư mục không có “index.json”; cần mục lục của mọi tệp',
      en: 'the folder has no index.json; an index of every file is needed',
    })
  const { folder, problems: unreadable } = readFolder(files)
  passOn(unreadable, on)
  if (folder) {
    checkListing(folder, on)
    checkEntries(folder, on)
    checkFormat(folder, on)
    checkText(folder, on)
    checkDocuments(folder, today, on)
    checkProvenance(folder, on)
    checkDirectory(folder, on)
    checkFigures(folder, on)
    checkRuleSets(folder, on)
    checkSubmissions(folder, on)
    checkTables(folder, on)
    checkPlans(folder, on)
  }
  return inOrder(problems)
}
