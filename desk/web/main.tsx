import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from './api/call.ts'
import { routerOf } from './router.tsx'
import './style/base.css'
import './style/form.css'
import './style/pages.css'

const MOST_TRIES = 2

const queries = new QueryClient({
  defaultOptions: {
    // What was answered is an answer; only a read that nobody answered is asked again.
    queries: { retry: (tries, error) => tries < MOST_TRIES && error instanceof Refused && error.status === 0 },
  },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={routerOf(queries)} />
    </QueryClientProvider>
  </StrictMode>,
)
