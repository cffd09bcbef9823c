import { expect, test } from 'vitest'
import { loadData } from '../data/dataFiles.ts'
import { score } from './builders.ts'

const { ruleSets, submissions } = loadData()

// Whole score sheets, so that no field changes unseen. After `npm run golden:update` say in the commit
// message why each difference is right; a change of the engine also raises `engineVersion`.
test.each(['par-index-2022.2022.tinh-tra-vinh', 'qd766-2022.2026-10-10.h15-157'])(
  'the score sheet of %s is the one kept',
  async id => {
    const submission = submissions.find(entry => entry.id === id)
    const ruleSet = ruleSets.find(entry => entry.id === submission?.ruleSetId)
    if (!submission || !ruleSet) throw new Error(`${id} is not shipped`)
    const sheet = `${JSON.stringify(score(ruleSet, submission), null, 2)}\n`
    // Not `.json`: the formatter would fold what JSON.stringify unfolds.
    await expect(sheet).toMatchFileSnapshot(`../golden/${id}.snap`)
  },
)
