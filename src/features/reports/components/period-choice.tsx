import Form from 'next/form';
import { ListLink } from '@/components/list/list-link';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { segmentLinkClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { cn } from '@/lib/cn';
import { dayBounds } from '@/lib/dates';
import type { ReportScope } from '../queries';
import { periodNames, periods, reportQuery } from '../schema';
import { fromTo } from '../words';

const choices = cn(segmentsClasses, 'flex-wrap');

/** The period of the reports below: by its name, or from a day to a day. */
export function PeriodChoice({ scope }: { scope: ReportScope }) {
	const { state, now, before, settings } = scope;
	return (
		<section aria-labelledby="period" className="flex flex-col gap-3 border-t pt-5">
			<div>
				<h2 id="period" className="font-semibold text-lg leading-6">
					{fromTo(now, settings.locale)}
				</h2>
				<p className="text-muted-foreground">Compared with {fromTo(before, settings.locale)}</p>
			</div>
			<div className="flex flex-wrap items-end gap-x-4 gap-y-3">
				<nav aria-label="Period" className={choices}>
					{periods
						.filter((period) => period !== 'own')
						.map((period) => (
							<ListLink
								key={period}
								href={`/reports${reportQuery(state, { period })}`}
								aria-current={state.period === period ? 'page' : undefined}
								className={segmentLinkClasses}
							>
								{periodNames[period]}
							</ListLink>
						))}
				</nav>
				<Form action="/reports" scroll={false} className="flex flex-wrap items-end gap-2 max-sm:w-full">
					<input type="hidden" name="period" value="own" />
					{state.currency && <input type="hidden" name="currency" value={state.currency} />}
					{(['from', 'to'] as const).map((name) => (
						<div key={`${name} ${now[name]}`} className="min-w-38 max-sm:flex-1">
							<Label htmlFor={`period-${name}`} className="mb-1 text-muted-foreground text-xs">
								{name === 'from' ? 'From' : 'To'}
							</Label>
							<Input
								id={`period-${name}`}
								name={name}
								type="date"
								{...dayBounds}
								required
								defaultValue={now[name]}
								className="sm:w-38"
							/>
						</div>
					))}
					<Button type="submit" variant="outline">
						Show range
					</Button>
				</Form>
			</div>
		</section>
	);
}

/** In which currency the deals are counted; nothing where there is only one. */
export function CurrencyChoice({ scope: { state, currency, currencies } }: { scope: ReportScope }) {
	if (currencies.length < 2) return null;
	return (
		<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
			<nav aria-label="Currency" className={choices}>
				{currencies.map((code) => (
					<ListLink
						key={code}
						href={`/reports${reportQuery(state, { currency: code })}`}
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
