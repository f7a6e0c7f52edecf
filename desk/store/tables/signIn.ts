/** A moment as better-auth keeps it: ISO text in SQLite, a timestamp in PostgreSQL. */
type SignInMoment = string | Date

/** better-auth's table of sessions; more is in it. */
export interface SessionTable {
  id: string
  token: string
  userId: string
  expiresAt: SignInMoment
}

/** better-auth's table of people. The rest of its tables only better-auth reads. */
export interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: number | boolean
  image: string | null
  createdAt: SignInMoment
  updatedAt: SignInMoment
  twoFactorEnabled: number | boolean | null
}

/** better-auth's table of organisations: the wall between one client and another. */
export interface OrganizationTable {
  id: string
  name: string
  slug: string
  logo: string | null
  createdAt: SignInMoment
  metadata: string | null
}

/** better-auth's table of who belongs to which organisation. What they may do there is in `role_grant`. */
export interface MemberTable {
  id: string
  organizationId: string
  userId: string
  role: string
  createdAt: SignInMoment
}
