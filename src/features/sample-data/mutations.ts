import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { getSettings } from '@/features/account/queries';
import { columnsOf } from '@/features/companies/schema';
import { setCompanyTags } from '@/features/tags/mutations';
import { dateColumn, dayIn, daysLater, instantOf } from '@/lib/dates';
import { Prisma, type Tx } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { findPosition, lockColumns } from '@/lib/positions';
import type { UserId } from '@/lib/session';
import { sampleActivities, sampleFollowUps } from './activities';
import { sampleCompanies } from './companies';
import { amountIn, type SampleDeal, sampleDeals } from './deals';
import { getSampleData } from './queries';
import { type loadSampleDataForm, sampleDataLabel } from './schema';

/**
 * Fills an account with the sample companies, their people, deals and what was said; returns how many of each it made. Refuses while any
 * of them still stands and, unless the user said so, where there are companies already.
 */
export async function loadSampleData(
	tx: Tx,
	userId: UserId,
	{ amongOwn }: z.output<typeof loadSampleDataForm> = { amongOwn: false },
) {
	await lockAccount(tx, userId);
	const present = await getSampleData(userId, tx);
	if (present.sampleCompanies + present.sampleContacts + present.sampleDeals > 0)
		throw new Refusal('The sample data is loaded already. Remove it before you load it again.');
	if (present.companies > 0 && !amongOwn)
		throw new Refusal('There are companies of your own by now. Reload the page to see them, then load once more.');
	const companies = sampleCompanies.map((sample) => ({ id: uuidv7(), sample }));
	await tx.company.createMany({
		data: companies.map(({ id, sample: { name, industry, size, domain, phone, notes } }) => ({
			userId,
			id,
			name,
			...columnsOf({ size }),
			industry,
			website: `https://www.${domain}`,
			email: `hello@${domain}`,
			phone,
			notes: notes ?? null,
		})),
	});
	const contacts = companies.flatMap(({ id: companyId, sample: { people, domain, phone } }) =>
		people.map(([name, jobTitle, authority, rhythm], index) => ({
			userId,
			id: uuidv7(),
			companyId,
			name,
			jobTitle,
			email: `contact${index + 1}@${domain}`,
			phone: phone.replace(/\d$/, String(index + 1)),
			isDecisionMaker: authority !== undefined,
			authorityLevel: authority && authority !== 'unknown' ? authority : null,
			rhythm: rhythm ?? null,
		})),
	);
	await tx.contact.createMany({ data: contacts });
	for (const { id, sample } of companies) if (sample.tags) await setCompanyTags(tx, userId, id, sample.tags);
	const made = {
		companies: new Map(companies.map(({ id, sample }) => [sample.name, id])),
		contacts: new Map(contacts.map(({ id, name }) => [name, id])),
	};
	const deals = await loadDeals(tx, userId, made);
	await loadActivities(tx, userId, { ...made, deals });
	return {
		companies: companies.length,
		contacts: contacts.length,
		deals: deals.size,
		activities: sampleActivities.length,
	};
}

/** The ids of the records that were made, by name. */
type Made = Record<'companies' | 'contacts' | 'deals', Map<string, string>>;

/** Whom a sample record belongs to. */
function linksOf(
	sample: { company: string; person?: string; deal?: string },
	made: Omit<Made, 'deals'> & Partial<Made>,
) {
	const find = (ids: Map<string, string> | undefined, name: string) => {
		const id = ids?.get(name);
		if (id === undefined) throw new Error(`The sample data has no "${name}".`);
		return id;
	};
	return {
		companyId: find(made.companies, sample.company),
		contactId: sample.person === undefined ? null : find(made.contacts, sample.person),
		dealId: sample.deal === undefined ? null : find(made.deals, sample.deal),
	};
}

/** Logs what was said with the sample companies, and what is to be done, by the user's days. */
async function loadActivities(tx: Tx, userId: UserId, made: Made) {
	const { timeZone } = await getSettings(userId, tx);
	const now = new Date();
	const today = dayIn(now, timeZone);
	await tx.activity.createMany({
		data: sampleActivities.map((sample) => {
			const { type, subject, daysAgo, time } = sample;
			const at = instantOf(`${daysLater(today, -daysAgo)}T${time}`, timeZone);
			return {
				userId,
				type,
				subject,
				at,
				createdAt: at < now ? at : now,
				updatedAt: at < now ? at : now,
				durationMinutes: sample.minutes ?? null,
				description: sample.description ?? null,
				outcome: sample.outcome ?? null,
				nextSteps: sample.nextSteps ?? null,
				...linksOf(sample, made),
			};
		}),
	});
	await tx.followUp.createMany({
		data: sampleFollowUps.map((sample) => ({
			userId,
			title: sample.title,
			dueOn: sample.dueIn === undefined ? null : dateColumn(daysLater(today, sample.dueIn)),
			doneAt: sample.doneAgo === undefined ? null : new Date(now.getTime() - sample.doneAgo * 86_400_000),
			...linksOf(sample, made),
		})),
	});
}

