import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { maxTextLength } from '@/lib/text/text';
import { renewVersions } from './import-point-mutations';
import { spaced } from './matching-sql';

/**
 * The people `p` of the rows `w` on the stage: of those that make or change a company, and of those that make a deal, or are another
 * row of one that is made.
 */
export const usedPeople = Prisma.sql`import_person p JOIN import_row w ON w.n = p.n AND (
	w.how IN ('create', 'people') OR (w.company_id IS NULL AND w.how IN ('fill', 'overwrite'))
	OR (w.how <> 'refuse' AND w.target IN (SELECT made.id FROM import_row made WHERE made.how = 'create'))
)`;

/** The people whom rows need and who are not there. */
export const newPeople = Prisma.sql`
	FROM import_person m
	WHERE m.is_new AND m.contact_id = m.spare AND m.contact_id IN (SELECT p.contact_id FROM ${usedPeople})`;

/** The addresses and numbers that rows have for their contact persons. */
export const pointsSaid = Prisma.sql`
	SELECT p.contact_id, v.kind::contact_point_kind AS kind, v.value, point_key(v.kind::contact_point_kind, v.value) AS key, p.n, v.place
	FROM ${usedPeople} CROSS JOIN LATERAL (
		SELECT 'email' AS kind, w.data ->> 'contactEmail' AS value, 0 AS place
		UNION ALL SELECT 'phone', w.data ->> 'contactPhone', 0
		UNION ALL SELECT f.point ->> 'kind', f.point ->> 'value', f.place::int
		FROM jsonb_array_elements(w.data -> 'contactPoints') WITH ORDINALITY AS f(point, place)
	) v
	WHERE p.place = 0 AND v.value IS NOT NULL`;

/** Leaves rows of deals that have no deal the people and companies that they name. */
export async function keepPeople(tx: Tx): Promise<void> {
	await tx.$executeRaw`
		UPDATE import_row SET how = 'people', twin = NULL WHERE (data ->> 'isWithoutDeal')::boolean AND how <> 'refuse'`;
}

/** Lists the contact persons of companies, and finds out who is there. */
export async function listCompanyPeople(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		INSERT INTO import_person (n, place, name, company_id, spare)
		SELECT r.n, 0, r.contact, CASE r.how WHEN 'create' THEN r.id ELSE r.target END, r.spare_contact
		FROM import_row r WHERE r.contact IS NOT NULL AND r.how IN ('create', 'fill', 'overwrite')`;
	await tx.$executeRaw`ANALYZE import_person`;
	await matchPeople(tx, userId);
}

/** Finds the people of deals, and the main contact of each. */
export async function matchDealPeople(tx: Tx, userId: UserId): Promise<void> {
	await matchPeople(tx, userId);
	// whom a row names twice is the contact whose address it has
	await tx.$executeRaw`
		UPDATE import_person p SET contact_id = o.contact_id, is_new = o.is_new FROM import_person o
		WHERE p.place > 0 AND o.n = p.n AND o.place = 0 AND o.company_id = p.company_id
			AND ${spaced(Prisma.sql`o.name`)} = ${spaced(Prisma.sql`p.name`)}`;
	await tx.$executeRaw`
		UPDATE import_row r SET contact_id = p.contact_id FROM import_person p WHERE p.n = r.n AND p.place = 0`;
}

/**
 * Finds the people of rows among those of their company. One who is there has the same name, and no other email address; of several, it is
 * the one with the address or the phone number beside the name. Who is not there will be made, once.
 */
async function matchPeople(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		CREATE TEMP TABLE import_meant ON COMMIT DROP AS
		SELECT m.n, m.place, m.spare, m.company_id, m.name, m.phone,
			first_value(m.email) OVER (PARTITION BY m.company_id, m.name ORDER BY m.email IS NULL, m.n, m.place) AS first_email,
			-- a row without an address is of the one whose number it has
			coalesce(m.email, CASE WHEN m.phone IS NOT NULL THEN
				first_value(m.email) OVER (PARTITION BY m.company_id, m.name, m.phone ORDER BY m.email IS NULL, m.n, m.place)
			END) AS email
		FROM (
			SELECT p.n, p.place, p.spare, p.company_id, ${spaced(Prisma.sql`p.name`)} AS name,
				written_email(r.data ->> 'contactEmail') AS email, phone_key(r.data ->> 'contactPhone') AS phone
			FROM import_person p LEFT JOIN import_row r ON r.n = p.n AND p.place = 0
		) m`;
	await tx.$executeRaw`ANALYZE import_meant`;
	await tx.$executeRaw`
		UPDATE import_person p SET contact_id = f.id FROM (
			SELECT DISTINCT ON (n, place) n, place, id FROM (
				SELECT m.n, m.place, m.email, m.first_email, c.id, c.created_at,
					${has('email', 'm.email')} AS by_email, ${has('phone', 'm.phone')} AS by_phone,
					c.email_key IS NOT NULL OR EXISTS (
						SELECT FROM contact_point l WHERE l.user_id = c.user_id AND l.contact_id = c.id AND l.kind = 'email'
					) AS has_email
				FROM import_meant m JOIN contact c
					ON c.user_id = ${userId}::uuid AND c.company_id = m.company_id AND ${spaced(Prisma.sql`c.name`)} = m.name
			) m
			-- one without an address can be but one of several with one
			WHERE m.email IS NULL OR by_email OR (NOT has_email AND m.email = m.first_email)
			ORDER BY n, place, by_email DESC, by_phone DESC, created_at, id
		) f WHERE p.n = f.n AND p.place = f.place`;
	await tx.$executeRaw`
		UPDATE import_person p SET contact_id = f.spare, is_new = true FROM (
			SELECT m.n, m.place, first_value(m.spare) OVER (
				PARTITION BY m.company_id, m.name, coalesce(m.email, m.first_email) ORDER BY m.n, m.place
			) AS spare
			FROM import_meant m JOIN import_person o ON o.n = m.n AND o.place = m.place WHERE o.contact_id IS NULL
		) f WHERE p.n = f.n AND p.place = f.place`;
	await tx.$executeRaw`DROP TABLE import_meant`;
}

