import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';

/** A PostgreSQL expression: an account's custom fields as JSON, in their order, each with its options in theirs. */
export const fieldsColumn = (userId: UserId) => Prisma.sql`(
	SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'type', f.type, 'name', f.name, 'help', f.help,
		'place', f.place, 'inForms', f.in_forms, 'required', f.required, 'inList', f.in_list, 'isUnique', f.is_unique,
		'checks', f.checks, 'reminds', f.reminds, 'remindDays', f.remind_days, 'preset', f.preset, 'defaultValue', f.default_value,
		'currency', f.currency, 'isArchived', f.archived_at IS NOT NULL, 'options', (
			SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'colour', o.colour) ORDER BY o.place, o.id), '[]')
			FROM field_option o WHERE o.user_id = f.user_id AND o.field_id = f.id
		)) ORDER BY f.kind, f.place, f.id), '[]')
	FROM field f WHERE f.user_id = ${userId}::uuid)`;
