import 'server-only';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { readPrepared } from '@/lib/db/read';
import { comingStatement } from './coming-sql';

/** The first of what a day has of one kind, and how much of it there is, up to `comingCountLimit` + 1. */
type Coming<First> = { first: First; count: number } | null;

/** One of the days to come (YYYY-MM-DD): what is planned, what is due, which deals are expected to close, and which dates come. */
export type ComingDay = {
	day: string;
	planned: Coming<{ id: string; title: string; at: string }>;
	due: Coming<{
		title: string;
		/** HH:MM */
		time: string | null;
		companyId: string | null;
		contactId: string | null;
		dealId: string | null;
	}>;
	closing: Coming<{ id: string; title: string; value: string; currency: string }>;
	/** Dates of custom fields that Today reminds of; the title is the record’s. */
	dates: Coming<{ id: string; kind: 'company' | 'contact' | 'deal'; field: string; title: string }>;
};

/** The seven days after today, each with the first of what it brings. */
export async function readComingDays(userId: UserId, { timeZone }: Pick<Settings, 'timeZone'>): Promise<ComingDay[]> {
	return readPrepared(comingStatement(userId, timeZone));
}
