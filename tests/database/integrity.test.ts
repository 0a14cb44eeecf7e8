import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let stranger: UserId;
let mine: Awaited<ReturnType<typeof makeCompanyWithEverything>>;
let theirs: typeof mine;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	stranger = await makeAccount('Lê Văn Lạ');
	mine = await makeCompanyWithEverything(lan);
	theirs = await makeCompanyWithEverything(stranger);
	// somebody introduced the company and the contact, who reports to them
	const { id } = await db.contact.create({ data: { userId: lan, companyId: mine.company, name: 'Võ Thị Chi' } });
	await db.company.updateMany({ where: { userId: lan }, data: { introducedById: id } });
	await db.contact.updateMany({
		where: { userId: lan, id: mine.contact },
		data: { introducedById: id, reportsToId: id },
	});
	// and each has a note at its top
	for (const table of ['company', 'contact', 'deal'])
		await run(`UPDATE ${table} SET pinned_note_id = '${mine.activity}' WHERE user_id = '${lan}'`);
	// the deal leaves a stage
	await db.$executeRaw`UPDATE deal SET stage = 'proposal' WHERE user_id = ${lan}::uuid`;
});

const run = (sql: string) => db.$executeRawUnsafe(sql);

describe('rows of two accounts cannot be linked, even by hand', () => {
	const links: [table: string, column: string, target: keyof typeof mine][] = [
		['company', 'introduced_by_id', 'contact'],
		['company', 'pinned_note_id', 'activity'],
		['contact', 'pinned_note_id', 'activity'],
		['deal', 'pinned_note_id', 'activity'],
		['contact', 'company_id', 'company'],
		['contact_point', 'company_id', 'company'],
		['contact_point', 'contact_id', 'contact'],
		['contact', 'introduced_by_id', 'contact'],
		['contact', 'reports_to_id', 'contact'],
		['deal', 'company_id', 'company'],
		['deal', 'contact_id', 'contact'],
		['deal_stage_change', 'deal_id', 'deal'],
		['deal_passage', 'deal_id', 'deal'],
		['activity', 'company_id', 'company'],
		['activity', 'contact_id', 'contact'],
		['activity_person', 'activity_id', 'activity'],
		['activity_person', 'contact_id', 'contact'],
		['deal_person', 'deal_id', 'deal'],
		['deal_person', 'contact_id', 'contact'],
		['activity', 'deal_id', 'deal'],
		['follow_up', 'company_id', 'company'],
		['follow_up', 'contact_id', 'contact'],
		['follow_up', 'deal_id', 'deal'],
		['follow_up', 'activity_id', 'activity'],
		['company_tag', 'company_id', 'company'],
		['company_tag', 'tag_id', 'tag'],
		['contact_tag', 'contact_id', 'contact'],
		['contact_tag', 'tag_id', 'tag'],
		['field_option', 'field_id', 'field'],
		['field_value', 'field_id', 'field'],
	];

	test.each(links)('%s.%s', async (table, column, target) => {
		// a contact point has one of two owners
		const linked = `user_id = '${lan}' AND ${column} IS NOT NULL`;
		await expect(run(`UPDATE ${table} SET ${column} = '${theirs[target]}' WHERE ${linked}`)).rejects.toThrow(
			/foreign key/i,
		);
	});

	test('and no link is missing from that list', async () => {
		const keys = await db.$queryRaw<{ link: string }[]>`
			SELECT c.conrelid::regclass || '.' || a.attname AS link
			FROM pg_constraint c
			JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
			WHERE c.contype = 'f' AND array_length(c.conkey, 1) > 1 AND a.attname <> 'user_id'
			  AND c.conrelid::regclass::text NOT IN ('company_stats', 'contact_stats', 'change_log')
			  -- the main contact is one of the people of the same row
			  AND (c.confrelid::regclass::text NOT LIKE '%\\_person' OR a.attname = 'contact_id')
			  -- parts of one thing, never linked to another
			  AND c.conrelid::regclass::text NOT LIKE 'data_import_%'`;
		expect(keys.map(({ link }) => link).sort()).toEqual(links.map(([table, column]) => `${table}.${column}`).sort());
	});
});

