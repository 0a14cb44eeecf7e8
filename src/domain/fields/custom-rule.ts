import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import { type CustomField, presentField, withField } from './custom-field';

type WithMetadata = { id: string; metadata: unknown };

/** How one custom field of a locked record is read and written. */
export function customRule<Row extends WithMetadata>(noun: 'company' | 'contact' | 'deal') {
	return {
		of: (row: Row, was: string, value: CustomField) => presentField(row.metadata, was, value),
		save: async (tx: Tx, userId: UserId, row: Row, field: CustomField, was: string): Promise<void> => {
			const changed = withField(row.metadata, was, field);
			if ('problem' in changed) return refuseField({ value: changed.problem });
			await tx.$executeRaw`
				UPDATE ${Prisma.raw(noun)} SET metadata = ${JSON.stringify(changed.metadata)}::jsonb
				WHERE user_id = ${userId}::uuid AND id = ${row.id}::uuid`;
		},
	};
}
