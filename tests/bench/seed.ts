import pg from 'pg';
import { busiest, changed, companyId, contactId, fieldId, id, scatter, tagId } from './ids.ts';
import { companyFields, contactFields, seedFields } from './seed-fields.ts';
import { familyNames, givenNames, middleNames, outcomes, places, projects, subjects, titles, trades } from './words.ts';

export type Size = { companies: number; contacts: number; deals: number; activities: number; followUps: number };

/** A PostgreSQL expression: an element of a list, chosen by a whole number. */
const pick = (list: string[], by: string) =>
	`(ARRAY[${list.map((entry) => `'${entry}'`).join(', ')}])[1 + (${by}) % ${list.length}]`;

/** Fills an account with made-up data: the same rows on every machine, except that deals end today. */
export async function seed(url: string, userId: string, size: Size): Promise<void> {
	const { companies, contacts } = size;
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(
			`INSERT INTO tag (user_id, id, name, colour)
			SELECT $1, ${id(0, 'n')}, 'Nhãn ' || n, (ARRAY['red', 'amber', 'green', 'blue'])[1 + n % 4] FROM generate_series(1, 20) n`,
			[userId],
		);
		await seedFields(client, userId);
		await fill(
			client,
			userId,
			companies,
			`INSERT INTO company (user_id, id, name, industry, size, website, phone, email, notes, metadata, created_at)
			SELECT $1, ${id(1, 'n')},
				CASE n % 2 WHEN 0 THEN 'Công ty TNHH ' ELSE 'Công ty Cổ phần ' END
					|| ${pick(trades, scatter('n', 1))} || ' ' || ${pick(places, scatter('n', 2))} || ' ' || n,
				CASE WHEN n % 10 > 0 THEN ${pick(trades, scatter('n', 3))} END,
				CASE WHEN n % 5 > 0 THEN (enum_range(NULL::company_size))[1 + ${scatter('n', 4)} % 5] END,
				'https://www.cty' || n || '.example.com', '+84 28 ' || lpad(n::text, 8, '0'), 'info@cty' || n || '.example.com',
				'Ghi chú số ' || n, ${companyFields}, timestamptz '2026-11-01' - interval '1 minute' * (${scatter('n', 5)} % 1000000)
			FROM generate_series($2::int, $3::int) n`,
		);
		await client.query(
			`INSERT INTO company_tag (user_id, company_id, tag_id)
			SELECT $1, ${id(1, 'n')}, ${id(0, `1 + ${scatter('n', 6)} % 20`)} FROM generate_series(1, ${companies}, 3) n`,
			[userId],
		);
		await fill(
			client,
			userId,
			contacts,
			`INSERT INTO contact (user_id, id, company_id, name, job_title, email, phone, is_decision_maker, authority_level, rhythm,
				metadata, created_at)
			SELECT $1, ${id(2, 'n')}, ${id(1, `1 + ${scatter('n', 7)} % ${companies}`)},
				${pick(familyNames, scatter('n', 8))} || ' ' || ${pick(middleNames, scatter('n', 9))} || ' ' || ${pick(givenNames, scatter('n', 10))},
				${pick(titles, scatter('n', 11))}, 'nguoi' || n || '@example.com', '09' || lpad(n::text, 8, '0'),
				n % 4 = 0, CASE WHEN n % 4 = 0 THEN (enum_range(NULL::authority_level))[1 + n / 4 % 3] END,
				CASE WHEN n % 20 = 0 THEN (enum_range(NULL::contact_rhythm))[1 + n / 20 % 5] END,
				${contactFields}, timestamptz '2026-11-01' - interval '1 minute' * (${scatter('n', 12)} % 1000000)
			FROM generate_series($2::int, $3::int) n`,
		);
		await client.query(
			`INSERT INTO contact_tag (user_id, contact_id, tag_id)
			SELECT $1, ${id(2, 'n')}, ${id(0, `1 + ${scatter('n', 13)} % 20`)} FROM generate_series(1, ${contacts}, 5) n`,
			[userId],
		);
		await client.query('ANALYZE contact');
		await seedDeals(client, userId, size);
		await seedActivities(client, userId, size);
		await seedFollowUps(client, userId, size);
		if (contacts > 0) await seedChanges(client, userId);
		await client.query('VACUUM ANALYZE');
	} finally {
		await client.end();
	}
}