test('every table of the CRM starts its key with the owner and every link can be deferred', async () => {
	const tables = await db.$queryRaw<{ name: string; first: string }[]>`
		SELECT c.relname AS name, a.attname AS first
		FROM pg_class c
		JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
		WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
		  AND c.relname NOT IN ('user', 'session', 'account', 'verification', 'rate_limit', '_prisma_migrations')`;
	expect(tables.length).toBe(33);
	expect(tables.filter(({ first }) => first !== 'user_id')).toEqual([]);

	const rigid = await db.$queryRaw<{ conname: string }[]>`
		SELECT conname FROM pg_constraint
		WHERE contype = 'f' AND NOT condeferrable AND conrelid::regclass::text NOT IN ('session', 'account')`;
	expect(rigid).toEqual([]);
});

describe('the database refuses what no form would send', () => {
	const wrong: [what: string, sql: () => string][] = [
		['a company without a name', () => `UPDATE company SET name = '  ' WHERE user_id = '${lan}'`],
		[
			'an authority level without the decision-maker mark',
			() => `UPDATE contact SET is_decision_maker = false WHERE user_id = '${lan}'`,
		],
		['where somebody left to without when', () => `UPDATE contact SET left_to = 'Sao Mai' WHERE user_id = '${lan}'`],
		['a contact who introduced themselves', () => `UPDATE contact SET introduced_by_id = id WHERE user_id = '${lan}'`],
		['a contact who reports to themselves', () => `UPDATE contact SET reports_to_id = id WHERE user_id = '${lan}'`],
		['a negative value', () => `UPDATE deal SET value = -1 WHERE user_id = '${lan}'`],
		['a probability of 101', () => `UPDATE deal SET own_probability = 101 WHERE user_id = '${lan}'`],
		['a currency that is none', () => `UPDATE deal SET currency = 'đồng' WHERE user_id = '${lan}'`],
		['a closed deal without its date', () => `UPDATE deal SET stage = 'closed_won' WHERE user_id = '${lan}'`],
		['an open deal with a closing date', () => `UPDATE deal SET closed_at = now() WHERE user_id = '${lan}'`],
		['a duration of -5', () => `UPDATE activity SET duration_minutes = -5 WHERE user_id = '${lan}'`],
		['a duration of more than a week', () => `UPDATE activity SET duration_minutes = 10081 WHERE user_id = '${lan}'`],
		['a field of no kind', () => `UPDATE field SET kind = 'tag' WHERE user_id = '${lan}'`],
		['a field of no type', () => `UPDATE field SET type = 'color' WHERE user_id = '${lan}'`],
		['a field without a name', () => `UPDATE field SET name = ' ' WHERE user_id = '${lan}'`],
		['a field that checks what nothing checks', () => `UPDATE field SET checks = 'iban' WHERE user_id = '${lan}'`],
		['a list that reminds', () => `UPDATE field SET reminds = 'once', remind_days = 7 WHERE user_id = '${lan}'`],
		['a list that is unique', () => `UPDATE field SET is_unique = true WHERE user_id = '${lan}'`],
		['a reminder without its days', () => `UPDATE field SET type = 'date', reminds = 'once' WHERE user_id = '${lan}'`],
		['an amount in no currency', () => `UPDATE field SET currency = 'vnd' WHERE user_id = '${lan}'`],
		['an option without a name', () => `UPDATE field_option SET name = '' WHERE user_id = '${lan}'`],
		[
			'a field twice in another case',
			() =>
				`INSERT INTO field (user_id, id, kind, type, name, place)
				 SELECT user_id, '${uuidv7()}', kind, type, upper(name), 2 FROM field WHERE user_id = '${lan}'`,
		],
		[
			'an option twice in another case',
			() =>
				`INSERT INTO field_option (user_id, id, field_id, name, place)
				 SELECT user_id, '${uuidv7()}', field_id, upper(name), 2 FROM field_option WHERE user_id = '${lan}'`,
		],
		['metadata that is a list', () => `UPDATE company SET metadata = '[]' WHERE user_id = '${lan}'`],
		[
			'a tag twice in another case',
			() =>
				`INSERT INTO tag (user_id, id, name) SELECT user_id, '${uuidv7()}', upper(name) FROM tag WHERE user_id = '${lan}'`,
		],
		['a view of a list that is none', () => `UPDATE saved_view SET list = 'tags' WHERE user_id = '${lan}'`],
		['a draft of what has no notes', () => `UPDATE note_draft SET noun = 'activity' WHERE user_id = '${lan}'`],
		['what was opened and is no record', () => `UPDATE recently_opened SET kind = 'tag' WHERE user_id = '${lan}'`],
		['a view without a name', () => `UPDATE saved_view SET name = '' WHERE user_id = '${lan}'`],
		['a view of the whole list', () => `UPDATE saved_view SET query = '' WHERE user_id = '${lan}'`],
		[
			'a view twice in another case',
			() =>
				`INSERT INTO saved_view (user_id, id, list, name, query, place)
				 SELECT user_id, '${uuidv7()}', list, upper(name), query, 2 FROM saved_view WHERE user_id = '${lan}'`,
		],
		[
			'two default views of one list',
			() =>
				`INSERT INTO saved_view (user_id, id, list, name, query, place, is_default)
				 SELECT user_id, gen_random_uuid(), list, n::text, query, n, true FROM saved_view, generate_series(2, 3) n
				 WHERE user_id = '${lan}'`,
		],
	];
	test.each(wrong)('%s', async (_, sql) => {
		await expect(run(sql())).rejects.toThrow(/check constraint|(unique|exclusion) constraint/);
	});
});

