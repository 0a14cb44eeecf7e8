import 'server-only';
import { customList } from '@/domain/custom-fields/custom-list';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import type { AddedToList } from '@/lib/list/list-params';
import { customFields } from './field-definitions';
import type { RecordNoun } from './named-record';

/** A list of a kind of record as the account has it, with its custom fields. */
export async function listOfAccount<Extended>(
	list: { extend: (added: AddedToList) => Extended },
	noun: RecordNoun,
	userId: UserId,
	tx?: Tx,
): Promise<Extended> {
	return list.extend(customList(await customFields(userId, tx), noun).added);
}