/** What makes a main contact one of the people, who are added many at once here. */
const mainContacts = '"0_add_main_contact", deal_user_id_id_contact_id_fkey, activity_user_id_id_contact_id_fkey';

/**
 * Inserts rows for the numbers from 1 to `count`, a hundredth of them first: once PostgreSQL has analyzed these, the triggers find
 * their rows by the right indexes, where they read all rows of the account as long as the tables were empty.
 */
async function fill(client: pg.Client, userId: string, count: number, insert: string): Promise<void> {
	const few = Math.ceil(count / 100);
	await client.query(insert, [userId, 1, few]);
	await client.query('ANALYZE');
	await client.query(insert, [userId, few + 1, count]);
}

/** Deals up to today: a fifth open, the others closed over three years; each with the stages that it went through. */
async function seedDeals(client: pg.Client, userId: string, { companies, contacts, deals }: Size): Promise<void> {
	await client.query('BEGIN');
	// the trigger would have every deal come to its stage now
	await client.query('ALTER TABLE deal DISABLE TRIGGER record_first_stage');
	await client.query(`SET CONSTRAINTS ${mainContacts} DEFERRED`);
	await fill(
		client,
		userId,
		deals,
		`INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, stage, own_probability, expected_close_on,
			closed_at, lost_reason, position, notes, created_at)
		SELECT $1, ${id(3, 'n')}, coalesce(p.company_id, ${id(1, `1 + ${scatter('n', 14)} % ${companies}`)}), p.id,
			${pick(projects, scatter('n', 15))} || ' HĐ' || n,
			CASE currency WHEN 'VND' THEN 1000000 ELSE 49.5 END * (1 + ${scatter('n', 16)} % 2000), currency, stage::deal_stage,
			CASE WHEN ${scatter('n', 25)} % 10 = 0 THEN ${scatter('n', 17)} % 101 END,
			CASE WHEN n % 50 > 0 THEN coalesce(closed_at, now() + interval '30 days')::date + (${scatter('n', 18)} % 90)::int - 45 END,
			closed_at, CASE stage WHEN 'closed_lost' THEN 'Giá cao' END, 'e' || lpad(to_hex(n), 5, '0'), 'Ghi chú số ' || n,
			coalesce(closed_at, now()) - interval '1 minute' * (1440 + ${scatter('n', 19)} % 200000)
		FROM generate_series($2::int, $3::int) n
		CROSS JOIN LATERAL (
			SELECT CASE WHEN n % 5 = 0 THEN (ARRAY['prospecting', 'qualification', 'proposal', 'negotiation'])[1 + n / 5 % 4]
					WHEN ${scatter('n', 20)} % 5 < 2 THEN 'closed_won' ELSE 'closed_lost' END AS stage,
				CASE WHEN n % 5 > 0 THEN now() - interval '1 day' * (${scatter('n', 21)} % (3 * 365)) - interval '1 minute' * (n % 1440) END AS closed_at,
				CASE WHEN ${scatter('n', 22)} % 10 = 0 THEN 'USD' ELSE 'VND' END AS currency
		) d
		LEFT JOIN contact p ON p.user_id = $1 AND p.id = CASE
			WHEN n % 701 = 0 THEN (
				SELECT c.id FROM contact c WHERE c.user_id = $1 AND c.company_id = ${id(1, `${busiest.company}`)} ORDER BY c.id LIMIT 1
			)
			WHEN n % 1409 = 0 THEN ${id(2, `${busiest.contact}`)}
			WHEN ${scatter('n', 26)} % 8 > 0 THEN ${id(2, `1 + ${scatter('n', 23)} % ${Math.max(contacts, 1)}`)}
		END`,
	);
	// the main contact of each, and in every third deal somebody else of the company; most of them with a role
	await client.query(
		`INSERT INTO deal_person (user_id, deal_id, contact_id, role)
		SELECT $1, d.id, p.id, CASE WHEN ${scatter('n', 34)} % 4 > 0 THEN (enum_range(NULL::deal_role))[1 + ${scatter('n', 35)} % 5] END
		FROM generate_series(1, ${deals}) n JOIN deal d ON d.user_id = $1 AND d.id = ${id(3, 'n')}
		CROSS JOIN LATERAL (
			SELECT d.contact_id AS id WHERE d.contact_id IS NOT NULL
			UNION (SELECT c.id FROM contact c WHERE n % 3 = 0 AND c.user_id = $1 AND c.company_id = d.company_id ORDER BY c.id LIMIT 1)
		) p`,
		[userId],
	);
	await client.query(`SET CONSTRAINTS ${mainContacts} IMMEDIATE`);
	await client.query('ALTER TABLE deal ENABLE TRIGGER record_first_stage');
	// from the first stage, the time spread evenly; closed deals come from any of the open ones
	await fill(
		client,
		userId,
		deals,
		`INSERT INTO deal_stage_change (user_id, id, deal_id, from_stage, to_stage, at)
		SELECT $1, ${id(4, 'n * 8 + step')}, d.id, way[step - 1], way[step],
			d.created_at + (coalesce(d.closed_at, now()) - d.created_at)
				* (step - 1) / (array_length(way, 1) - CASE WHEN d.closed_at IS NULL THEN 0 ELSE 1 END)
		FROM generate_series($2::int, $3::int) n
		JOIN deal d ON d.user_id = $1 AND d.id = ${id(3, 'n')}
		CROSS JOIN LATERAL (
			SELECT CASE WHEN d.closed_at IS NULL THEN enum_range('prospecting', d.stage)
				ELSE (enum_range('prospecting', 'negotiation'::deal_stage))[1:1 + (${scatter('n', 24)} % 4)::int] || d.stage END AS way
		) w
		CROSS JOIN LATERAL generate_series(1, array_length(way, 1)) step`,
	);
	await client.query('COMMIT');
}

