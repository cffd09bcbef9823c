import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Link,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router'
import { useText } from '../ui/language.tsx'
import { Problems } from '../ui/Problems.tsx'
import { OverviewRoute } from './OverviewRoute.tsx'
import { Page } from './Page.tsx'
import { Loading } from './ScreenStates.tsx'
import { Shell } from './Shell.tsx'
import { parseSearch, readSearch, stringifySearch } from './search.ts'
import { appWords } from './words.ts'

const root = createRootRoute({ component: Shell, validateSearch: readSearch, notFoundComponent: NotFound })

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: OverviewRoute }),
  createRoute({
    getParentRoute: () => root,
    path: '/criteria',
    component: lazyRouteComponent(() => import('./CriteriaRoute.tsx'), 'CriteriaRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/agencies',
    component: lazyRouteComponent(() => import('./AgenciesRoute.tsx'), 'AgenciesRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/self-assessment',
    component: lazyRouteComponent(() => import('./SelfAssessmentRoute.tsx'), 'SelfAssessmentRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    component: lazyRouteComponent(() => import('./ReviewRoute.tsx'), 'ReviewRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    component: lazyRouteComponent(() => import('./TasksRoute.tsx'), 'TasksRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/present',
    component: lazyRouteComponent(() => import('./PresentRoute.tsx'), 'PresentRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trend',
    component: lazyRouteComponent(() => import('./TrendRoute.tsx'), 'TrendRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rule-sets',
    component: lazyRouteComponent(() => import('./RuleSetRoute.tsx'), 'RuleSetRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources',
    component: lazyRouteComponent(() => import('./SourcesRoute.tsx'), 'SourcesRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange',
    component: lazyRouteComponent(() => import('./ExchangeRoute.tsx'), 'ExchangeRoute'),
  }),
])

/** The address lives behind `#`, so the page works from any folder of any web server. */
export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree: routes,
    history,
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    // Left to itself the router scrolls the window to its top whenever anything is opened; useArrival knows better.
    scrollRestoration: () => false,
    defaultErrorComponent: Crashed,
    defaultPendingComponent: Loading,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface HistoryState {
    /** The deck was started from the view before this one, and Escape goes back there. */
    startedElsewhere?: boolean | undefined
  }
}

/** A fault of ours, said plainly; never a blank page. */
function Crashed({ error }: ErrorComponentProps) {
  const words = useText(appWords)
  return (
    <Page>
      <Problems
        title={words.crashTitle}
        hint={words.crashHint}
        problems={[
          {
            file: '',
            path: '',
            code: 'crash',
            text: error instanceof Error ? error.message : String(error),
          },
        ]}
        retry={{ label: words.reload, run: () => window.location.reload() }}
      />
    </Page>
  )
}

function NotFound() {
  const words = useText(appWords)
  return (
    <Page>
      <section className="empty">
        <h1>{words.notFound}</h1>
        <p>{words.notFoundHint}</p>
        <Link to="/">{words.toOverview}</Link>
      </section>
    </Page>
  )
}
