import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Refused } from './api/call.ts'
import { meQuery } from './api/useDesk.ts'
import { Organizations, Shell } from './pages/Shell.tsx'
import { SignIn } from './pages/SignIn.tsx'
import { Work } from './pages/Work.tsx'
import { Trouble } from './parts/Loaded.tsx'

interface Context {
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: () => <p role="alert">There is no such page.</p>,
})

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn })

/** Everything else is for who is signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context: { queries } }) => {
    try {
      await queries.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof Refused && error.status === 401) throw redirect({ to: '/sign-in' })
      throw error
    }
  },
  errorComponent: ({ error }) => <Trouble error={error as Error} />,
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: async ({ context: { queries } }) => {
    const { organizations } = await queries.ensureQueryData(meQuery)
    const [only, ...others] = organizations
    if (only && others.length === 0) throw redirect({ to: '/$organization/work', params: { organization: only.id } })
  },
  component: Organizations,
})

const organization = createRoute({ getParentRoute: () => inside, path: '/$organization', component: Shell })
const under = () => organization

const draft = createRoute({
  getParentRoute: under,
  path: '/drafts/$draft',
  component: lazyRouteComponent(() => import('./pages/DraftPage.tsx'), 'DraftPage'),
})
const ofDraft = () => draft

const tree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    organization.addChildren([
      createRoute({ getParentRoute: under, path: '/work', component: Work }),
      createRoute({
        getParentRoute: under,
        path: '/events/new',
        component: lazyRouteComponent(() => import('./pages/NewEvent.tsx'), 'NewEvent'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/events/$event',
        component: lazyRouteComponent(() => import('./pages/EventPage.tsx'), 'EventPage'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/drafts/new',
        component: lazyRouteComponent(() => import('./pages/NewDraft.tsx'), 'NewDraft'),
      }),
      draft.addChildren([
        createRoute({
          getParentRoute: ofDraft,
          path: '/',
          component: lazyRouteComponent(() => import('./pages/DraftForm.tsx'), 'DraftForm'),
        }),
        createRoute({
          getParentRoute: ofDraft,
          path: '/signing',
          component: lazyRouteComponent(() => import('./pages/DraftSigning.tsx'), 'DraftSigning'),
        }),
        createRoute({
          getParentRoute: ofDraft,
          path: '/sending',
          component: lazyRouteComponent(() => import('./pages/DraftSending.tsx'), 'DraftSending'),
        }),
      ]),
      createRoute({
        getParentRoute: under,
        path: '/submissions/$submission',
        component: lazyRouteComponent(() => import('./pages/SubmissionPage.tsx'), 'SubmissionPage'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/filings',
        component: lazyRouteComponent(() => import('./pages/Filings.tsx'), 'Filings'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/filings/$filing',
        component: lazyRouteComponent(() => import('./pages/Filings.tsx'), 'FilingPage'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/filings/$filing/amend',
        component: lazyRouteComponent(() => import('./pages/AmendPage.tsx'), 'AmendPage'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/issuers',
        component: lazyRouteComponent(() => import('./pages/Issuers.tsx'), 'Issuers'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/issuers/$issuer/library',
        component: lazyRouteComponent(() => import('./pages/Library.tsx'), 'LibraryPage'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/insiders',
        component: lazyRouteComponent(() => import('./pages/Insiders.tsx'), 'Insiders'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/insiders/$insider',
        component: lazyRouteComponent(() => import('./pages/InsiderPage.tsx'), 'InsiderPage'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/edgar',
        component: lazyRouteComponent(() => import('./pages/Access.tsx'), 'EdgarAccess'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/me',
        component: lazyRouteComponent(() => import('./pages/Access.tsx'), 'MySignature'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/members',
        component: lazyRouteComponent(() => import('./pages/Members.tsx'), 'Members'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/notices',
        component: lazyRouteComponent(() => import('./pages/Notices.tsx'), 'Notices'),
      }),
      createRoute({
        getParentRoute: under,
        path: '/audit',
        component: lazyRouteComponent(() => import('./pages/Audit.tsx'), 'Audit'),
      }),
    ]),
  ]),
])

/** Every page by its address. */
export function routerOf(queries: QueryClient) {
  const router = createRouter({ routeTree: tree, context: { queries }, defaultPendingMs: 200 })
  // A page begins at its top, unless the keyboard begins further down.
  router.subscribe('onRendered', () => document.activeElement?.scrollIntoView({ block: 'nearest' }))
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerOf>
  }
}
