import 'server-only';
import type { Metadata } from '@/domain/custom-fields/metadata';
import { fieldCells } from '@/domain/export-fields-sql';
import { customFields } from '@/domain/field-definitions';
import type { Settings } from '@/features/account/server/account-queries';
import { typeNames } from '@/features/activities/schema';
import { authorityLabels, rhythmLabels } from '@/features/contacts/schema';
import type { Contact } from '@/features/contacts/server/contact-queries';
import { roleNames, stageNames } from '@/features/deals/schema';
import { readHistoryInWords } from '@/features/history/server/history-in-words';
import type { UserId } from '@/lib/auth/session';
import { formatDate, formatMoment } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { formatMoney } from '@/lib/money/money';
import { type MentionKind, mentionWords } from '../mention';
import type { PersonPart, PersonValues } from '../person-page';
import { readKnownAs, readPatterns } from './known-as';
import { mentionsSql } from './mention-sql';

const atOnce = 500;

type Of = { userId: UserId; contact: Contact; settings: Settings };

/** All that is kept of a contact, part by part, each read only when it is taken. */
export async function* personParts(tx: Tx, { userId, contact, settings }: Of): AsyncGenerator<PersonPart> {
	const { id } = contact;
	const person = Prisma.sql`user_id = ${userId}::uuid AND contact_id = ${id}::uuid`;
	const moment = (at: Date | null) => at && formatMoment(at, settings);
	yield { key: 'contact', title: 'Contact', rows: [contactRow(contact, settings)] };
	yield {
		key: 'emails_phones_links',
		title: 'Emails, phones and links',
		rows: [
			{ Kind: 'Email', Value: contact.email, Label: contact.emailLabel },
			{ Kind: 'Phone', Value: contact.phone, Label: contact.phoneLabel },
			...contact.points.map(({ kind, value, label }) => ({ Kind: pointNames[kind], Value: value, Label: label })),
		].filter(({ Value }) => Value),
	};
	yield { key: 'custom_fields', title: 'Custom fields', rows: [await customRow(tx, userId, contact)] };
	yield {
		key: 'deals',
		title: 'Deals',
		rows: rowsOf<{
			name: string;
			company: string;
			stage: keyof typeof stageNames;
			value: string;
			currency: string;
			role: keyof typeof roleNames | null;
		}>(
			tx,
			Prisma.sql`SELECT d.name, c.name AS company, d.stage, d.value::text AS value, d.currency, p.role FROM deal_person p
				JOIN deal d ON d.user_id = p.user_id AND d.id = p.deal_id JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
				WHERE p.user_id = ${userId}::uuid AND p.contact_id = ${id}::uuid ORDER BY d.created_at, d.id`,
			({ name, company, stage, value, currency, role }) => ({
				...{
					Deal: name,
					Company: company,
					Stage: stageNames[stage],
					Value: formatMoney(value, { locale: settings.locale, currency }),
				},
				Role: role && roleNames[role],
			}),
		),
	};
	yield {
		key: 'activities',
		title: 'Activities',
		rows: rowsOf<{
			type: keyof typeof typeNames;
			subject: string;
			at: Date;
			company: string;
			deal: string | null;
			description: string | null;
			outcome: string | null;
			nextSteps: string | null;
		}>(
			tx,
			Prisma.sql`SELECT a.type, a.subject, a.at, c.name AS company, d.name AS deal, a.description, a.outcome, a.next_steps AS "nextSteps"
				FROM activity_person p JOIN activity a ON a.user_id = p.user_id AND a.id = p.activity_id
				JOIN company c ON c.user_id = a.user_id AND c.id = a.company_id LEFT JOIN deal d ON d.user_id = a.user_id AND d.id = a.deal_id
				WHERE p.user_id = ${userId}::uuid AND p.contact_id = ${id}::uuid ORDER BY p.at, p.activity_id`,
			({ type, subject, at, company, deal, description, outcome, nextSteps }) => ({
				...{ Type: typeNames[type], Subject: subject, 'Date and time': moment(at), Company: company, Deal: deal },
				...{ Description: description, Outcome: outcome, 'Next steps': nextSteps },
			}),
		),
	};
	yield {
		key: 'follow_ups',
		title: 'Follow-ups',
		rows: rowsOf<{ title: string; dueOn: string | null; doneAt: Date | null }>(
			tx,
			Prisma.sql`SELECT title, due_on::text AS "dueOn", done_at AS "doneAt" FROM follow_up WHERE ${person} ORDER BY created_at, id`,
			({ title, dueOn, doneAt }) => ({
				'Follow-up': title,
				Due: dueOn && formatDate(dueOn, settings),
				Done: moment(doneAt),
			}),
		),
	};
	yield {
		key: 'imports',
		title: 'Imports they came from',
		rows: rowsOf<{ fileName: string; at: Date | null }>(
			tx,
			Prisma.sql`SELECT i.file_name AS "fileName", i.finished_at AS at FROM data_import i WHERE i.user_id = ${userId}::uuid AND (
				EXISTS (SELECT FROM data_import_row r WHERE r.user_id = i.user_id AND r.import_id = i.id AND r.record_id = ${id}::uuid)
				OR EXISTS (SELECT FROM change_log l WHERE l.user_id = i.user_id AND l.record_id = ${id}::uuid AND l.change_set_id = i.change_set_id))
				ORDER BY i.created_at`,
			({ fileName, at }) => ({ File: fileName, Imported: moment(at) }),
		),
	};
	yield { key: 'history', title: 'History', rows: historyRows(userId, id, settings) };
	yield { key: 'texts', title: 'Texts of others that name them', rows: await textRows(tx, userId, id) };
}

