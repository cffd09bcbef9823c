/** The same question about the same object is answered once: rules and forms do not change while somebody types. */
export function onceFor<Subject extends object, Answer>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { readonly answer: Answer }>()
  return subject => {
    const found = known.get(subject)
    if (found) return found.answer
    const made = answer(subject)
    known.set(subject, { answer: made })
    return made
  }
}