test.each([
	['contact_introduced_by_idx', '(introduced_by_id IS NOT NULL)'],
	['contact_reports_to_idx', '(reports_to_id IS NOT NULL)'],
	['company_introduced_by_idx', '(introduced_by_id IS NOT NULL)'],
	['company_pinned_note_idx', '(pinned_note_id IS NOT NULL)'],
	['contact_pinned_note_idx', '(pinned_note_id IS NOT NULL)'],
	['deal_pinned_note_idx', '(pinned_note_id IS NOT NULL)'],
	['contact_stats_due_idx', '(due_at IS NOT NULL)'],
	['contact_stats_decider_idx', '(authority_rank < 4)'],
	['contact_stats_heard_idx', '(authority_rank < 4)'],
	['contact_point_mail_domain_idx', "((kind = 'email'::contact_point_kind) AND (company_id IS NOT NULL))"],
	['deal_open_idx', '(closed_at IS NULL)'],
	['deal_passage_winding_idx', '(went_on IS NULL)'],
	['deal_lost_reason_idx', "(stage = 'closed_lost'::deal_stage)"],
])('%s holds only what it is asked for', async (index, condition) => {
	const found = await db.$queryRaw<{ partial: string }[]>`
		SELECT pg_get_expr(indpred, indrelid) AS partial FROM pg_index WHERE indexrelid = ${index}::regclass`;
	expect(found).toEqual([{ partial: condition }]);
});

describe('fold', () => {
	const finds: [typed: string, stored: string][] = [
		['nguyen', 'Nguyễn'],
		['DANG', 'Đặng'],
		['dang', '\u00D0\u1EB7ng'],
		['\u0110a\u0323\u0306ng', 'Đặng'],
		['cong ty', 'CÔNG TY'],
		['duong', 'ĐƯỜNG'],
		['strasse', 'Straße'],
	];
	test.each(finds)('%s finds %s', async (typed, stored) => {
		const [row] = await db.$queryRaw<[{ found: boolean }]>`SELECT fold(${stored}) = fold(${typed}) AS found`;
		expect(row.found).toBe(true);
	});
});

test.each(['%', '_', '\\', '％', '＿', '＼'])('a search for %s finds it and nothing else', async (typed) => {
	const [row] = await db.$queryRaw<[{ itself: boolean; other: boolean }]>`
		SELECT fold(${`a${typed}b`}) LIKE holds(${typed}) AS itself, 'abc' LIKE holds(${typed}) AS other`;
	expect(row).toEqual({ itself: true, other: false });
});

describe('a record’s version', () => {
	const version = async () =>
		(await db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: mine.company } } })).version;

	test('moves with every change of content, never back, and not with what is derived', async () => {
		const first = await version();
		await run(`UPDATE company SET notes = 'Khách hàng lâu năm' WHERE user_id = '${lan}'`);
		const second = await version();
		expect(second).toBeGreaterThan(first);
		await run(`UPDATE company SET notes = notes WHERE user_id = '${lan}'`);
		expect(await version()).toBe(second);
		const contactVersion = () =>
			db.contact.findUniqueOrThrow({
				where: { userId_id: { userId: lan, id: mine.contact } },
				select: { version: true },
			});
		const before = await contactVersion();
		await run(`UPDATE company SET name = 'Tên mới' WHERE user_id = '${lan}'`);
		expect(await contactVersion()).toEqual(before);
	});
});
