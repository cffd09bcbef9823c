import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toAnotherScreen } from '../screens.ts'
import type { Search } from '../search.ts'

/** Screens whose view slides are made of. */
export const presentable: readonly string[] = ['/', '/criteria', '/agencies', '/trend', '/tasks']

/** Starts the deck of the view at its cover; Escape there comes back to this view. */
export function PresentLink({
  className,
  title,
  press,
  children,
}: {
  className: string
  title?: string
  press?: () => void
  children: ReactNode
}) {
  return (
    <Link
      to="/present"
      search={(previous: Search) => ({ ...toAnotherScreen(previous), criterion: undefined, slide: 'cover' })}
      state={{ startedElsewhere: true }}
      className={className}
      {...(title === undefined ? {} : { title, 'aria-label': title })}
      {...(press ? { onClick: press } : {})}
    >
      {children}
    </Link>
  )
}
