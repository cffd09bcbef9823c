import { type RefObject, useEffect } from 'react'

/** The keyboard begins in the first field of a form, not on the button that leaves it. */
export function useFirstField(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    form.current
      ?.querySelector<HTMLElement>(
        '.rvd-dialog-body :is(input:not([type=radio]), select, textarea, input:checked)',
      )
      ?.focus()
  }, [form])
}
