/** Work that may be done at a stretch before the page gets its turn. */
const sliceMilliseconds = 12

/** Calls for every item in order, in slices short enough that nobody who types meanwhile notices. */
export async function inSlices<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
  let start = performance.now()
  for (const item of items) {
    work(item)
    if (performance.now() - start > sliceMilliseconds) {
      await nextTurn()
      start = performance.now()
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0))
}