/** Makes the sample deals, on top of their columns, with the stages that each went through; returns their ids by name. */
async function loadDeals(tx: Tx, userId: UserId, made: Omit<Made, 'deals'>): Promise<Map<string, string>> {
	const { currency, timeZone } = await getSettings(userId, tx);
	const now = Date.now();
	const today = dayIn(new Date(now), timeZone);
	const ago = (days: number) => new Date(now - days * 86_400_000);
	const deals = sampleDeals.map((sample) => ({ id: uuidv7(), sample, ...endsOf(sample) }));
	await lockColumns(
		tx,
		userId,
		deals.map(({ last }) => last[0]),
	);
	// each goes on top, so that the first is made last
	for (const { id, sample, first, last } of deals.toReversed()) {
		const [stage, days] = last;
		const { companyId, contactId } = linksOf(sample, made);
		await tx.deal.create({
			data: {
				userId,
				id,
				companyId,
				contactId,
				name: sample.name,
				value: amountIn(currency, sample.dollars),
				currency,
				stage,
				ownProbability: sample.ownProbability ?? null,
				expectedCloseOn: sample.closesIn === undefined ? null : dateColumn(daysLater(today, sample.closesIn)),
				closedAt: stage === 'closed_won' || stage === 'closed_lost' ? ago(days) : null,
				lostReason: sample.lostReason ?? null,
				notes: sample.notes ?? null,
				position: await findPosition(tx, userId, stage, onTop, { id, present: null }),
				createdAt: ago(first[1]),
				updatedAt: ago(days),
			},
		});
	}
	// the database has written down that each came to its stage just now
	await tx.dealStageChange.deleteMany({ where: { userId, dealId: { in: deals.map(({ id }) => id) } } });
	await tx.dealStageChange.createMany({
		data: deals.flatMap(({ id: dealId, sample: { path } }) =>
			path.map(([to, days], step) => ({ userId, dealId, from: path[step - 1]?.[0] ?? null, to, at: ago(days) })),
		),
	});
	return new Map(deals.map(({ id, sample }) => [sample.name, id]));
}

const onTop = { above: null, below: null };

function endsOf({ path }: SampleDeal) {
	const [first] = path;
	return { first, last: path.at(-1) ?? first };
}

/** A record of the sample data that stays, and why: it was changed, or something of the user's hangs on it. */
export type KeptSample = { entity: string; id: string; name: string; why: 'changed' | 'linked' };

/**
 * Deletes what loading the sample data made and nobody has touched since; returns how many records of each kind went and,
 * by name, what stays. Goes by the change log, so that it finds whatever was loaded, whatever that will be one day.
 */
export async function removeSampleData(tx: Tx, userId: UserId) {
	await lockAccount(tx, userId);
	const { tables, links } = await readModel(tx);
	await collectLoadedRows(tx, userId);
	// locked: what is judged here is what is deleted below
	for (const { table, sameRow } of tables)
		await tx.$executeRaw`SELECT FROM ${table} t JOIN loaded_row s ON ${sameRow} FOR UPDATE OF t`;
	for (const { table, sameRow, entity } of tables)
		await tx.$executeRaw`
			DELETE FROM loaded_row s WHERE s.entity = ${entity} AND NOT EXISTS (SELECT FROM ${table} t WHERE ${sameRow})`;
	for (const { table, sameRow } of tables) await keepChanged(tx, table, sameRow, links);
	while ((await keepLinked(tx, userId, tables, links)) > 0);

	const removed = await tx.$queryRaw<{ entity: string; count: number }[]>`
		SELECT entity, count(*)::int AS count FROM loaded_row WHERE kept IS NULL GROUP BY entity`;
	const kept = await Promise.all(
		tables.map(
			({ table, sameRow }) => tx.$queryRaw<KeptSample[]>`
				SELECT * FROM (
					SELECT s.entity, s.record_id::text AS id, s.kept AS why, coalesce(
						to_jsonb(t) ->> 'name', to_jsonb(t) ->> 'subject', to_jsonb(t) ->> 'title'
					) AS name
					FROM loaded_row s JOIN ${table} t ON ${sameRow} WHERE s.kept IS NOT NULL
				) k WHERE name IS NOT NULL ORDER BY name`,
		),
	);
	if (removed.length === 0 && kept.flat().length === 0) throw new Refusal('There is no sample data to remove.');
	for (const { table, sameRow } of tables)
		await tx.$executeRaw`DELETE FROM ${table} t USING loaded_row s WHERE s.kept IS NULL AND ${sameRow}`;
	return { removed: Object.fromEntries(removed.map(({ entity, count }) => [entity, count])), kept: kept.flat() };
}

