import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeOpenFolder, startServerForTests } from './app-server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A data folder as the first start leaves it: with a migrated database that is stopped; none where that lies elsewhere. */
		templateData: string | undefined;
	}
}

/** Builds the app and starts MiniCRM once for all launcher tests, to make the data folder that they begin with. */
export default async function setup(project: TestProject): Promise<() => void> {
	const folder = makeOpenFolder();
	const dataDir = path.join(folder, 'data');
	const server = await startServerForTests({ dataDir });
	await server.stop();
	project.provide('templateData', fs.existsSync(path.join(dataDir, 'pg')) ? dataDir : undefined);
	return () => fs.rmSync(folder, { recursive: true });
}
