import 'server-only';
import type { z } from 'zod';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { typeChange } from '../schema';
import { writeOptions } from './field-options';
import { holdField } from './held-field';
import { planTypeChange, storedValues, type TypePlan } from './type-plan';

/**
 * Gives a field another type, and turns its values into what they are in it; those that fit nothing go. Refuses if more would be lost
 * than was agreed to. Returns the field's name, and of how many values something was lost.
 */
export async function changeFieldType(tx: Tx, userId: UserId, { id, type, lost }: z.output<typeof typeChange>) {
	const { field } = await holdField(tx, userId, id);
	if (field.type === type) return { name: field.name, lost: 0 };
	const table = Prisma.raw(field.kind);
	const { has, value } = storedValues(field, type, userId);
	await tx.$executeRaw`SELECT FROM ${table} r WHERE ${has} ORDER BY r.id FOR NO KEY UPDATE`;
	const plan = await planTypeChange(tx, userId, field, type);
	if (plan.part + plan.nothing > lost)
		throw new Refusal(
			`The values of this field have changed since, and more of them would be lost: ${plan.part + plan.nothing}. Close this, and look at them again.`,
		);
	await saveType(tx, userId, plan.next);
	await writeOptions(tx, userId, { id, options: plan.next.options, present: field.options });
	await stageChanges(tx, plan.changed);
	await tx.$executeRaw`
		UPDATE ${table} r SET metadata = CASE
			WHEN c.next IS NULL THEN r.metadata - ${id}::text
			ELSE jsonb_set(r.metadata, ARRAY[${id}::text], c.next)
		END
		FROM changed_value c WHERE ${has} AND ${value} = c.old`;
	return { name: field.name, lost: plan.part + plan.nothing };
}

function saveType(tx: Tx, userId: UserId, next: CustomField) {
	const { id, type, isUnique, checks, reminds, remindDays, currency, defaultValue } = next;
	const value = defaultValue === null ? null : JSON.stringify(defaultValue);
	return tx.$executeRaw`
		UPDATE field SET type = ${type}, is_unique = ${isUnique}, checks = ${checks}, reminds = ${reminds},
			remind_days = ${remindDays}::smallint, currency = ${currency}, default_value = ${value}::jsonb
		WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
}

/** What each value becomes, as a table: PostgreSQL would go through a list of thousands for each record. */
async function stageChanges(tx: Tx, changed: TypePlan['changed']) {
	await tx.$executeRaw`CREATE TEMP TABLE changed_value (old jsonb, next jsonb) ON COMMIT DROP`;
	await tx.$executeRaw`
		INSERT INTO changed_value
		SELECT c.old::jsonb, c.next::jsonb
		FROM unnest(${changed.map(({ old }) => old)}::text[], ${changed.map(({ next }) => next)}::text[]) c (old, next)`;
	await tx.$executeRaw`ANALYZE changed_value`;
}
