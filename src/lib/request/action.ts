import 'server-only';
import { refresh } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { getSession, type UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import type { Tx } from '@/lib/db/db';
import { Refusal, reportedMessage } from '@/lib/errors/errors';
import type { FieldErrors } from '@/lib/errors/failure';
import { log, noteAction } from '@/lib/operations/log';
import { parseInput } from './validation';

/** What every action answers. `changeSet` names what was done, for an undo. */
export type ActionResult<Data> = { ok: true; data: Data; changeSet: string } | Failure;

type Failure = { ok: false; message: string; fieldErrors?: FieldErrors; signedOut?: true };

type Mutation<Input, Data> = (tx: Tx, userId: UserId, input: Input) => Promise<Data>;

type ActionOptions<Data> = {
	/** False if the answer contains everything that changes on the screen. */
	refresh?: boolean;
	/** Whether the work grows with the data and therefore may take longer. */
	isLong?: boolean;
	/** Work that starts once everything is saved; the user waits for a promise only. */
	afterwards?: (userId: UserId, data: Data) => void | Promise<void>;
};

/**
 * A Server Action around a mutation: session, strict parse, one transaction recorded as one change set under `label`,
 * then a refresh of the screen. Expected failures are returned as a message, others as an error id.
 */
export function userAction<Schema extends z.ZodType, Data>(
	label: string,
	schema: Schema,
	mutation: Mutation<z.output<Schema>, Data>,
	options: ActionOptions<Data> = {},
) {
	const refused = (failure: Failure): Failure => {
		// only the names of fields, because messages may repeat what was typed
		log.info(
			{ action: label, fields: Object.keys(failure.fieldErrors ?? {}), signedOut: failure.signedOut },
			'refused',
		);
		return failure;
	};
	const action = async (input: unknown): Promise<ActionResult<Data>> => {
		noteAction();
		try {
			const session = await getSession();
			if (!session) return refused(signedOut);
			const parsed = parseInput(schema, input);
			if (!parsed.ok) return refused(parsed);
			const changeSet = uuidv7();
			const data = await inChangeSet(
				{ id: changeSet, label },
				(tx) => mutation(tx, session.userId, parsed.data),
				options,
			);
			await options.afterwards?.(session.userId, data);
			if (options.refresh !== false) refresh();
			return { ok: true, data, changeSet };
		} catch (error) {
			unstable_rethrow(error);
			if (error instanceof Refusal) {
				return refused({
					ok: false,
					message: error.message,
					...(error.fieldErrors && { fieldErrors: error.fieldErrors }),
				});
			}
			return { ok: false, message: reportedMessage(error, `action: ${label}`) };
		}
	};
	// the schema can be read, so that a test can try every form without listing them
	return Object.assign(action, { schema, isLong: options.isLong ?? false });
}

/** A mutation whose result is worded for the screen before it is sent. */
export function inWords<Input, Data, Shown>(mutation: Mutation<Input, Data>, present: (data: Data) => Shown) {
	return async (tx: Tx, userId: UserId, input: Input) => present(await mutation(tx, userId, input));
}

const signedOut = {
	ok: false,
	signedOut: true,
	message: 'You’ve been signed out. Sign in in a new tab, then try again.',
} as const;
