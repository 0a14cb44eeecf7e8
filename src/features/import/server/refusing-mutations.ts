import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import type { ImportSettings } from '../import-settings';
import type { ImportedFields } from '../row/imported-fields';
import type { RowRefusal } from '../row/row-fields';
import { combineRows } from './combining-mutations';
import { readRows } from './edited-rows-queries';
import { refuseOverfull } from './limits-mutations';
import { refuseCrowded } from './people-limits-mutations';
import { listCompanyPeople } from './people-mutations';
import { otherWays } from './same-mutations';
import { forgetRefusals, noteRefusals } from './staging-mutations';
import { refuseContradictions, uniqueFields } from './unique-mutations';

/** The number of rejected rows that are noted together. */
const notedAtOnce = 1_000;

type Refusing = { id: string; settings: ImportSettings; custom: ImportedFields; isCheck: boolean };

/** Combines rows with their records, refuses those that do not fit onto these, and notes them with their cells; returns how many. */
export async function refuseRows(tx: Tx, userId: UserId, { id, settings, custom, isCheck }: Refusing): Promise<number> {
	const ways = { fields: uniqueFields(custom), others: otherWays(userId, settings) };
	const contradictions = await refuseContradictions(tx, userId, settings, ways);
	const overfull = await refuseOverfull(tx, userId, settings, isCheck);
	const overlong = await combineRows(tx, userId, { settings, custom, isCheck });
	if (settings.kind === 'companies') await listCompanyPeople(tx, userId);
	const crowded = settings.kind === 'contacts' ? [] : await refuseCrowded(tx, userId);
	const reasons = new Map([...contradictions, ...overfull, ...overlong, ...crowded]);
	if (!isCheck) await forgetRefusals(tx, userId, id);
	if (reasons.size === 0) return 0;
	const note = (refusals: RowRefusal[]) =>
		isCheck ? noteBeside(userId, id, refusals) : noteRefusals(tx, userId, id, refusals);
	let refusals: RowRefusal[] = [];
	for await (const { line, cells } of readRows(userId, id, settings)) {
		const reason = reasons.get(line);
		if (!reason) continue;
		refusals.push({ line, cells, ...reason });
		if (refusals.length < notedAtOnce) continue;
		await note(refusals);
		refusals = [];
	}
	await note(refusals);
	return reasons.size;
}

/** Beside the transaction of a check, which ends without a trace. */
export async function noteBeside(userId: UserId, id: string, refusals: RowRefusal[]): Promise<void> {
	await db.$transaction((other) => noteRefusals(other, userId, id, refusals));
}
