import os from 'node:os';
import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { longTests } from './scripts/testing/long-tests.ts';

const support = (name: string) => path.join(import.meta.dirname, 'tests/support', name);

/** Tests of what days, weeks and months come to, which are run at each of the hard moments too. */
const dated = {
	unit: ['lib/dates', 'domain/repeats', 'features/{activities,deals,follow-ups,history,reports}'].map(
		(at) => `src/${at}/**/*.test.ts`,
	),
	database: [
		'activities',
		'activity-list',
		'deal-board',
		'deals',
		'export',
		'follow-up-list',
		'follow-up-repeats',
		'follow-ups',
		'going-quiet',
		'import-jobs',
		'report-corrections',
		'report-scope',
		'shifted-clock',
		'signals',
	],
};

/**
 * Moments that are hard on code that reckons with days, each with a time zone for the process that has another day then,
 * and with what takes long enough to be run at one of them only.
 */
const hardMoments = [
	// the leap day, a Sunday, and the last of the month: in Vietnam, half an hour after midnight
	{
		name: 'leap Sunday',
		moment: '2032-02-28T17:30:00Z',
		zone: 'Asia/Ho_Chi_Minh',
		long: ['dashboard', 'last-contact-days', 'stats'],
	},
	// half an hour before the year ends in UTC, in which Vietnam is in the next one, and this zone too
	{
		name: 'last of the year',
		moment: '2027-12-31T23:30:00Z',
		zone: 'Pacific/Kiritimati',
		long: ['random-signals', 'reports', 'sample-data'],
	},
];

const unit = {
	// on a busy machine the largest properties take longer than Vitest's five seconds
	testTimeout: 20_000,
	exclude: ['**/*.db.test.ts', 'src/generated/**'],
	// They share modules, so that each is loaded once for all files of a worker.
	isolate: false,
};

const database = {
	globalSetup: [support('postgres-server.ts')],
	setupFiles: [support('database-environment.ts')],
	testTimeout: 20_000,
	hookTimeout: 60_000,
	// A process runs one file after the other, each with a database of its own and the app's modules evaluated anew.
	isolate: false,
};

const atHardMoments = hardMoments.flatMap(({ name, moment, zone, long }): TestProjectInlineConfiguration[] => {
	const shifted = { provide: { moment }, env: { TZ: zone } };
	return [
		{
			extends: true,
			test: {
				...unit,
				...shifted,
				name: `unit (${name})`,
				include: dated.unit,
				setupFiles: [support('shifted-clock.ts')],
			},
		},
		{
			extends: true,
			test: {
				...database,
				...shifted,
				name: `database (${name})`,
				include: [...dated.database, ...long].map((file) => `tests/database/${file}.test.ts`),
			},
		},
	];
});

/**
 * Begins with the longest files, so that no worker is alone with one at the end. The others go project by project, as a
 * worker's process ends where the next file is another project's.
 */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const rank = ({ moduleId }: TestSpecification) => [...longTests, ''].findIndex((file) => moduleId.endsWith(file));
		const byProject = (a: TestSpecification, b: TestSpecification) => a.project.name.localeCompare(b.project.name);
		return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b) || byProject(a, b));
	}
}

export default defineConfig({
	resolve: {
		alias: {
			'@': path.join(import.meta.dirname, 'src'),
			// Outside of Next.js the real one throws.
			'server-only': support('empty.ts'),
		},
	},
	test: {
		setupFiles: [support('console.ts')],
		// a young generation of twice the usual size is collected half as often; a test lives for seconds
		execArgv: ['--max-semi-space-size=64'],
		// Left to itself it keeps one core free, half of a small machine; and each file waits for its database now and then.
		maxWorkers: os.availableParallelism() + 1,
		sequence: { sequencer: LongestFirst },
		// Whatever the machine's zone, so that a test fails for all or for none.
		env: { TZ: 'UTC' },
		projects: [
			{
				extends: true,
				test: { ...unit, name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] },
			},
			{
				extends: true,
				test: { ...database, name: 'database', include: ['src/**/*.db.test.ts', 'tests/database/**/*.test.ts'] },
			},
			...atHardMoments,
			{
				extends: true,
				test: {
					name: 'launcher',
					include: ['tests/launcher/**/*.test.ts'],
					globalSetup: [support('template-data.ts')],
					setupFiles: [support('from-template.ts')],
					// Each of them runs whole servers, beside the browser tests.
					maxWorkers: 1,
					sequence: { groupOrder: 1 },
					testTimeout: 240_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