/** Whether a contact `c` has an email address or a phone number, main or further. */
const has = (kind: 'email' | 'phone', key: string) => {
	const [own, said] = [Prisma.raw(kind === 'email' ? 'c.email_key' : 'phone_key(c.phone)'), Prisma.raw(key)];
	return Prisma.sql`coalesce(${own} = ${said} OR EXISTS (
		SELECT FROM contact_point l
		WHERE l.user_id = c.user_id AND l.contact_id = c.id AND l.kind = ${kind}::contact_point_kind AND l.key = ${said}
	), false)`;
};

/** Makes the people whom rows need, and gives those of the rows what these say of them; returns how many were made. */
export async function makePeople(tx: Tx, userId: UserId): Promise<number> {
	await tx.$executeRaw`CREATE INDEX ON import_person (contact_id)`;
	const made = await tx.$executeRaw`
		INSERT INTO contact (user_id, id, company_id, name) SELECT ${userId}::uuid, m.contact_id, m.company_id, m.name ${newPeople}`;
	await tx.$executeRaw`
		CREATE TEMP TABLE import_said ON COMMIT DROP AS
		SELECT DISTINCT ON (s.contact_id, s.kind, s.key) s.* FROM (${pointsSaid}) s ORDER BY s.contact_id, s.kind, s.key, s.n, s.place`;
	await tx.$executeRaw`ANALYZE import_said`;
	await tx.$executeRaw`
		UPDATE contact c SET email = coalesce(c.email, f.email), phone = coalesce(c.phone, f.phone), job_title = coalesce(c.job_title, f.title)
		FROM (
			SELECT t.contact_id, t.title,
				(SELECT s.value FROM import_said s WHERE s.contact_id = t.contact_id AND s.kind = 'email' ORDER BY s.n, s.place LIMIT 1) AS email,
				(SELECT s.value FROM import_said s WHERE s.contact_id = t.contact_id AND s.kind = 'phone' ORDER BY s.n, s.place LIMIT 1) AS phone
			FROM (
				SELECT p.contact_id, (array_agg(w.data ->> 'contactTitle' ORDER BY p.n) FILTER (WHERE w.data ->> 'contactTitle' IS NOT NULL))[1] AS title
				FROM ${usedPeople} WHERE p.place = 0 GROUP BY p.contact_id
			) t
		) f
		WHERE c.user_id = ${userId}::uuid AND c.id = f.contact_id AND (
			(c.email IS NULL AND f.email IS NOT NULL) OR (c.phone IS NULL AND f.phone IS NOT NULL) OR (c.job_title IS NULL AND f.title IS NOT NULL)
		)`;
	await addFurther(tx, userId);
	await noteTitles(tx, userId);
	return made;
}

/** Notes of people what else rows call their job, once, as far as the notes may go. */
async function noteTitles(tx: Tx, userId: UserId): Promise<void> {
	await tx.$executeRaw`
		UPDATE contact c SET notes = ltrim(coalesce(c.notes, '') || E'\n' || f.lines, E'\n') FROM (
			SELECT t.contact_id, string_agg(t.line, E'\n' ORDER BY t.n) AS lines FROM (
				SELECT p.contact_id, 'Job title: ' || (w.data ->> 'contactTitle') AS line, min(p.n) AS n
				FROM ${usedPeople} JOIN contact o ON o.user_id = ${userId}::uuid AND o.id = p.contact_id
				WHERE p.place = 0 AND ${spaced(Prisma.sql`w.data ->> 'contactTitle'`)} <> ${spaced(Prisma.sql`o.job_title`)}
					AND strpos(E'\n' || coalesce(o.notes, '') || E'\n', E'\nJob title: ' || (w.data ->> 'contactTitle') || E'\n') = 0
				GROUP BY p.contact_id, w.data ->> 'contactTitle'
			) t GROUP BY t.contact_id
		) f
		WHERE c.user_id = ${userId}::uuid AND c.id = f.contact_id
			AND coalesce(char_length(c.notes), 0) + char_length(f.lines) < ${maxTextLength}`;
}

/** Adds the addresses and numbers that people have beside their main ones. */
async function addFurther(tx: Tx, userId: UserId): Promise<void> {
	const owners = await tx.$queryRaw<{ id: string }[]>`
		INSERT INTO contact_point (user_id, id, contact_id, kind, value, place)
		SELECT ${userId}::uuid, gen_random_uuid(), s.contact_id, s.kind, s.value,
			row_number() OVER (PARTITION BY s.contact_id ORDER BY s.n, s.place) + 1000
		FROM import_said s JOIN contact c ON c.user_id = ${userId}::uuid AND c.id = s.contact_id
		WHERE s.key IS DISTINCT FROM point_key(s.kind, CASE s.kind WHEN 'email' THEN c.email ELSE c.phone END) AND NOT EXISTS (
			SELECT FROM contact_point n
			WHERE n.user_id = c.user_id AND n.contact_id = c.id AND n.kind = s.kind AND point_key(n.kind, n.value) = s.key
		)
		RETURNING contact_id AS id`;
	await renewVersions(tx, userId, { table: Prisma.raw('contact'), sequence: 'contact_version_seq' }, owners);
}
