import 'server-only';
import { maxPoints } from '@/domain/contact-points/contact-point';
import { maxPeople } from '@/domain/people';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { Reason } from './limits-mutations';
import { pointsSaid, usedPeople } from './people-mutations';

/** What a row adds to a record: an address, a number, or a contact. */
type Added = { n: number; line: number; record: string; name: string; key: string };

/**
 * Refuses the rows by which a contact would get more addresses and numbers, or a deal more contacts, than their forms can save; returns why,
 * by the line of each. Rows add up in the order of the file: those that still fit stay.
 */
export async function refuseCrowded(tx: Tx, userId: UserId): Promise<Map<number, Reason>> {
	const reasons = new Map<number, Reason>();
	const said = await tx.$queryRaw<Added[]>`
		WITH said AS MATERIALIZED (${pointsSaid}), present AS MATERIALIZED (
			SELECT c.id, l.kind || ' ' || l.key AS key FROM contact c CROSS JOIN LATERAL (
				SELECT 'email' AS kind, c.email_key AS key UNION ALL SELECT 'phone', phone_key(c.phone)
				UNION ALL SELECT n.kind::text, CASE n.kind WHEN 'link' THEN n.value ELSE n.key END
				FROM contact_point n WHERE n.user_id = c.user_id AND n.contact_id = c.id
			) l
			WHERE c.user_id = ${userId}::uuid AND c.id IN (SELECT contact_id FROM said) AND l.key IS NOT NULL
		), added AS (
			SELECT 0 AS n, 0 AS line, id AS record, '' AS name, key FROM present
			UNION ALL SELECT s.n, r.line, s.contact_id, r.contact, s.kind || ' ' || s.key FROM said s JOIN import_row r ON r.n = s.n
		)
		SELECT a.* FROM added a JOIN (
			SELECT record FROM added GROUP BY record HAVING count(DISTINCT key) > ${maxPoints}
		) f ON f.record = a.record ORDER BY a.record, a.n`;
	await refuseAbove(tx, reasons, said, maxPoints, ({ name }, count) => ({
		field: 'Contact’s phone',
		reason: `With this row “${name}” would have ${count} emails, phones, and links, and a contact can have ${maxPoints}. Take some from the row or from the contact, and import the row again.`,
	}));
	const together = await tx.$queryRaw<Added[]>`
		WITH added AS MATERIALIZED (
			SELECT w.n, w.line, w.name, CASE w.how WHEN 'create' THEN w.id ELSE w.target END AS record, p.contact_id::text AS key
			FROM ${usedPeople} WHERE w.company_id IS NOT NULL
		)
		SELECT a.* FROM added a JOIN (
			SELECT record FROM added GROUP BY record HAVING count(DISTINCT key) > ${maxPeople}
		) f ON f.record = a.record ORDER BY a.record, a.n`;
	await refuseAbove(tx, reasons, together, maxPeople, ({ name }, count) => ({
		field: 'Contacts and roles',
		reason: `With this row “${name}” would have ${count} contacts, and a deal can have ${maxPeople}. Take some from the row, and import it again.`,
	}));
	return reasons;
}

/** Refuses the rows with which a record would have more than `limit`; of each row all counts that it adds, and nothing if it is refused. */
async function refuseAbove(
	tx: Tx,
	reasons: Map<number, Reason>,
	added: Added[],
	limit: number,
	why: (row: Added, count: number) => Reason,
): Promise<void> {
	const refused = new Set<number>();
	let record: string | undefined;
	let full = new Set<string>();
	for (let from = 0, to = 0; from < added.length; from = to) {
		const row = added[from] as Added;
		while (to < added.length && added[to]?.record === row.record && added[to]?.n === row.n) to++;
		if (row.record !== record) full = new Set();
		record = row.record;
		const next = new Set([...full, ...added.slice(from, to).map(({ key }) => key)]);
		// what is there may be more already, and is no reason
		if (row.n > 0 && next.size > limit && next.size > full.size) {
			refused.add(row.n);
			reasons.set(row.line, why(row, next.size));
		} else full = next;
	}
	if (refused.size === 0) return;
	// the rows of a record that is not made for this reason can't add to it either
	const rows = await tx.$queryRaw<{ line: number; first: number }[]>`
		UPDATE import_row r SET how = 'refuse' FROM import_row f
		WHERE f.n = ANY (${[...refused]}::int[]) AND (r.n = f.n OR (f.how = 'create' AND r.target = f.id)) AND r.how <> 'refuse'
		RETURNING r.line, f.line AS first`;
	for (const { line, first } of rows) {
		const reason = reasons.get(first);
		if (reason && !reasons.has(line)) reasons.set(line, reason);
	}
}