/** Activities over three years and a few to come: of a deal, of a person, every tenth of the company alone. */
async function seedActivities(client: pg.Client, userId: string, { contacts, deals, activities }: Size): Promise<void> {
	await client.query('BEGIN');
	await client.query(`SET CONSTRAINTS ${mainContacts} DEFERRED`);
	await fill(
		client,
		userId,
		activities,
		`INSERT INTO activity (user_id, id, type, subject, description, at, duration_minutes, outcome, next_steps, company_id,
			contact_id, deal_id)
		SELECT $1, ${id(5, 'n')}, (enum_range(NULL::activity_type))[1 + ${scatter('n', 27)} % 4],
			${pick(subjects, scatter('n', 28))} || ' ' || n,
			CASE WHEN n % 3 = 0 THEN 'Trao đổi về ' || lower(${pick(projects, scatter('n', 29))}) || E'.\\nKhách hàng hỏi giá và thời hạn giao.' END,
			now() - interval '1 minute' * (${scatter('n', 30)} % (3 * 365 * 1440) - CASE WHEN n % 100 = 1 THEN 3 * 365 * 1440 + 43200 ELSE 0 END),
			CASE WHEN n % 4 = 0 THEN 5 * (1 + n % 24) END,
			CASE WHEN n % 5 = 0 THEN ${pick(outcomes, scatter('n', 31))} END,
			CASE WHEN n % 8 = 0 THEN 'Gọi lại số ' || n END,
			coalesce(d.company_id, p.company_id),
			CASE WHEN d.id IS NOT NULL THEN d.contact_id WHEN n % 10 <> 7 THEN p.id END, d.id
		FROM generate_series($2::int, $3::int) n
		LEFT JOIN deal d ON d.user_id = $1 AND n % 10 = 3 AND d.id = ${id(3, `1 + ${scatter('n', 32)} % ${Math.max(deals, 1)}`)}
		JOIN contact p ON p.user_id = $1 AND p.id = CASE WHEN n % 20 = 0 THEN ${id(2, `${busiest.contact}`)}
			ELSE ${id(2, `1 + ${scatter('n', 33)} % ${Math.max(contacts, 1)}`)} END`,
	);
	// the main contact of each, and in every fifth somebody else of the company
	await client.query(
		`INSERT INTO activity_person (user_id, activity_id, contact_id)
		SELECT $1, a.id, p.id
		FROM generate_series(1, ${activities}) n JOIN activity a ON a.user_id = $1 AND a.id = ${id(5, 'n')}
		CROSS JOIN LATERAL (
			SELECT a.contact_id AS id WHERE a.contact_id IS NOT NULL
			UNION (SELECT c.id FROM contact c WHERE n % 5 = 0 AND c.user_id = $1 AND c.company_id = a.company_id ORDER BY c.id LIMIT 1)
		) p`,
		[userId],
	);
	await client.query('COMMIT');
}

