import { randomInt } from 'node:crypto';
import { busyMessage, isBusy } from '@/lib/operations/busy';
import { describeError } from '@/lib/operations/describe-error';
import { log, requests } from '@/lib/operations/log';
import { correctMarked, type FieldErrors } from './failure';

/** An expected failure, in words for the user. Thrown inside a transaction, it rolls everything back. */
export class Refusal extends Error {
	readonly fieldErrors: FieldErrors | undefined;

	constructor(message: string, fieldErrors?: FieldErrors) {
		super(message);
		this.name = 'Refusal';
		this.fieldErrors = fieldErrors;
	}
}

/** Refuses a form because of its fields, each with its problem. */
export function refuseField(fieldErrors: FieldErrors): never {
	throw new Refusal(correctMarked(Object.keys(fieldErrors).length), fieldErrors);
}

// without letters and digits that are easily confused
const alphabet = '23456789abcdefghjkmnpqrstvwxyz';

/** Logs an unexpected error under a short id and returns the id, the only part that the user sees. */
export function reportError(error: unknown, where: string): string {
	const id = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
	log.error({ errorId: id, where, error: describeError(error) }, 'unexpected error');
	return id;
}

/** Logs an unexpected error and returns the message for the user. */
export function reportedMessage(error: unknown, where: string): string {
	if (!isBusy(error)) return unexpectedMessage(reportError(error, where));
	log.warn({ where }, 'no connection to the database was free');
	const request = requests.getStore();
	if (request) request.saysBusy = true;
	return busyMessage;
}

/** The message for the user after an unexpected error. */
export function unexpectedMessage(id: string): string {
	return `Something went wrong on the server and nothing was saved. Please try again; if it happens again, look for error ${id} in the server's log.`;
}
