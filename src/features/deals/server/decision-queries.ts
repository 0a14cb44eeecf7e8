import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { instantOf } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import type { NoticeFacts } from '../signals/notice-facts';
import type { SignalFacts } from '../signals/signals';
import { isOwnDeal } from './deal-sql';
import { decisionStatement } from './decision-sql';

/** An open deal that needs a decision, with whom and what that is about. Days are YYYY-MM-DD. */
export type DecisionDeal = SignalFacts &
	NoticeFacts & {
		id: string;
		name: string;
		value: string;
		currency: string;
		companyId: string;
		companyName: string;
		expectedCloseOn: string | null;
	};

/** The open deals with the worst signals, the worst first. Only those that are shown are asked whom they are about. */
export async function listDecisions(userId: UserId, { timeZone }: Pick<Settings, 'timeZone'>): Promise<DecisionDeal[]> {
	await settleContacts(userId);
	return readPrepared(decisionStatement(userId, timeZone));
}

/** A deal that was won, and when. */
export type WonDeal = { id: string; name: string; value: string; currency: string; closedAt: Date };

const shownWins = 3;

/** The latest deals that were won since a day of the user's (YYYY-MM-DD). */
export async function listLatestWins(userId: UserId, since: string, timeZone: string): Promise<WonDeal[]> {
	return readPrepared`
		SELECT d.id, d.name, d.value::text AS value, d.currency, d.closed_at AS "closedAt" FROM deal d
		WHERE ${isOwnDeal(userId)} AND d.stage = 'closed_won'
			AND d.closed_at >= ${instantOf(`${since}T00:00`, timeZone).toISOString()}::timestamptz
		ORDER BY d.closed_at DESC, d.id LIMIT ${Prisma.raw(String(shownWins))}`;
}
