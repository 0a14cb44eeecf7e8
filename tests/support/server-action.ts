import fs from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from '../../scripts/launcher/config.ts';

type Action = { filename?: string; exportedName?: string };

const read = new Map<string, Record<string, Action>>();

/** The actions of a build by their ids: some hundred kilobytes, which are read once. */
function actionsOf(manifest: string): Record<string, Action> {
	const key = `${manifest} ${fs.statSync(manifest).mtimeMs}`;
	const known = read.get(key);
	if (known) return known;
	const { node }: { node: Record<string, Action> } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
	read.set(key, node);
	return node;
}

/**
 * The headers by which a browser calls a Server Action of the built app, such as createCompany of the feature companies. The
 * build is that of this checkout, unless the server was started from another.
 */
export function actionHeaders(
	server: { url: string; checkout?: string },
	feature: string,
	name: string,
): Record<string, string> {
	const manifest = path.join(server.checkout ?? CHECKOUT, '.next/server/server-reference-manifest.json');
	const node = actionsOf(manifest);
	const filename = `src/features/${feature}/actions.ts`;
	const found = Object.entries(node).find(([, it]) => it.filename === filename && it.exportedName === name);
	if (!found) throw new Error(`The build has no action ${name} of ${filename}.`);
	return {
		accept: 'text/x-component',
		'content-type': 'text/plain;charset=UTF-8',
		'next-action': found[0],
		origin: server.url,
	};
}
