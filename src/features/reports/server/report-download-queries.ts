import 'server-only';
import { activityTypes, totalOf, typeNames } from '@/features/activities/schema';
import { countActivities } from '@/features/activities/server/activity-count-queries';
import { stageNames } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { byteOrderMark, csvLine } from '@/lib/files/csv';
import type { SearchParams } from '@/lib/list/list-params';
import type { Download } from '@/lib/request/download';
import { forecastMonths, partName } from '../forecast';
import { lastContactNames, lastContactParts } from '../last-contact';
import { comingMonths, monthsIn, untilThisWeek, weeksIn } from '../report-periods';
import { oneDecimal } from '../report-words';
import {
	countByLastContact,
	type PeriodResults,
	type ReportScope,
	readForecast,
	readLostReasons,
	readResults,
	readScope,
	readWonByMonth,
} from './report-queries';
import { readStages } from './report-stage-queries';

// Each report as a file: amounts as decimal strings, days as YYYY-MM-DD, shares in percent, nothing where there is none.

type ReportCell = string | number | null | undefined;
type Sheet = { name: string; heads: string[]; rows: ReportCell[][] };

/** A sheet as a CSV file, named by the report and by what it is of: a currency, a period, or the user's day. */
function fileOf({ name, heads, rows }: Sheet, ...of: string[]): Download {
	const lines = [heads, ...rows].map((cells) => csvLine(cells.map((cell) => String(cell ?? ''))));
	return {
		name: `minicrm-${[name, ...of].join('-')}.csv`,
		type: 'text/csv; charset=utf-8',
		pieces: (async function* () {
			yield byteOrderMark + lines.join('');
			return undefined;
		})(),
	};
}

/** The forecast as a file. */
export async function forecastFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const parts = await readForecast(userId, scope.currency, comingMonths(scope.today, forecastMonths));
	return fileOf(
		{
			name: 'forecast',
			heads: ['Expected close', 'From', 'To', 'Currency', 'Deals', 'Value', 'Weighted'],
			rows: parts.map((part) => [
				partName(part, 'en-GB'),
				part.from,
				part.to,
				scope.currency,
				part.count,
				part.value,
				part.weighted,
			]),
		},
		scope.currency,
		scope.today,
	);
}

/** What was won and lost in the period and in the one before, with how many deals each share and average is of, as a file. */
export async function resultsFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const results = await readResults(userId, scope.currency, scope, scope.settings.timeZone);
	const row = (period: 'now' | 'before', of: PeriodResults): ReportCell[] => [
		period === 'now' ? 'This period' : 'The period before',
		scope[period].from,
		scope[period].to,
		scope.currency,
		of.won,
		of.wonValue,
		of.lost,
		of.lostValue,
		of.won + of.lost,
		share(of.won, of.won + of.lost),
		of.averageValue,
		of.averageDays === null ? null : oneDecimal(of.averageDays),
		of.timed,
	];
	return fileOf(
		{
			name: 'results',
			heads: [
				...['Period', 'From', 'To', 'Currency', 'Deals won', 'Value won', 'Deals lost', 'Value lost', 'Deals closed'],
				...['Win rate %', 'Average won deal', 'Average days to win', 'Won deals with days to win'],
			],
			rows: [row('now', results.now), row('before', results.before)],
		},
		scope.currency,
		daysOf(scope),
	);
}

/** What was won in each month of the period and of the one before, as a file. */
export async function wonFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const months = [...monthsIn(scope.before), ...monthsIn(scope.now)];
	const won = await readWonByMonth(userId, scope.currency, months, scope.settings.timeZone);
	return fileOf(
		{
			name: 'won-by-month',
			heads: ['Period', 'From', 'To', 'Currency', 'Deals won', 'Value won'],
			rows: won.map(({ from, to, count, value }) => [
				from < scope.now.from ? 'The period before' : 'This period',
				from,
				to,
				scope.currency,
				count,
				value,
			]),
		},
		scope.currency,
		daysOf(scope),
	);
}

/** What became of the deals that left each stage, as a file. */
export async function stagesFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const stages = await readStages(userId, scope.currency, scope, scope.settings.timeZone);
	return fileOf(
		{
			name: 'stages',
			heads: ['Stage', 'Period', 'From', 'To', 'Currency', 'Left', 'Went on', 'Lost', 'Conversion %', 'Days in stage'],
			rows: stages.flatMap(({ stage, ...passages }) =>
				(['now', 'before'] as const).map((period): ReportCell[] => {
					const { on, lost, averageDays } = passages[period];
					return [
						stageNames[stage],
						period === 'now' ? 'This period' : 'The period before',
						scope[period].from,
						scope[period].to,
						scope.currency,
						on + lost,
						on,
						lost,
						share(on, on + lost),
						averageDays === null ? null : oneDecimal(averageDays),
					];
				}),
			),
		},
		scope.currency,
		daysOf(scope),
	);
}

/** Why deals were lost, all reasons, as a file. */
export async function lostFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const reasons = await readLostReasons(userId, scope.currency, scope, scope.settings.timeZone);
	const all = reasons.reduce((sum, { count }) => sum + count, 0);
	return fileOf(
		{
			name: 'lost-reasons',
			heads: ['Reason', 'From', 'To', 'Currency', 'Deals', 'Share %', 'Value', 'Deals before'],
			rows: reasons.map(({ reason, count, value, before }) => [
				reason ?? 'No reason given',
				scope.now.from,
				scope.now.to,
				scope.currency,
				count,
				share(count, all),
				value,
				before,
			]),
		},
		scope.currency,
		daysOf(scope),
	);
}

/** The activities of each week of the period, by type, as a file. */
export async function activitiesFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const { weekStart, timeZone } = scope.settings;
	const shown = untilThisWeek(scope.now, scope.today, weekStart);
	const { weeks, days: before } = await countActivities(
		userId,
		{ weeks: weeksIn(shown, weekStart), days: scope.before },
		timeZone,
	);
	const rows = [
		{ period: 'The period before', ...scope.before, counts: before },
		...weeks.map((week) => ({ period: 'Week', ...week })),
	];
	return fileOf(
		{
			name: 'activity-by-week',
			heads: ['Period', 'From', 'To', ...activityTypes.map((type) => typeNames[type]), 'All'],
			rows: rows.map(({ period, from, to, counts }) => [
				period,
				from,
				to,
				...activityTypes.map((type) => counts[type]),
				totalOf(counts),
			]),
		},
		daysOf(scope),
	);
}

/** How long ago the companies were last spoken to, as a file. */
export async function companiesFile(userId: UserId, params: SearchParams): Promise<Download> {
	const scope = await readScope(userId, params);
	const counts = await countByLastContact(userId, scope.today, scope.settings.timeZone);
	const all = lastContactParts.reduce((sum, part) => sum + counts[part], 0);
	return fileOf(
		{
			name: 'companies-by-last-contact',
			heads: ['Last contact', 'Companies', 'Share %'],
			rows: lastContactParts.map((part) => [lastContactNames[part], counts[part], share(counts[part], all)]),
		},
		scope.today,
	);
}

const daysOf = ({ now }: ReportScope) => `${now.from}-to-${now.to}`;

/** A share in percent, with one place. */
function share(part: number, whole: number): number | null {
	return whole > 0 ? oneDecimal((100 * part) / whole) : null;
}
