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
	/** False where the answer carries all that changed on the screen. */
	refresh?: boolean;
	/** Whether its work grows with the data, so that it gets the time it needs. */
	isLong?: boolean;
	/** Work that follows once everything is saved, and that nobody waits for. */
	afterwards?: (userId: UserId, data: Data) => void;
};

/**
 * A Server Action around a mutation: session, strict parse, one transaction recorded as one change set under `label`,
 * then a refresh of what is on the screen. Expected failures come back as a message; others as an error's id.
 */
export function userAction<Schema extends z.ZodType, Data>(
	label: string,
	schema: Schema,
	mutation: Mutation<z.output<Schema>, Data>,
	options: ActionOptions<Data> = {},
) {
	const refused = (failure: Failure): Failure => {
		// the fields' names and not the messages, which may repeat what was typed
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
			options.afterwards?.(session.userId, data);
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
	// what it takes can be asked, so that a test walks every form without naming it
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
