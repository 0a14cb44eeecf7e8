import 'server-only';
import type { Metadata } from '@/domain/custom-fields/metadata';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { ActivityType } from '@/features/activities/schema';
import type { DealStage } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { read, readPrepared } from '@/lib/db/read';
import { containsPhone } from '@/lib/list/search-sql';
import { phoneIn } from '@/lib/text/phone-readings';

/** A found record with its details. */
export type RecordRow = {
	kind: SearchedKind;
	id: string;
	name: string;
	/** A company's industry; a contact's job title, and whether they have left. */
	role: string | null;
	company: string | null;
	contact: string | null;
	email: string | null;
	phone: string | null;
	/** Whether the phone number matched, and a further one that did. */
	phoneFits: boolean;
	furtherPhone: string | null;
	/** Further addresses and links. */
	further: string[] | null;
	website: string | null;
	decides: boolean;
	stage: DealStage | null;
	value: string | null;
	currency: string | null;
	type: ActivityType | null;
	at: Date | null;
	/** A follow-up's day, and whether it is done. */
	due: string | null;
	done: boolean;
	/** The page of the record that a follow-up is for. */
	of: { kind: 'company' | 'contact' | 'deal'; id: string } | null;
	/** What else it is found by, each text with its label; its tags; and its custom fields. */
	texts: [label: string, text: string | null][] | null;
	tags: string[] | null;
	metadata: Metadata | null;
};

