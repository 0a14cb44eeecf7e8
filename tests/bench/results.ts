import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Table, toMarkdown } from './table.ts';

/** One run of the benchmark: everything in it was measured at one commit, on one machine, one after the other. */
export type Run = { commit: string; begun: string; minutes: number; machine: string; tables: Table[] };

const begins = '<!-- the last run; written by npm run bench -- --document FILE -->';
const ends = '<!-- end of the last run -->';

/** What a run of this checkout on this machine is described by. */
export function describeRun(checkout: string): Pick<Run, 'commit' | 'begun' | 'machine'> {
	const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim();
	const [cpu] = os.cpus();
	const gigabytes = Math.round(os.totalmem() / 2 ** 30);
	return {
		commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' with changes' : ''),
		begun: new Date().toISOString(),
		machine: `${os.cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${os.platform()} ${os.arch()}, Node ${process.versions.node}`,
	};
}

/** Keeps a run in a file, for the document. */
export function keepRun(file: string, run: Run): void {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, `${JSON.stringify(run, null, '\t')}\n`);
}

/** Writes the tables of a kept run into the document, in the place of those of the run before. */
export function documentRun(file: string, document: string): void {
	const run: Run = JSON.parse(fs.readFileSync(file, 'utf8'));
	const text = fs.readFileSync(document, 'utf8');
	const [from, to] = [text.indexOf(begins), text.indexOf(ends)];
	if (from < 0 || to < from) throw new Error(`${document} has no place for a run.`);
	const missed = run.tables.flatMap((table) => table.missed);
	const parts = [
		begins,
		`Commit ${run.commit}, ${run.begun.slice(0, 10)}, on ${run.machine}; one run of ${Math.round(run.minutes)} minutes.`,
		missed.length > 0 ? `Goals missed by: ${missed.join('; ')}.` : 'Every goal was reached.',
		...run.tables.map((table) => `### ${table.title}\n\n${toMarkdown(table)}`),
	];
	fs.writeFileSync(document, `${text.slice(0, from)}${parts.join('\n\n')}\n\n${text.slice(to)}`);
}
