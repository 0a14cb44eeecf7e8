import { actionHeaders } from '../support/server-action.ts';
import { request, type Sample } from './measure.ts';

/**
 * Returns a function that calls a Server Action of a feature as a page does, and fails where the answer is not that it was
 * done.
 */
export function prepareAction(
	server: { url: string; checkout?: string },
	feature: string,
	name: string,
	page: string,
	cookie: string,
) {
	const headers = actionHeaders(server, feature, name);
	return async (input: object): Promise<Sample> => {
		const sample = await request(server.url + page, cookie, { headers, body: JSON.stringify([input]) });
		if (sample.status !== 200 || !sample.body.includes('"ok":true'))
			throw new Error(
				`${name} of ${JSON.stringify(input)} was answered ${sample.status}: ${sample.body.slice(0, 500)}`,
			);
		return sample;
	};
}
