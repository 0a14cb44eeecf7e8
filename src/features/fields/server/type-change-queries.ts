import 'server-only';
import type { z } from 'zod';
import { customFields } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import type { typeAsked } from '../schema';
import { planTypeChange, type TypePlan } from './type-plan';

/** What a change of a field's type would do: how many records keep their value, a part of it, or nothing, with examples of what goes. */
export type TypeOutlook = Pick<TypePlan, 'whole' | 'part' | 'nothing' | 'examples'> & {
	/** How many options the list has then. */
	options: number;
};

/** What would come of a field's values in another type, or why it can't have that. */
export async function findTypeOutlook(
	userId: UserId,
	{ id, type }: z.output<typeof typeAsked>,
): Promise<TypeOutlook | { problem: string }> {
	const field = (await customFields(userId)).find((each) => each.id === id);
	if (!field) return { problem: 'This field no longer exists. It may have been deleted in another window.' };
	try {
		const { whole, part, nothing, examples, next } = await planTypeChange(db, userId, field, type);
		return { whole, part, nothing, examples, options: next.options.length };
	} catch (error) {
		if (error instanceof Refusal) return { problem: error.message };
		throw error;
	}
}
