import 'server-only';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { RowValue } from '../import-shown';
import { type RecordWords, readInWords } from './record-words-queries';

/** What is shown of the contacts who come with the rows of companies: the fields of a company's row, and those of a contact. */
const shownOf = [
	['Contact name', 'Contact name'],
	['Contact’s email', 'Email'],
	['Contact’s phone', 'Phone'],
	['Contact’s job title', 'Job title'],
] as const;

/** The contacts whom the rows to show name, by the company of each; the rows are still on the stage. */
export async function peopleShown(tx: Tx): Promise<Map<string, string[]>> {
	const rows = await tx.$queryRaw<{ record: string; people: string[] }[]>`
		SELECT f.record, array_agg(f.contact_id ORDER BY f.n) AS people FROM (
			SELECT s.record, p.contact_id, min(p.n) AS n FROM import_shown s
			JOIN import_row r ON (CASE r.how WHEN 'create' THEN r.id ELSE r.target END) = s.record JOIN import_person p ON p.n = r.n
			WHERE r.how IN ('create', 'fill', 'overwrite') GROUP BY s.record, p.contact_id
		) f GROUP BY f.record`;
	return new Map(rows.map(({ record, people }) => [record, people]));
}

/** Those contacts in words, by their ids. */
export const readShownPeople = (
	tx: Tx,
	userId: UserId,
	people: Map<string, string[]>,
): Promise<Map<string, RecordWords>> => readInWords(tx, userId, 'contacts', [...new Set([...people.values()].flat())]);

/** What a company's contacts are called and how they are reached, before and after, each as one value. */
export function valuesOfPeople(
	ids: string[] | undefined,
	before: Map<string, RecordWords>,
	after: Map<string, RecordWords>,
): RowValue[] {
	if (!ids) return [];
	const said = (words: Map<string, RecordWords>, label: string) =>
		ids.flatMap((id) => words.get(id)?.values.get(label) ?? []).join('; ') || null;
	return shownOf
		.map(([label, own]) => ({ label, before: said(before, own), after: said(after, own) }))
		.filter((value) => value.before !== null || value.after !== null);
}
