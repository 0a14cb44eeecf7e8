import 'server-only';
import type { prismaAdapter } from 'better-auth/adapters/prisma';
import { readPrepared } from '@/lib/db/read';

type Adapter = ReturnType<typeof prismaAdapter>;

/**
 * Better Auth's adapter, which every request asks for a session with its account. That one lookup goes straight to the database:
 * Prisma makes two queries of it, which take longer than many a page's own.
 */
export function withQuickSessions(adapter: Adapter): Adapter {
	return (options) => {
		const made = adapter(options);
		const findOne: typeof made.findOne = async (asked) => {
			const [where, ...more] = asked.where;
			const isByToken =
				asked.model === 'session' &&
				more.length === 0 &&
				where?.field === 'token' &&
				(where.operator ?? 'eq') === 'eq' &&
				typeof where.value === 'string';
			if (!isByToken || !asked.join?.user || asked.select) return made.findOne(asked);
			return findSession(String(where.value)) as ReturnType<typeof made.findOne<never>>;
		};
		return { ...made, findOne };
	};
}

/** A session by its token with its account, as the adapter returns them; null if there is none. */
async function findSession(token: string) {
	const [found] = await readPrepared<Record<string, unknown>[]>`
		SELECT s.id, s.token, s.user_id AS "userId", s.ip_address AS "ipAddress", s.user_agent AS "userAgent",
			s.expires_at AS "expiresAt", s.created_at AS "createdAt", s.updated_at AS "updatedAt",
			u.name, u.email, u.email_verified AS "emailVerified", u.image, u.seat, u.demo,
			u.created_at AS "userCreatedAt", u.updated_at AS "userUpdatedAt"
		FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.token = ${token}`;
	if (!found) return null;
	const { name, email, emailVerified, image, seat, demo, userCreatedAt, userUpdatedAt, ...session } = found;
	const account = { id: session.userId, name, email, emailVerified, image, seat, demo };
	return { ...session, user: { ...account, createdAt: userCreatedAt, updatedAt: userUpdatedAt } };
}