/** Two loads or removals of one account wait for each other. */
async function lockAccount(tx: Tx, userId: UserId) {
	await tx.$executeRaw`SELECT FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}

/** A table with history; `sameRow` compares its row `t` with the loaded row `s`. */
type Table = { entity: string; table: Prisma.Sql; sameRow: Prisma.Sql };
/** A column by which one record hangs on another. */
type Link = { child: string; parent: string; column: string };

/** The tables with history and the foreign keys between them, as the database has them. */
async function readModel(tx: Tx): Promise<{ tables: Table[]; links: Link[] }> {
	const tables = await tx.$queryRaw<{ entity: string; sameRow: string }[]>`
		SELECT c.relname::text AS entity, string_agg(format('t.%1$I = (s.key ->> %1$L)::uuid', a.attname), ' AND ') AS "sameRow"
		FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
		JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
		WHERE g.tgname = 'log_change' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'settings'
		GROUP BY c.relname ORDER BY c.relname`;
	const links = await tx.$queryRaw<Link[]>`
		SELECT child.relname::text AS child, parent.relname::text AS parent, a.attname::text AS "column"
		FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
		JOIN pg_attribute a ON a.attrelid = child.oid AND a.attnum = ANY (k.conkey) AND a.attname <> 'user_id'
		WHERE k.contype = 'f' AND child.relname = ANY (${tables.map(({ entity }) => entity)})
		ORDER BY child.relname, a.attname`;
	return {
		tables: tables.map(({ entity, sameRow }) => ({
			entity,
			table: Prisma.raw(`public."${entity}"`),
			sameRow: Prisma.sql`s.entity = ${entity} AND ${Prisma.raw(sameRow)}`,
		})),
		links,
	};
}

/** Puts every row that loading the sample data made into the table loaded_row, as it was loaded. */
async function collectLoadedRows(tx: Tx, userId: UserId) {
	await tx.$executeRaw`
		CREATE TEMP TABLE loaded_row (entity text, record_id uuid, key jsonb, loaded jsonb, kept text) ON COMMIT DROP`;
	await tx.$executeRaw`
		INSERT INTO loaded_row
		SELECT c.entity, (array_agg(c.record_id))[1], c.key, (array_agg(c.after ORDER BY c.id DESC))[1]
		FROM (
			SELECT l.id, l.entity, l.record_id, l.before, l.after, (
				SELECT jsonb_object_agg(a.attname, coalesce(l.after, l.before) -> a.attname::text)
				FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
				WHERE i.indrelid = format('public.%I', l.entity)::regclass AND i.indisprimary
			) AS key
			FROM change_set s JOIN change_log l ON l.user_id = s.user_id AND l.change_set_id = s.id
			WHERE s.user_id = ${userId}::uuid AND s.label = ${sampleDataLabel} AND l.entity <> 'settings'
		) c
		GROUP BY c.entity, c.key
		HAVING (array_agg(c.before ORDER BY c.id))[1] IS NULL`;
}

/** Keeps the rows that differ from what was loaded; a link that its deleted record left empty is no difference. */
async function keepChanged(tx: Tx, table: Prisma.Sql, sameRow: Prisma.Sql, links: Link[]) {
	await tx.$executeRaw`
		UPDATE loaded_row s SET kept = 'changed' FROM ${table} t
		WHERE ${sameRow} AND EXISTS (
			SELECT FROM jsonb_each(to_jsonb(jsonb_populate_record(NULL::${table}, s.loaded))) AS l(name, value)
			WHERE s.loaded -> l.name IS NOT NULL AND l.value IS DISTINCT FROM to_jsonb(t) -> l.name
			  AND l.name NOT IN ('version', 'position', 'created_at', 'updated_at')
			  AND NOT (
				l.name = ANY (${links.map(({ column }) => column)}) AND to_jsonb(t) ->> l.name IS NULL
				AND NOT EXISTS (SELECT FROM loaded_row r WHERE r.key ->> 'id' = l.value #>> '{}')
			  )
		)`;
}

/** Keeps the rows on which a row hangs that stays, and the parts of records that stay; returns how many more that are. */
async function keepLinked(tx: Tx, userId: UserId, tables: Table[], links: Link[]): Promise<number> {
	// such as the tags and the stages of a record, which are logged as its own
	let kept = await tx.$executeRaw`
		UPDATE loaded_row s SET kept = 'linked' FROM loaded_row whole
		WHERE s.kept IS NULL AND s.entity <> whole.entity
		  AND whole.kept IS NOT NULL AND whole.key ->> 'id' = s.record_id::text`;
	for (const { child, parent, column } of links) {
		const hanging = tables.find(({ entity }) => entity === child);
		if (!hanging) continue;
		kept += await tx.$executeRaw`
			UPDATE loaded_row p SET kept = 'linked'
			WHERE p.entity = ${parent} AND p.kept IS NULL AND EXISTS (
				SELECT FROM ${hanging.table} t
				WHERE t.user_id = ${userId}::uuid AND t.${Prisma.raw(`"${column}"`)} = (p.key ->> 'id')::uuid
				  AND NOT EXISTS (SELECT FROM loaded_row s WHERE s.kept IS NULL AND ${hanging.sameRow})
			)`;
	}
	return kept;
}