const pointNames = { email: 'Email', phone: 'Phone', link: 'Link' } as const;

function contactRow(contact: Contact, settings: Settings): PersonValues {
	const { authorityLevel, rhythm, leftOn, quietUntil, createdAt, updatedAt, introducedBy, reportsTo, draft } = contact;
	const names = (records: { name: string }[]) => records.map(({ name }) => name);
	return {
		...{ Name: contact.name, Company: contact.company.name, 'Job title': contact.jobTitle },
		'Decision maker': contact.isDecisionMaker,
		'Authority level': authorityLevel && authorityLabels[authorityLevel],
		'Stay in touch': rhythm && rhythmLabels[rhythm],
		'Snoozed until': quietUntil && formatDate(quietUntil, settings),
		'Left on': leftOn && formatDate(leftOn, settings),
		'Left to': contact.leftTo,
		'Introduced by': introducedBy?.name ?? null,
		'Reports to': reportsTo?.name ?? null,
		'Who reports to them': names(contact.reports),
		'Introduced contacts': names(contact.introducedContacts),
		'Introduced companies': names(contact.introducedCompanies),
		Tags: contact.tags.map(({ tag }) => tag.name),
		Notes: contact.notes,
		'Notes typed and not saved': draft?.text ?? null,
		Created: formatMoment(createdAt, settings),
		'Last edited': formatMoment(updatedAt, settings),
	};
}

/** The custom fields by their names. */
async function customRow(tx: Tx, userId: UserId, contact: Contact): Promise<PersonValues> {
	const own = contact.metadata as Metadata;
	const fields = new Map((await customFields(userId, tx)).map((field) => [field.id, field]));
	const columns = Object.keys(own).map((key) => ({ key, name: fields.get(key)?.name ?? key, field: fields.get(key) }));
	const [cells = []] = await fieldCells(tx, userId, columns, [own]);
	return Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? '']));
}

async function* historyRows(userId: UserId, id: string, settings: Settings): AsyncGenerator<PersonValues> {
	for await (const { at, title, lines } of readHistoryInWords(userId, { kind: 'contact', id }, settings))
		yield { When: formatMoment(at, settings), Change: title, Details: lines };
}

/** Whole texts of other records that name the person. */
async function textRows(tx: Tx, userId: UserId, id: string): Promise<AsyncIterable<PersonValues> | PersonValues[]> {
	const known = await readKnownAs(tx, userId, 'contact', id);
	const { all } = await readPatterns(tx, known);
	if (all.exact.length === 0) return [];
	const found = mentionsSql(userId, { patterns: all, noun: 'contact', ids: known.ids });
	return rowsOf<{ kind: MentionKind; col: string; name: string; value: string }>(
		tx,
		Prisma.sql`SELECT kind, col, name, value FROM (${found}) found`,
		({ kind, col, name, value }) => ({
			...{ Record: `${mentionWords[kind].noun} “${name}”`, Field: mentionWords[kind].columns[col] ?? col, Text: value },
		}),
	);
}

/** The rows of a query, some hundred at once. */
async function* rowsOf<Row>(
	tx: Tx,
	query: Prisma.Sql,
	present: (row: Row) => PersonValues,
): AsyncGenerator<PersonValues> {
	await tx.$executeRaw`DECLARE person_rows NO SCROLL CURSOR FOR ${query}`;
	for (;;) {
		const rows = await tx.$queryRaw<Row[]>`FETCH ${Prisma.raw(String(atOnce))} FROM person_rows`;
		for (const row of rows) yield present(row);
		if (rows.length < atOnce) break;
	}
	await tx.$executeRaw`CLOSE person_rows`;
}
