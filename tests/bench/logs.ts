import { v7 as uuidv7 } from 'uuid';
import { prepareAction } from './action.ts';
import { busiest, contactId } from './ids.ts';

/** Returns a function that logs a call in one line on the page of the person with the longest timeline. */
export function prepareLogs(server: { url: string; checkout?: string }, cookie: string) {
	const id = contactId(busiest.contact);
	const log = prepareAction(server, 'activities', 'createActivity', `/contacts/${id}`, cookie);
	return () => log({ type: 'call', subject: 'Gọi hỏi thăm', contactId: id, id: uuidv7() });
}
