import type { Account } from './accounts.ts';
import { traceDrag } from './drag-trace.ts';
import { type FeltRow, feelCold, feelFirstPanel, feelSlowLine, feelTour } from './feel.ts';
import { dragGoal, framesGoal, paintGoals, slowLineGoals } from './goals.ts';
import { companyId, contactId, dealId } from './ids.ts';
import { drag } from './sizes.ts';
import { figure, openTable, type Table } from './table.ts';
import { firstPanel, floorStep, tour } from './tour.ts';

type Server = { url: string };

const cold = 'Cold load';
const slowLine = 'Slow line';

/** Measures in a browser what a person feels, as far as it is asked for. */
export async function benchFelt(
	server: Server,
	account: Account,
	chromium: string,
	isAsked: (name: string) => boolean,
): Promise<Table[]> {
	const tables: Table[] = [];
	const steps = tour.filter(({ name }) => isAsked(name));
	if (steps.length > 0 || isAsked(firstPanel.name)) {
		const table = openTable('From the click, or the key, to the finished page', [
			'step',
			'median ms',
			'goal',
			'p95 ms',
			`${floorStep.name.toLowerCase()} ms`,
			'skeletons seen',
		]);
		const add = ({ name, goal, median, p95, floor, skeletons }: FeltRow) =>
			table.add([name, figure(median), goal, figure(p95), figure(floor), skeletons], median > goal || skeletons > 0);
		if (steps.length > 0) (await feelTour(server, account, chromium, isAsked)).map(add);
		if (isAsked(firstPanel.name)) add(await feelFirstPanel(server, account, chromium));
		tables.push(table);
	}
	if (isAsked(cold)) {
		const table = openTable('Loaded into a browser that knows nothing of it', [
			'page',
			'first paint ms',
			'goal',
			'largest ms',
			'goal',
			'floor ms',
		]);
		const { first: firstGoal, largest: largestGoal } = paintGoals;
		const records = [`/companies/${companyId(77)}`, `/contacts/${contactId(54321)}`, `/deals/${dealId(10)}`];
		for (const { path, first, largest, floor } of await feelCold(server, account, chromium, records)) {
			const name = `${cold} of ${path.replace(/[0-9a-f-]{36}/, '…')}`;
			const isMissed = first > firstGoal || largest > largestGoal;
			table.add([name, figure(first), firstGoal, figure(largest), largestGoal, figure(floor)], isMissed);
		}
		tables.push(table);
	}
	if (isAsked(slowLine)) {
		const table = openTable('Behind a line of 300 ms and 1.6 Mbit/s', [
			'step',
			'first answer ms',
			'goal',
			'complete ms',
			'goal',
		]);
		const { feedback: feedbackGoal, complete: completeGoal } = slowLineGoals;
		for (const { name, feedback, complete } of await feelSlowLine(server, account, chromium)) {
			const isMissed = feedback > feedbackGoal || complete > completeGoal;
			table.add([`${slowLine}: ${name}`, figure(feedback), feedbackGoal, figure(complete), completeGoal], isMissed);
		}
		tables.push(table);
	}
	if (isAsked(drag)) {
		const table = openTable('A card that is dragged over the board', ['row', 'median ms', 'goal', 'p95 ms']);
		const { scripts, layout, cards, framesPerSecond } = await traceDrag(server.url, account.cookie, chromium);
		table.add([drag, figure(scripts.median), dragGoal, figure(scripts.p95)], scripts.median > dragGoal);
		table.add([
			`${drag.replace('scripts', 'layout that scripts asked for')}`,
			figure(layout.median),
			'',
			figure(layout.p95),
		]);
		table.add(
			[`Drag of a card among ${cards}, frames per second`, figure(framesPerSecond), framesGoal, ''],
			framesPerSecond < framesGoal,
		);
		tables.push(table);
	}
	return tables;
}
