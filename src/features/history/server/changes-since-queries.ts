import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { DateSettings } from '@/lib/dates/dates';
import { readPrepared } from '@/lib/db/read';
import type { ChangedRow } from '../history-entry';
import { type RecordLines, recordLines } from '../history-words';
import { optionsIn, recordsIn } from './changed-records';
import { nameRecords } from './history-set-queries';
import { changedRow, netOfPart, partSince } from './history-sql';

/** How many changed rows are told at most, the last changed ones. */
const maxRowsSince = 60;

/** The tables whose lines in the log belong to companies, contacts and deals. */
const entities = ['company', 'company_tag', 'contact', 'contact_tag', 'contact_point', 'deal', 'deal_person'];

/**
 * How companies, contacts and deals differ from what they were at an instant, in words, the last changed first. What was changed
 * and changed back is no difference.
 */
export async function listChangesSince(
	userId: UserId,
	ids: string[],
	since: Date,
	settings: DateSettings,
): Promise<RecordLines[]> {
	if (ids.length === 0) return [];
	const [found] = await readPrepared<[{ rows: ChangedRow[] }]>`
		WITH ${partSince(userId, { ids, entities }, since)}, ${netOfPart}
		SELECT coalesce(jsonb_agg(n.row ORDER BY n.last DESC), '[]') AS rows FROM (
			SELECT n.last, ${changedRow} AS row FROM shown n ORDER BY n.last DESC LIMIT ${maxRowsSince}::bigint
		) n`;
	const names = await nameRecords(userId, recordsIn(found.rows), optionsIn(found.rows));
	// of what was changed back only the version differs
	return recordLines(found.rows, { names, settings, undos: 0 }).filter(({ lines }) => lines.length > 0);
}