/** Records that a text found, in the order of their ids; those that are gone are left out. */
export async function readFoundRecords(
	userId: UserId,
	ids: { kind: SearchedKind; id: string }[],
	q = '',
): Promise<RecordRow[]> {
	if (ids.length === 0) return [];
	const fits = async (phone: Prisma.Sql) =>
		(await containsPhone(userId, Prisma.sql`(' ' || phone_numbers(${phone}))`, q)) ?? Prisma.sql`false`;
	const further = (condition: Prisma.Sql, value: Prisma.Sql) => Prisma.sql`(
		SELECT ${value} FROM jsonb_array_elements(points) WITH ORDINALITY AS e(point, n) WHERE ${condition}
	)`;
	const furtherPhone = further(
		Prisma.sql`point ->> 0 = 'phone' AND ${await fits(Prisma.sql`point ->> 1`)}`,
		Prisma.sql`(array_agg(point ->> 1 ORDER BY n))[1]`,
	);
	const furtherAddresses = further(Prisma.sql`point ->> 0 <> 'phone'`, Prisma.sql`array_agg(point ->> 1 ORDER BY n)`);
	const phoneFits = await fits(Prisma.sql`phone`);
	const of = (kind: SearchedKind, own: Columns) => {
		const all = (Object.keys(columns) as (keyof typeof columns)[]).map((name) => {
			const value = own[name] ?? (columns[name] === 'boolean' ? 'false' : `NULL::${columns[name]}`);
			return Prisma.sql`${typeof value === 'string' ? Prisma.raw(value) : value} AS ${Prisma.raw(`"${name}"`)}`;
		});
		return Prisma.sql`
			SELECT f.place, f.kind, f.id, ${Prisma.join(all)}
			FROM found f JOIN ${Prisma.raw(kind)} r ON f.kind = ${kind} AND r.user_id = ${userId}::uuid AND r.id = f.id`;
	};
	const theirCompany = Prisma.sql`JOIN company c ON c.user_id = r.user_id AND c.id = r.company_id`;
	const tagsOf = (noun: 'company' | 'contact') => Prisma.sql`(
		SELECT array_agg(t.name ORDER BY t.name_key) FROM ${Prisma.raw(`${noun}_tag`)} m JOIN tag t ON t.user_id = m.user_id AND t.id = m.tag_id
		WHERE m.user_id = r.user_id AND ${Prisma.raw(`m.${noun}_id`)} = r.id)`;
	const texts = (...labelled: [string, Prisma.Sql][]) =>
		Prisma.sql`json_build_array(${Prisma.join(labelled.map(([label, text]) => Prisma.sql`json_build_array(${label}::text, ${text})`))})`;
	const parts: Record<SearchedKind, Prisma.Sql> = {
		company: of('company', {
			...{ name: 'r.name', role: 'r.industry', email: 'r.email', phone: 'r.phone', points: 'r.further_points' },
			...{ website: 'r.website', metadata: 'r.metadata', tags: tagsOf('company') },
			texts: texts(['Address', Prisma.sql`r.address`], ['Notes', Prisma.sql`r.notes`]),
		}),
		contact: Prisma.sql`${of('contact', {
			name: 'r.name',
			role: `nullif(concat_ws(' · ', r.job_title, CASE WHEN r.left_on IS NOT NULL THEN 'Left' END), '')`,
			...{ company: 'c.name', email: 'r.email', phone: 'r.phone', points: 'r.further_points' },
			...{ decides: 'r.authority_rank < 4', metadata: 'r.metadata', tags: tagsOf('contact') },
			texts: texts(['Left to', Prisma.sql`r.left_to`], ['Notes', Prisma.sql`r.notes`]),
		})} ${theirCompany}`,
		deal: Prisma.sql`${of('deal', {
			...{ name: 'r.name', company: 'c.name', stage: 'r.stage::text', value: 'r.value::text', currency: 'r.currency' },
			metadata: 'r.metadata',
			texts: texts(
				['Lost reason', Prisma.sql`r.lost_reason`],
				[
					'People',
					Prisma.sql`(SELECT string_agg(p.name, ', ') FROM contact p WHERE p.user_id = r.user_id AND p.id IN (
						SELECT r.contact_id UNION SELECT m.contact_id FROM deal_person m WHERE m.user_id = r.user_id AND m.deal_id = r.id))`,
				],
				['Notes', Prisma.sql`r.notes`],
			),
		})} ${theirCompany}`,
		activity: Prisma.sql`${of('activity', {
			...{
				name: 'r.subject',
				company: 'c.name',
				contact: 'p.name',
				type: 'r.type::text',
				at: 'r.at',
				metadata: 'r.metadata',
			},
			texts: texts(
				['Outcome', Prisma.sql`r.outcome`],
				['Next steps', Prisma.sql`r.next_steps`],
				['Text', Prisma.sql`r.description`],
			),
		})} ${theirCompany} LEFT JOIN contact p ON p.user_id = r.user_id AND p.id = r.contact_id`,
		follow_up: Prisma.sql`${of('follow_up', {
			...{
				name: 'r.title',
				company: 'c.name',
				contact: 'p.name',
				due: 'r.due_on::text',
				done: 'r.done_at IS NOT NULL',
			},
			of: `CASE WHEN r.deal_id IS NOT NULL THEN json_build_object('kind', 'deal', 'id', r.deal_id)
				WHEN r.contact_id IS NOT NULL THEN json_build_object('kind', 'contact', 'id', r.contact_id)
				WHEN r.company_id IS NOT NULL THEN json_build_object('kind', 'company', 'id', r.company_id) END`,
		})} LEFT JOIN company c ON c.user_id = r.user_id AND c.id = r.company_id
			LEFT JOIN contact p ON p.user_id = r.user_id AND p.id = r.contact_id`,
	};
	const asked = [...new Set(ids.map(({ kind }) => kind))].map((kind) => parts[kind]);
	// how a number is looked for differs from one to the next
	const ask = phoneIn(q) === null ? readPrepared : read;
	return ask`
		WITH found AS (
			SELECT * FROM unnest(${ids.map(({ kind }) => kind)}::text[], ${ids.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS f(kind, id, place)
		)
		SELECT kind, id, ${Prisma.raw(
			Object.keys(columns)
				.filter((name) => name !== 'points')
				.map((name) => `"${name}"`)
				.join(', '),
		)},
			${phoneFits} AS "phoneFits", ${furtherPhone} AS "furtherPhone", ${furtherAddresses} AS further
		FROM (${Prisma.join(asked, ' UNION ALL ')}) records ORDER BY place`;
}

/** What is read of each kind, with the type of what a kind does not have. */
const columns = {
	...{ name: 'text', role: 'text', company: 'text', contact: 'text', email: 'text', phone: 'text', points: 'jsonb' },
	...{ website: 'text', decides: 'boolean', stage: 'text', value: 'text', currency: 'text', type: 'text' },
	...{ at: 'timestamptz', due: 'text', done: 'boolean', of: 'json', texts: 'json', tags: 'text[]', metadata: 'jsonb' },
} as const;

type Columns = Partial<Record<keyof typeof columns, string | Prisma.Sql>>;
