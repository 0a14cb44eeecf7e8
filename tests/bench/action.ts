import fs from 'node:fs';
import path from 'node:path';
import { request, type Sample } from './measure.ts';

const MANIFEST = path.resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json');

type Action = { filename?: string; exportedName?: string };

/** The id by which the built app knows a Server Action. */
function actionId(filename: string, exportedName: string): string {
	const { node }: { node: Record<string, Action> } = JSON.parse(fs.readFileSync(MANIFEST, 'utf8'));
	const found = Object.entries(node).find(([, it]) => it.filename === filename && it.exportedName === exportedName);
	if (!found) throw new Error(`The build has no action ${exportedName} of ${filename}.`);
	return found[0];
}

/**
 * Returns a function that calls a Server Action of a feature as a page does, and fails where the answer is not that it was
 * done.
 */
export function prepareAction(server: { url: string }, feature: string, name: string, page: string, cookie: string) {
	const headers = {
		accept: 'text/x-component',
		'content-type': 'text/plain;charset=UTF-8',
		'next-action': actionId(`src/features/${feature}/actions.ts`, name),
		origin: server.url,
	};
	return async (input: object): Promise<Sample> => {
		const sample = await request(server.url + page, cookie, { headers, body: JSON.stringify([input]) });
		if (sample.status !== 200 || !sample.body.includes('"ok":true'))
			throw new Error(
				`${name} of ${JSON.stringify(input)} was answered ${sample.status}: ${sample.body.slice(0, 500)}`,
			);
		return sample;
	};
}
