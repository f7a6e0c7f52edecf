import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { call, type Refused } from './call.ts'
import type { Answer, Called, Given, GivenHere } from './routes.ts'

/** The zone in which the user reads moments. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Who is signed in: asked once, and after signing in or out. */
export const meQuery = queryOptions({
  queryKey: ['getMe'],
  queryFn: () => call('getMe', {}),
  staleTime: Infinity,
  retry: false,
})

export const useMe = () => useSuspenseQuery(meQuery).data

/**
 * What the desk's clock shows now, milliseconds UTC: that is the one that counts, and a demonstration's is not the
 * user's.
 */
export function useNow(): number {
  const { data, dataUpdatedAt } = useSuspenseQuery(meQuery)
  return data.now + Date.now() - dataUpdatedAt
}

/** The organisation of the page. */
export function useOrganization() {
  const id = useParams({ strict: false }).organization ?? ''
  const { organizations, id: userId } = useMe()
  return { id, userId, ...organizations.find((one) => one.id === id) }
}

/**
 * What the desk knows, asked again when the window is looked at again. The organisation of the page goes without saying.
 * `staysShown`: what was answered last stays until the answer to something else comes.
 */
export function useAsked<N extends Called>(
  name: N,
  given: GivenHere<N>,
  options: { every?: number; isWanted?: boolean; staysShown?: boolean } = {},
) {
  const organization = useParams({ strict: false }).organization ?? ''
  return useQuery({
    queryKey: [name, organization, given],
    queryFn: () => call(name, inOrganization(organization, given) as Given<N>),
    enabled: options.isWanted ?? true,
    ...(options.every !== undefined && { refetchInterval: options.every }),
    ...(options.staysShown === true && { placeholderData: keepPreviousData }),
  })
}

/** Something to be done, once: it is never repeated by itself. Whatever was asked before is asked anew. */
export function useAct<N extends Called>(name: N) {
  const organization = useParams({ strict: false }).organization ?? ''
  const queries = useQueryClient()
  return useMutation<Answer<N>, Refused, GivenHere<N>>({
    mutationFn: (given) => call(name, inOrganization(organization, given) as Given<N>),
    retry: false,
    onSuccess: () => queries.invalidateQueries(),
  })
}

function inOrganization(organization: string, given: unknown): unknown {
  const { params } = given as { params?: object }
  return { ...(given as object), params: { organization, ...params } }
}
