import Form from 'next/form';
import { DateInput } from '@/components/form/date/date-input';
import { ListLink } from '@/components/list/list-link';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { segmentLinkClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { cn } from '@/lib/cn';
import { formatDate } from '@/lib/dates/dates';
import { endsAfterToday, isCut, maxYears } from '../report-periods';
import { fromTo } from '../report-words';
import { periodNames, periods, reportQuery } from '../schema';
import type { ReportScope } from '../server/report-queries';
import { ResetForm } from './reset-form';

const choices = cn(segmentsClasses, 'flex-wrap');

/** The period of the reports below: by its name, or from a day to a day. */
export function PeriodChoice({ scope }: { scope: ReportScope }) {
	const { state, now, before, settings } = scope;
	const isOwn = state.period === 'own';
	return (
		<section aria-labelledby="period" className="flex flex-col gap-3 border-t pt-5">
			<div>
				<h2 id="period" className="font-semibold text-lg leading-6">
					{fromTo(now, settings.locale)}
				</h2>
				<p className="text-muted-foreground">
					Compared with <span>{fromTo(before, settings.locale)}</span>
				</p>
				{notesOn(scope).map((note) => (
					<p key={note} className="text-muted-foreground">
						{note}
					</p>
				))}
			</div>
			<div className="flex flex-wrap items-end gap-x-4 gap-y-3">
				<nav aria-label="Period" className={cn(choices, 'sm:mb-5.5')}>
					{periods
						.filter((period) => period !== 'own')
						.map((period) => (
							<ListLink
								key={period}
								href={`/reports${reportQuery(state, { period })}`}
								sets={['period', 'from', 'to']}
								aria-current={state.period === period ? 'page' : undefined}
								className={segmentLinkClasses}
							>
								{periodNames[period]}
							</ListLink>
						))}
				</nav>
				<Form
					prefetch={false}
					action="/reports"
					scroll={false}
					aria-label={periodNames.own}
					aria-current={isOwn ? 'true' : undefined}
					className="group/own flex flex-wrap items-end gap-2 max-sm:w-full"
				>
					<ResetForm state={`${state.period} ${now.from} ${now.to}`} />
					<input type="hidden" name="period" value="own" />
					{state.currency && <input type="hidden" name="currency" value={state.currency} />}
					{(['from', 'to'] as const).map((name) => (
						<div key={name} className="min-w-38 max-sm:flex-1">
							<Label htmlFor={`period-${name}`} className="mb-1 text-muted-foreground text-xs">
								{name === 'from' ? 'From' : 'To'}
							</Label>
							<DateInput
								id={`period-${name}`}
								name={name}
								required
								defaultValue={now[name]}
								className="sm:w-40"
								inputClassName="group-aria-[current]/own:bg-accent group-aria-[current]/own:text-accent-foreground"
							/>
						</div>
					))}
					<Button type="submit" variant="outline" className="mb-5.5">
						Show range
					</Button>
				</Form>
			</div>
		</section>
	);
}

/** What has to be known of the period besides its days. */
function notesOn(scope: ReportScope): string[] {
	const { state, now, today, settings } = scope;
	const on = (day: string) => formatDate(day, settings);
	const notes = [];
	if (isCut(state, scope, today))
		notes.push(`A range is at most ${maxYears} years long: what lies before ${on(now.from)} is left out.`);
	if (now.from > today) notes.push(`This period begins on ${on(now.from)}.`);
	else if (endsAfterToday(scope))
		notes.push(`Until today: this period ends on ${on(now.to)}, and the one that it is compared with is whole.`);
	return notes;
}

/** Selects the currency of the deals; renders nothing if there is only one. */
export function CurrencyChoice({ scope: { state, currency, currencies } }: { scope: ReportScope }) {
	if (currencies.length < 2) return null;
	return (
		<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
			<nav aria-label="Currency" className={choices}>
				{currencies.map((code) => (
					<ListLink
						key={code}
						href={`/reports${reportQuery(state, { currency: code })}`}
						sets={['currency']}
						aria-current={code === currency ? 'page' : undefined}
						className={segmentLinkClasses}
					>
						{code}
					</ListLink>
				))}
			</nav>
			<p className="text-muted-foreground">Deals are counted currency by currency and never added across.</p>
		</div>
	);
}
