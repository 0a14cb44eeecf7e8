import fs from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from '../launcher/config.ts';
import { copyModules } from './copy-modules.ts';
import { FILES, MODULES } from './files.ts';

/** Next.js brings along what makes pictures smaller; there are none. */
const isNeeded = (file: string) => !/node_modules\/(sharp|@img)(\/|$)/.test(file);

/** Copies what a container needs to run MiniCRM out of the built checkout, and files and packages beyond that if asked to. */
export function copyImage(target: string, more: { files?: string[]; modules?: string[] } = {}): void {
	for (const file of [...FILES, ...(more.files ?? [])])
		fs.cpSync(path.join(CHECKOUT, file), path.join(target, file), {
			recursive: true,
			filter: isNeeded,
			verbatimSymlinks: true,
		});
	const modules = [...MODULES, ...(more.modules ?? [])];
	copyModules(path.join(CHECKOUT, 'node_modules'), path.join(target, 'node_modules'), modules);
}