/** Follow-ups of every tenth activity: four fifths done, the others due from two weeks ago to half a year ahead. */
async function seedFollowUps(client: pg.Client, userId: string, { followUps }: Size): Promise<void> {
	await fill(
		client,
		userId,
		followUps,
		`INSERT INTO follow_up (user_id, id, title, due_on, done_at, company_id, contact_id, deal_id, activity_id)
		SELECT $1, ${id(6, 'n')}, 'Gọi lại số ' || n,
			CASE WHEN n % 5 > 0 THEN a.at::date + 7 WHEN n % 50 > 0 THEN current_date + (${scatter('n', 34)} % 194)::int - 14 END,
			CASE WHEN n % 5 > 0 THEN a.at + interval '8 days' END, a.company_id, a.contact_id, a.deal_id, a.id
		FROM generate_series($2::int, $3::int) n JOIN activity a ON a.user_id = $1 AND a.id = ${id(5, 'n * 10 - n % 2')}`,
	);
}

/** A thousand edits of a company and of a person, now and then of their tags, and lately tags for many at once. */
async function seedChanges(client: pg.Client, userId: string): Promise<void> {
	const edits = `
		IF n % 4 = 0 THEN
			IF n % 8 = 0 THEN INSERT INTO %1$s_tag (user_id, %1$s_id, tag_id) VALUES (owner, %2$s, tag) ON CONFLICT DO NOTHING;
			ELSE DELETE FROM %1$s_tag WHERE user_id = owner AND %1$s_id = %2$s AND tag_id = tag;
			END IF;
		ELSE
			UPDATE %1$s SET notes = CASE WHEN n % 10 = 1 THEN repeat('Ghi chú lần ' || n || '. ', 40) ELSE notes END, phone = '+84 28 ' || lpad(n::text, 8, '0'),
				metadata = metadata || jsonb_build_object(%3$s, 'Lần ' || n) WHERE user_id = owner AND id = %2$s;
		END IF;`;
	const editOf = (kind: 'company' | 'contact', record: string) =>
		edits
			.replaceAll('%1$s', kind)
			.replaceAll('%2$s', `'${record}'::uuid`)
			.replaceAll('%3$s', `'${fieldId(kind === 'company' ? 6 : 2)}'`);
	const named = (label: string) =>
		`PERFORM set_config('app.change_set', gen_random_uuid()::text, true), set_config('app.change_label', '${label}', true);`;
	await client.query(`
		DO $$
		DECLARE
			owner uuid := '${userId}';
			tag uuid := '${tagId(3)}';
		BEGIN
			FOR n IN 1..1000 LOOP
				${named('Edit company')} ${editOf('company', companyId(changed.company))} COMMIT;
				${named('Edit contact')} ${editOf('contact', contactId(changed.contact))} COMMIT;
				IF n > 900 AND n % 10 = 0 THEN
					${named('Tag contacts')}
					INSERT INTO contact_tag (user_id, contact_id, tag_id)
					SELECT owner, c.id, '${tagId(4)}' FROM contact c
					WHERE c.user_id = owner AND NOT EXISTS (
						SELECT FROM contact_tag t WHERE t.user_id = owner AND t.contact_id = c.id AND t.tag_id = '${tagId(4)}'
					) LIMIT 400;
					COMMIT;
				END IF;
			END LOOP;
		END $$`);
}
